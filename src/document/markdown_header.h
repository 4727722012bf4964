// What a Markdown file says of itself: YAML front matter between two lines of dashes, or the SGML header of a submission that
// was converted to list items ("- **COMPANY CONFORMED NAME:** X").
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "document/text_lines.h"

namespace finwh {

// Reads front matter into out.header (title, date) and returns the number of its lines; 0 when there is none.
std::size_t read_front_matter(const std::vector<TextLine>& lines, Document& out);

// Reads the items of a converted submission header within the first few hundred lines into out.header.
void read_submission_items(const std::vector<TextLine>& lines, Document& out);

}  // namespace finwh
