#include "document/html_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace finwh {
namespace {

// References such as &#151; name the bytes of Windows-1252, as browsers know: the code points 0x80 to 0x9F, which UTF-8
// writes as 0xC2 and that byte.
constexpr std::array<std::string_view, 32> kWindows1252 = {
    "€", " ", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", " ", "Ž", " ",
    " ", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", " ", "ž", "Ÿ",
};

std::string_view as_windows1252(std::string_view character) {
  if (character.size() != 2 || character[0] != '\xC2') return character;
  const auto byte = static_cast<unsigned char>(character[1]);
  return byte < 0xA0 ? kWindows1252[byte - 0x80U] : character;
}

}  // namespace

std::uint32_t LineCounter::line_at(std::uint64_t offset) {
  offset = std::min<std::uint64_t>(offset, source_.size());
  while (at_ < offset) {
    const auto newline = source_.substr(at_, offset - at_).find('\n');
    if (newline == std::string_view::npos) {
      at_ = offset;
    } else {
      at_ += newline + 1;
      ++line_;
    }
  }
  return line_;
}

void HtmlText::add(std::string_view utf8, std::uint64_t at, std::uint64_t length, const HtmlRun& run, LineCounter& lines) {
  const bool reference = length != utf8.size();
  for (std::size_t i = 0; i < utf8.size();) {
    if (const auto word = ascii_word(utf8.substr(i)); !word.empty()) {
      ink(word, reference ? at : at + i, reference ? length : word.size(), run, lines);
      i += word.size();
      continue;
    }
    auto [spacing, size] = spacing_at(utf8, i);
    auto character = utf8.substr(i, size);
    if (size == 2) {
      character = as_windows1252(character);
      spacing = character == " " ? Spacing::space : spacing == Spacing::space && character.size() == 3 ? Spacing::ink : spacing;
    }
    if (spacing == Spacing::space) {
      space_ = true;
      if (text_.empty() && size > 1) ++leading_;
    } else if (spacing == Spacing::ink) {
      ink(character, reference ? at : at + i, reference ? length : size, run, lines);
    }
    i += size;
  }
}

void HtmlText::ink(std::string_view characters, std::uint64_t at, std::uint64_t length, const HtmlRun& run, LineCounter& lines) {
  if (text_.empty()) span_ = {at, static_cast<std::uint32_t>(length), lines.line_at(at)};
  span_.length = static_cast<std::uint32_t>(at + length - span_.offset);
  if (!text_.empty() && breaks_ > 0)
    text_ += '\n';
  else if (!text_.empty() && space_)
    text_ += ' ';
  breaks_ = 0;
  space_ = false;
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += characters;
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (run.raised) {
    if (!raised_.empty() && raised_.back().second == begin)
      raised_.back().second = end;
    else
      raised_.emplace_back(begin, end);
  }
  all_.bold = all_.bold && run.bold;
  all_.raised = all_.raised && run.raised;
  all_.underlined = all_.underlined && run.underlined;
  all_.heading = all_.heading && run.heading;
  all_.centered = all_.centered && run.centered;
}

}  // namespace finwh
