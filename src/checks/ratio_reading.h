// The readings of a line of ratios (income per share, margins, rates): one for each pair of lines that it could be the ratio of,
// and the choice between them by how they hold. Knows checks, no words.
#pragma once

#include <vector>

#include "checks/view.h"

namespace finwh {

struct RatioReading {
  std::vector<Check> checks;  // the figure tested is the first term
  bool slips = true;          // every failure is one of sign or scale
  bool together = false;      // all three lines stand in one table, and their words leave no doubt

  void add(Check check, const Comparison& comparison);
};

// Adds the checks of the best reading, if one is credible: one that holds more often than it fails, and of those that hold as
// often one whose lines stand together where `together_first`; where none is, the first together whose failures are slips.
// Sets CheckTerm::stated where the same reading would be chosen though the figure were wrong.
void add_best(std::vector<RatioReading> readings, bool together_first, CheckReport& report);

}  // namespace finwh
