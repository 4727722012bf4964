// Tables that were copied out of a page with one space between their columns ("Net sales $ 1,204 $ 1,100"): nothing but the
// order of the figures tells their columns. They are read where most lines end in the same number of figures; a line with
// fewer is kept whole and reported. Knows the shape of figures and the words of headers, not what they mean.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/fixed_width_line.h"

namespace finwh {

// How many figures the line ends in, behind words or alone: 0 when gaps part them, or when there are none.
std::size_t spaced_figures(const FixedLine& line);

// Appends lines[first, end) to `out`: such tables (Layout::grid), and what stands between them as add_prose does.
void add_spaced_rows(const std::vector<FixedLine>& lines, std::size_t first, std::size_t end, Document& out);

}  // namespace finwh
