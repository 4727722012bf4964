// The text between the tables of a fixed-width page: wrapped sentences become paragraphs again, titles and address lines keep
// their lines.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/fixed_width_line.h"

namespace finwh {

// Appends lines[first, end) as headings and paragraphs to `out`; rules are dropped. A note ("(1) ...", "* ...") that starts a
// line starts a paragraph.
void add_prose(const std::vector<FixedLine>& lines, std::size_t first, std::size_t end, Document& out);

}  // namespace finwh
