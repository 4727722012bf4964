// The results of finwh check as SARIF 2.1.0 (OASIS Standard, Static Analysis Results Interchange Format), which code hosts and
// editors show beside the line that a result is about. A rule of the checks is a rule there; the level of a result is "error"
// for a check that fails, "note" for one that holds only within rounding ("warning" where --fail-on rounding asks for exact
// sums), and "none" for the others.
#pragma once

#include <nlohmann/json.hpp>

#include "cli/checked_release.h"

namespace finwh {

class SarifLog {
 public:
  // `all`: also what holds or does not apply; otherwise only what fails, and what rounds when that counts as failing.
  SarifLog(FailOn fail_on, bool all);
  void add(const CheckedRelease& checked);
  std::string text() const;

 private:
  nlohmann::ordered_json result_of(const CheckedRelease& checked, const Check& check, std::size_t artifact) const;

  FailOn fail_on_;
  bool all_;
  nlohmann::ordered_json artifacts_ = nlohmann::ordered_json::array();
  nlohmann::ordered_json results_ = nlohmann::ordered_json::array();
};

}  // namespace finwh
