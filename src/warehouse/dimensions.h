// The members of the dimensions: each is found or made, and its key remembered for the next fact. Keys depend on the order of
// loading, nothing else does. Knows the dimension tables, not the facts.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/period.h"
#include "facts/fact.h"
#include "warehouse/statements.h"

namespace finwh {

class Dimensions {
 public:
  explicit Dimensions(Statements& statements) : statements_(statements) {}

  std::int64_t statement(Statement statement);
  std::int64_t basis(Basis basis);
  std::int64_t section(const std::vector<std::string>& path);
  std::int64_t line(std::int64_t company, std::int64_t statement, std::int64_t section, const std::string& label);
  std::optional<std::int64_t> concept_named(const std::string& name);  // nothing for ""
  std::int64_t member(const Member& member);
  std::int64_t period(const Period& period);
  std::int64_t unit(const std::string& code);
  std::int64_t inference(const std::string& period_rule, const std::string& unit_rule, const std::string& scale_rule);

  // Makes sure that the code, or the rule, is in the file.
  void require_problem_code(const std::string& code);
  void require_check_rule(const std::string& rule);

  // Forgets what it remembers: after a rollback, or when somebody else wrote to the file.
  void forget();

 private:
  using Keys = std::unordered_map<std::string, std::int64_t>;
  using PeriodKey = std::array<int, 4>;  // kind, days of start and end since 1970, months

  Statements& statements_;
  Keys statements_by_code_, bases_, sections_, lines_, concepts_, members_, units_, inferences_, problem_codes_, check_rules_;
  std::map<PeriodKey, std::int64_t> periods_;
  std::string key_;  // reused
};

// The kind of a unit and the currency in it, as dim_unit keeps them: {"money", "USD"} for USD, {"rate", "USD"} for USD/bbl.
struct UnitKind {
  std::string_view kind;
  std::string currency;  // "" = none
};

UnitKind unit_kind_of(std::string_view unit);

}  // namespace finwh
