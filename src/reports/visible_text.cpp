#include "reports/visible_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace finwh {
namespace {

struct Character {
  std::uint32_t value;  // code point
  std::size_t length;   // bytes; 0 = no valid UTF-8 here
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  const std::uint32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
  if (length == 0 || at + length > text.size() || !is_valid_utf8(text.substr(at, length))) return {0xFFFD, 0};
  std::uint32_t value = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (byte(at + i) & 0x3FU);
  return {value, length};
}

// Directional marks, embeddings and isolates; zero-width characters; line and paragraph separators.
bool reorders_or_hides(std::uint32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x061C;
}

void append_picture(std::string& out, std::uint32_t c) {
  if (c == 0x7F)
    out += "\u2421";
  else if (c < 0x20)
    out += {'\xE2', '\x90', static_cast<char>(0x80U | c)};
  else
    out += fmt::format("<U+{:04X}>", c);
}

}  // namespace

std::string visible_text(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto [value, length] = character_at(text, i);
    if (length == 0) {
      out += "\uFFFD";
      ++i;
      continue;
    }
    const bool control = value < 0x20 || (value >= 0x7F && value < 0xA0);
    if ((control && !(value == '\n' && keep_lines)) || reorders_or_hides(value))
      append_picture(out, value);
    else
      out += text.substr(i, length);
    i += length;
  }
  return out;
}

std::vector<std::string> wrap_text(std::string_view utf8, std::size_t columns) {
  std::vector<std::string> lines;
  for (const auto& paragraph : split(utf8, '\n')) {
    if (display_width(paragraph) <= columns) {
      lines.push_back(paragraph);
      continue;
    }
    const auto lead = std::min(paragraph.find_first_not_of(' '), columns / 2);
    const std::string indent(lead, ' ');
    std::string line = indent;
    bool fresh = true;  // nothing but the indent on the line yet
    for (const auto& word : split(std::string_view(paragraph).substr(lead), ' ')) {
      if (!fresh && display_width(line) + 1 + display_width(word) > columns) {
        lines.push_back(line);
        line = indent;
        fresh = true;
      }
      line += fresh ? word : " " + word;
      fresh = false;
    }
    lines.push_back(line);
  }
  return lines;
}

}  // namespace finwh
