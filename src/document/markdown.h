// Markdown as releases come in it: newswire copies with front matter and fixed-width tables in code fences, conversions with
// pipe tables, conversions with one table row a line and tabs between the cells. CommonMark's block rules as far as they
// matter here: headings, paragraphs, lists (an item is a paragraph), fences, tables. Knows nothing of what a table says.
#pragma once

#include <string_view>

#include "base/span.h"
#include "document/document.h"

namespace finwh {

// `utf8` is the whole file, or a part of one whose first byte stands at `base`. Never throws for content; linear time.
// Header keys: title and date from front matter; company, cik, filed, period, fiscal-year-end from a converted submission.
// A paragraph or heading whose first line is all bold is a heading. Tables: Layout::tabbed, Layout::pipe, and what
// fixed_width.h finds in fences.
Document read_markdown(std::string_view utf8, Span base = {});

}  // namespace finwh
