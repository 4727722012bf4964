// Inline Markdown (CommonMark 0.31, section 6, and the HTML tags that converters leave in it) resolved to plain text: emphasis,
// escapes, entities, links, tags. Lenient where converters are sloppy: bold spans glued together ("**Year****Ended**").
// Knows nothing of blocks or tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finwh {

struct InlineText {
  std::string text;              // UTF-8, white space collapsed, '\n' at hard line breaks when they are kept
  std::vector<bool> bold_lines;  // for each line of `text`: all of it is strong (empty lines are not)
  bool bold = false;             // all of the text is strong
  bool underlined = false;       // all of the text is inside <u>
  std::vector<std::pair<std::uint32_t, std::uint32_t>> superscripts;  // byte ranges of `text`, ascending
};

enum class LineBreaks {
  keep,   // two spaces or a backslash before a line end, and <br>, become '\n'; other line ends a space
  space,  // every line end and <br> becomes a space (table cells)
};

// Linear in the size of `source`; never fails: what is no markup is text.
InlineText resolve_inline(std::string_view source, LineBreaks breaks);

}  // namespace finwh
