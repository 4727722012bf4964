// Ties: one quantity printed in several places agrees. Two lines tie when each one's words stand in the other's label, headings
// or title, they have unit and periods in common, and their figures agree; equal figures alone are no tie, and neither are
// equal words when no figure agrees. A line that agrees in one period and differs in another is a failure. Knows words and
// figures; no table of companies' wordings.
#pragma once

#include "checks/view.h"

namespace finwh {

// Appends one check a pair of printings; a quantity printed n times gives n - 1.
void check_ties(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
