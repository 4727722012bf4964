// Plain-text releases: EDGAR text exhibits (with the SGML tags <TABLE> <CAPTION> <S> <C> <FN> <PAGE>, in either case, or
// without them) and text with nothing but spaces. Wrapped sentences become paragraphs, centred and all-capital lines headings,
// figures that stand in columns tables (fixed_width.h). Knows nothing of what a table says.
#pragma once

#include <string_view>

#include "base/span.h"
#include "document/document.h"

namespace finwh {

// `utf8` is the whole file, or a part of one whose first byte stands at `base`. Never throws for content; linear time.
Document read_text(std::string_view utf8, Span base = {});

}  // namespace finwh
