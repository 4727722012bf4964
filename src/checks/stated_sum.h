// Sums that the words and the place of a line leave no doubt of, whatever the figures: where one fails, that is a finding.
// Knows structure and the sense of labels; no figures.
#pragma once

#include <cstddef>
#include <optional>

#include "checks/block.h"
#include "checks/reading.h"

namespace finwh {

struct StatedSum {
  std::size_t start = 0;  // index of the block's first line in the list of open lines
  SignPattern pattern = SignPattern::sum;
};

// `closes` is the index in the open lines at which the section begins that the line closes; their number when it closes none.
std::optional<StatedSum> stated_sum(const UnitGrid& grid, const Blocks& blocks, std::size_t line, const OpenLines& open,
                                    std::size_t closes);

}  // namespace finwh
