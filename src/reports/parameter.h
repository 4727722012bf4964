// Parameters of saved reports: their types, and how what a user writes becomes a value. The SQL sees text or integers; a
// parameter that is not given is NULL.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/result_set.h"

namespace finwh {

enum class ParameterType {
  text,
  date,    // 2007-03-31
  period,  // 2007Q1, 2007 or 2007-03-31; also Q1 2007, FY2007
  integer,
  company,  // ticker, CIK or name; must be in the warehouse
  release,  // release_id, or the name of the source file; arrives in the SQL as the release_id
};

std::string_view to_string(ParameterType type);
std::optional<ParameterType> parameter_type_from(std::string_view name);
// "2007Q1, 2007 or 2007-03-31": what a value of the type looks like.
std::string_view description_of(ParameterType type);

struct Parameter {
  std::string name;
  ParameterType type = ParameterType::text;
  std::optional<std::string> fallback;  // the value when none is given
  bool required = false;
  std::string meaning;
};

// The value that the SQL gets, or nothing when the text is not of the type. Companies and releases are looked up elsewhere:
// here a company is its text, and a release its text or number.
std::optional<Value> parameter_value(ParameterType type, std::string_view text);

// The names nearest to what was written, best first, at most three; none when nothing is near.
std::vector<std::string> nearest_names(std::string_view written, const std::vector<std::string>& names);

}  // namespace finwh
