// Releases in HTML, as companies file them with the SEC: headings, paragraphs, page breaks and tables, from the page's own
// elements and inline styles. Hidden content is dropped, inline XBRL is read through. A table that holds tables is layout:
// its content comes as blocks in order, so that tables never nest in the document.
#pragma once

#include <string_view>

#include "base/span.h"
#include "document/document.h"

namespace finwh {

// Reads a page. `base` is the place of its first byte when it is a part of a larger file (line 0 = the file itself); spans
// are places in that file. Time and memory are linear in the size; what exceeds a limit is a `document-limit` problem,
// a page that ends too early a `document-truncated` one.
Document read_html(std::string_view utf8, Span base = {});

}  // namespace finwh
