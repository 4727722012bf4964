// The sums of a release's tables as calculations and checks: the footings of every table, the walks of its reconciliations,
// and the names that the statements give to some of them (change in cash, roll-forward). Knows statements, no SQL.
#pragma once

#include "checks/view.h"

namespace finwh {

// Appends the calculations of every table and one check for each of their columns.
void check_sums(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
