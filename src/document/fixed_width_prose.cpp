#include "document/fixed_width_prose.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"

namespace finwh {
namespace {

// "(1) text", "1. text", "1) text", "*  text", "(a) text", "-- text", "o text", "Note 1:"
bool starts_note(std::string_view text) {
  const auto space = text.find(' ');
  if (space == std::string_view::npos || space > 6) return false;
  const auto mark = text.substr(0, space);
  const bool list = mark == "o" || mark == "--" || mark == "-" || mark.find_first_not_of('*') == std::string_view::npos;
  const bool bracketed = mark.size() >= 3 && mark.size() <= 5 && mark.front() == '(' && mark.back() == ')';
  const bool numbered = mark.size() >= 2 && mark.size() <= 4 && (mark.back() == '.' || mark.back() == ')') && mark.front() != '(' &&
                        (is_digit(mark.front()) || mark.size() == 2);
  return list || bracketed || (numbered && is_digit(mark.front()));
}

bool all_capitals(std::string_view text) {
  bool letter = false;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    letter = letter || is_alpha(c);
  }
  return letter;
}

// Stretches far apart, other than the mark of a note and its text.
bool is_columnar(const FixedLine& line) {
  const auto& pieces = line.pieces();
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (i == 1 && pieces[0].end - pieces[0].begin <= 8) continue;
    if (pieces[i].begin - pieces[i - 1].end >= 4) return true;
  }
  return false;
}

// Ends in a full stop that is no company's ("Acme Corp.").
bool is_sentence(std::string_view text) {
  if (!text.ends_with('.')) return false;
  const auto last = text.substr(text.find_last_of(" \n") + 1);
  return last != "Inc." && last != "INC." && last != "Corp." && last != "CORP." && last != "Co." && last != "CO." && last != "Ltd." &&
         last != "LTD." && last.find('.') + 1 == last.size();
}

class Prose {
 public:
  Prose(const std::vector<FixedLine>& lines, Document& out) : lines_(lines), out_(out) {}

  void paragraph(std::size_t first, std::size_t end) {
    std::uint32_t width = 0;
    bool centred = true;
    for (auto i = first; i < end; ++i) {
      width = std::max(width, lines_[i].end());
      centred = centred && lines_[i].indent() >= 8;
    }
    Block block;
    block.text = lines_[first].text(lines_[first].indent(), lines_[first].end());
    bool wrapped = false;
    for (auto i = first + 1; i < end; ++i) {
      const auto text = lines_[i].text(lines_[i].indent(), lines_[i].end());
      const bool joins = goes_on(i, width);
      wrapped = wrapped || joins;
      block.text += joins ? ' ' : '\n';
      block.text += text;
    }
    block.span = cover(lines_[first].span(), lines_[end - 1].span());
    const auto first_line = std::string_view(block.text).substr(0, std::min(block.text.find('\n'), block.text.size()));
    const bool title =
        !wrapped && block.text.size() < 600 && first_line.size() < 120 && !is_sentence(block.text) && (centred || all_capitals(first_line));
    if (title) block.kind = BlockKind::heading;
    out_.blocks.push_back(std::move(block));
  }

 private:
  // Whether the line was broken only because the page was full: its first word would not have fitted on the line above.
  bool goes_on(std::size_t i, std::uint32_t width) const {
    const auto& above = lines_[i - 1];
    const auto& line = lines_[i];
    if (is_columnar(above) || is_columnar(line)) return false;
    if (line.indent() >= 12 && line.indent() != above.indent()) return false;
    const auto text = std::string_view(line.columns()).substr(line.indent());
    const auto word = static_cast<std::uint32_t>(std::min(text.find(' '), text.size()));
    return above.end() - above.indent() >= 40 && above.end() + 1 + word + 3 > width;
  }

  const std::vector<FixedLine>& lines_;
  Document& out_;
};

}  // namespace

void add_prose(const std::vector<FixedLine>& lines, std::size_t first, std::size_t end, Document& out) {
  Prose prose(lines, out);
  auto from = first;
  for (auto i = first; i <= end; ++i) {
    const bool stops = i == end || lines[i].pieces().empty() || lines[i].kind() == LineKind::rule;
    const bool note = !stops && i > from && starts_note(std::string_view(lines[i].columns()).substr(lines[i].indent()));
    const bool title = !stops && i > from && lines[i].indent() >= 16 && lines[i].indent() >= lines[i - 1].indent() + 8 &&
                       lines[i - 1].columns()[lines[i - 1].end() - 1] == '.';
    if (!stops && !note && !title) continue;
    if (i > from) prose.paragraph(from, i);
    from = stops ? i + 1 : i;
  }
}

}  // namespace finwh
