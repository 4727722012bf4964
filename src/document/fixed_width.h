// Fixed-width text: lines whose columns are told by character positions only, as in code fences of newswire copies and in
// plain text filings. Knows positions and which words look like figures; not what a figure means.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/text_lines.h"

namespace finwh {

// Appends the blocks of lines[first, end) to `out`: tables (Layout::aligned), the text between them as paragraphs (one a run
// of lines without a blank one). `marked` says that the source itself calls the lines a table (<TABLE>): then no blank line
// ends it. Never throws for content.
void read_fixed_width(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, Document& out, bool marked = false);

}  // namespace finwh
