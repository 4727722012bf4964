// Signs for the lines of a block so that they sum to a total in every column: the two halves of the block are summed in all
// ways, sorted and met in the middle. Knows figures and how labels lean.
#pragma once

#include "checks/reading.h"

namespace finwh {

inline constexpr std::size_t kMaxFreeSigns = 18;

// Sets the weights of the reading, whose parts are given, to the one choice of signs that holds in every column and departs
// least from what the labels and the printed signs say; a departing sign must stand in two columns. False, and the reading unspecified,
// when there is none, when two choices are equally near, or when the block is longer than kMaxFreeSigns. The first part is taken as
// printed.
bool find_signs(const UnitGrid& grid, SumReading& reading);

}  // namespace finwh
