// From the lines of one fixed-width table to its rows: header words get the columns they stand over, labels that were wrapped over
// several lines become one row again, rules become marks of the row below.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/fixed_width_columns.h"
#include "document/fixed_width_line.h"

namespace finwh {

struct FixedTableLine {
  const FixedLine* line = nullptr;
  bool after_blank = false;  // a blank line stands above
  bool by_order = false;     // its figures stand aside of the columns and are one for each: they go by their order
};

// `lines` are rules, data and words in order, no blank ones; `body` is the index of the first line below the column headers.
// The table has 1 + columns.size() physical columns, the first is the label's; every row has cells for all of them.
RawTable build_rows(const std::vector<FixedTableLine>& lines, std::size_t body, const std::vector<ValueColumn>& columns);

// Index of the first line below the column headers: behind the last words over the columns before the first figures.
std::size_t body_of(const std::vector<FixedTableLine>& lines, std::uint32_t left);

}  // namespace finwh
