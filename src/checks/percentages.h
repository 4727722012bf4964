// Percentages as parts of printed figures: margins, percentages of revenue, the tax rate. Knows which words name a numerator
// and which a denominator.
#pragma once

#include "checks/view.h"

namespace finwh {

// What a phrase says that a percentage is a part of: "gross margin", "R&D as a % of revenue", "effective tax rate".
struct PercentReading {
  KeyFigure numerator = KeyFigure::none;
  std::string words;                        // the numerator's, where it is no key figure
  KeyFigure denominator = KeyFigure::none;  // none: the phrase names no percentage
  bool rate = false;                        // a tax rate
};
PercentReading percent_reading(std::string_view folded);

// Appends the checks percent-of and tax-rate for lines of percentages. A numerator counts when its words are those of the
// percentage without its own ("% of revenue", "margin") and it gives the percentage in some column.
void check_percentages(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
