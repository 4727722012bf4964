// A text source as lines with their places. Knows bytes and line ends only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace finwh {

struct TextLine {
  std::string_view text;     // without its line end
  std::uint64_t offset = 0;  // bytes from the start of the source file, from 0
  std::uint32_t number = 0;  // from 1
};

// The lines of a text whose first byte stands at `base` (offset and line; a base without a line starts at line 1).
// Line ends are LF, CRLF or CR; the last line may lack one. The views point into `utf8`.
std::vector<TextLine> split_lines(std::string_view utf8, Span base);

// The span of a part of the line; `part` must be a view into line.text.
Span span_in(const TextLine& line, std::string_view part);

// From the first byte of one line to the last byte of another, both without white space at their outer ends.
Span span_between(const TextLine& first, const TextLine& last);

bool is_blank(const TextLine& line);

}  // namespace finwh
