// The columns of a fixed-width table, found from where its figures and the rules over them stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/fixed_width_line.h"

namespace finwh {

// Extent of one column of values in characters; columns are ascending and do not overlap.
struct ValueColumn {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::size_t figures = 0;  // how many stand in it
};

// Half-open range of indices into the columns; empty when begin == end.
struct ColumnRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

// The columns of the figures in `lines`; `body` is the index of the first line below the headers. Figures that stand one above
// another are one column; two on one line are two columns.
std::vector<ValueColumn> find_columns(const std::vector<const FixedLine*>& lines, std::size_t body);

// The columns that [begin, end) overlaps.
ColumnRange columns_over(const std::vector<ValueColumn>& columns, std::uint32_t begin, std::uint32_t end);

// The columns that each piece of a header line stands over: all that the rule group below it covers, or those it is centred over.
// `rule` is the rule line below these words, or null; `finer` the line below with more headers, or null. Pieces left of the
// columns get an empty range.
std::vector<ColumnRange> place_headers(const std::vector<ValueColumn>& columns, const std::vector<Piece>& pieces, const FixedLine* rule,
                                       const FixedLine* finer);

}  // namespace finwh
