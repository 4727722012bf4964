// A line of column heads with one space between them cut into its heads: "Three Months Ended Six Months Ended",
// "June 30, June 30,", "2031 2030 % Change". Knows the few words of such heads, not what they mean.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace finwh {

// A head as bytes of the text, end excluded.
struct HeaderUnit {
  std::size_t begin = 0, end = 0;
};

// The heads that the text ends in; what stands before the first is the name of the label column. None when its end is no head.
std::vector<HeaderUnit> header_units(std::string_view text);

}  // namespace finwh
