// Plain text through the fixed-width reader.
#pragma once

#include <string_view>

#include "document/fixed_width.h"
#include "document/text_lines.h"

namespace finwh {

inline Document read_text(std::string_view utf8, Span base = {}) {
  Document document;
  const auto lines = split_lines(utf8, base);
  read_fixed_width(lines, 0, lines.size(), document);
  return document;
}

}  // namespace finwh
