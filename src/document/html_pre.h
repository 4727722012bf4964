// Fixed-width text inside HTML (<pre>): mark-up taken out so that the columns line up as on the page, then read as text.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/document.h"

namespace finwh {

// Offset of the end of the content that begins at `at`: the end tag, or else the end of the page.
std::uint64_t end_of_preformatted(std::string_view source, std::uint64_t at);

// Reads the content. `base` is the place of its first byte in the file; spans are places in the file.
Document read_preformatted(std::string_view content, Span base);

}  // namespace finwh
