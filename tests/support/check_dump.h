// What the checks found, as text for tests to compare.
#pragma once

#include <string>

#include "checks/check.h"
#include "facts/fact.h"

namespace finwh::testing {

// One line a calculation, in order: "Total = A + B - C (holds/instances)"; with `tables`, the table's title before its first.
std::string dump_sums(const Release& release, const CheckReport& report, bool tables = false);

// One line a check without a calculation: "rule status: description".
std::string dump_checks(const CheckReport& report);

}  // namespace finwh::testing
