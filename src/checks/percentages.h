// Percentages as parts of printed figures: margins, percentages of revenue, the tax rate. Knows which words name a numerator
// and which a denominator.
#pragma once

#include "checks/view.h"

namespace finwh {

// Appends the checks percent-of and tax-rate for lines of percentages. A numerator counts when its words are those of the
// percentage without its own ("% of revenue", "margin") and it gives the percentage in some column.
void check_percentages(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
