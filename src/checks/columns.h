// Relations between the columns of a table, read from what heads them: members sum to their total, GAAP and adjustments to
// non-GAAP, quarters to the year; a change column is one period less another, a percentage column the change over the earlier
// period or the share of a base line. Knows periods, members and bases of facts; no labels of columns.
#pragma once

#include "checks/view.h"

namespace finwh {

// Appends the checks sum-columns, year-of-quarters, change, growth and percent-of for whole columns. A relation between columns
// counts when it holds in most of the lines where the columns stand together and its figures are evidence enough; the lines
// that it fails in are then failures.
void check_columns(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
