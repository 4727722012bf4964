#include "document/fixed_width_wraps.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace finwh {
namespace {

constexpr std::size_t kLongestLabel = 40;    // lines
constexpr std::uint32_t kNarrowColumn = 24;  // characters: a heading that fills more of a line is complete
constexpr std::uint32_t kPageWide = 50;      // characters: so long a heading was wrapped for the page

std::size_t first_word_length(const std::string& text) { return std::min(text.find(' '), text.size()); }

// "PERIOD END BALANCES" over "Loans": words in capitals head what is set otherwise.
bool in_capitals(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// "2030" or "2030:" alone heads the lines of that year.
bool is_year_heading(std::string_view text) {
  if (text.ends_with(':')) text.remove_suffix(1);
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && is_digit(text[2]) && is_digit(text[3]);
}

bool ends_with_year(std::string_view text) {
  return text.size() > 5 && text[text.size() - 5] == ' ' && is_year_heading(text.substr(text.size() - 4));
}

// The first letter is lower case, or the text starts with a sign that starts no label of its own.
bool starts_lower(const std::string& text) {
  if (text.empty()) return false;
  if (text[0] == '(') return text.size() > 1 && (!is_upper(text[1]) || text.back() == ')');
  if (text[0] == '%' || text[0] == '&' || text[0] == ')' || text[0] == '/' || text[0] == '\'' || text[0] == ',') return true;
  if (is_year_heading(text)) return false;
  if (is_digit(text[0]) || text[0] == '$') return true;
  if (text[0] == '-' && text.size() > 2) return text[1] == ' ' && text[2] >= 'a' && text[2] <= 'z';
  return !is_upper(text[0]) && is_alpha(text[0]);
}

// A lower-case line that starts an item of its own under the line above.
bool starts_item(const std::string& text) {
  return text.starts_with("of which") || text.starts_with("thereof") || text.starts_with("including");
}

bool has_open_parenthesis(const std::string& text) {
  return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

// The line ends in the middle of a phrase.
bool ends_open(const std::string& text) {
  static constexpr std::array<std::string_view, 24> words = {"and",   "or", "of",   "in",     "to",   "the", "for",   "by",
                                                             "from",  "on", "with", "at",     "than", "a",   "an",    "per",
                                                             "under", "as", "into", "net of", "its",  "&",   "ended", "ending"};
  if (text.empty()) return false;
  if (has_open_parenthesis(text)) return true;
  if (text.back() == ',' || text.back() == '/' || text.back() == '&') return true;
  if (text.back() == '-' && text.size() > 1) return true;
  const auto space = text.rfind(' ');
  const auto last = to_lower(text.substr(space == std::string::npos ? 0 : space + 1));
  if (last.size() > 2 && (last.ends_with("s'") || last.ends_with("'s") || last.ends_with("s\xE2\x80\x99"))) return true;  // whose?
  return std::find(words.begin(), words.end(), last) != words.end();
}

// "Less:" and its like open an item; with the item's first word they did not fit into the column.
bool opens_item(const std::string& text) {
  static constexpr std::array<std::string_view, 5> words = {"less:", "add:", "plus:", "deduct:", "minus:"};
  const auto lower = to_lower(text);
  return std::find(words.begin(), words.end(), lower) != words.end();
}

bool continues_phrase(const std::string& text) {
  static constexpr std::array<std::string_view, 9> words = {"and", "or", "of", "as", "to", "for", "in", "from", "with"};
  const auto first = text.substr(0, text.find(' '));
  return !starts_item(text) && std::find(words.begin(), words.end(), first) != words.end();
}

class Wraps {
 public:
  Wraps(const std::vector<LabelLine>& lines, std::uint32_t width, bool ruled_rows) : lines_(lines), width_(width), ruled_rows_(ruled_rows) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].overhangs) overhang_ = std::max(overhang_, lines[i].end);
      if (lines[i].text.empty() || lines[i].overhangs) continue;
      const bool hangs = i > 0 && starts_lower(lines[i].text) && lines[i].indent > 0;
      widest_ = std::max(widest_, lines[i].end - (hangs ? 1 : 0));
    }
    if (width_ == 0) width_ = widest_;
    count_habit();
  }

  std::vector<bool> run() {
    std::vector<bool> wraps(lines_.size(), false);
    std::size_t start = 0;  // first line of the row so far
    bool values = false;    // the row has values already
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      wraps[i] = i > 0 && i - start < kLongestLabel && goes_on(start, i, values);
      if (!wraps[i]) {
        start = i;
        values = false;
      }
      values = values || lines_[i].values;
    }
    return wraps;
  }

 private:
  // The first word of the line would have stood on the line above, had the writer wanted it there.
  bool fits(std::size_t i) const {
    const auto& above = lines_[i - 1];
    const auto width = above.overhangs ? overhang_ : above.end > width_ ? widest_ : width_;
    return above.end + 1 + first_word_length(lines_[i].text) <= width;
  }

  // How the table writes its continuation lines: hanging by a space or two, or flush.
  void count_habit() {
    int hanging = 0;
    int flush = 0;
    std::array<int, 8> hangs{};
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const auto& line = lines_[i];
      const auto& above = lines_[i - 1];
      if (line.fresh || above.values || above.text.empty() || line.text.empty() || !starts_lower(line.text) || fits(i)) continue;
      if (line.indent > above.indent)
        ++hanging;
      else if (line.indent == above.indent && line.values && (i < 2 || lines_[i - 2].indent >= above.indent))
        ++flush;
      const auto by = line.indent > above.indent ? line.indent - above.indent : 0;
      if (by > 0 && by < hangs.size()) ++hangs[by];
    }
    hanging_habit_ = hanging > flush;
    const auto most = std::max_element(hangs.begin() + 1, hangs.end());
    if (*most > 0) hang_ = static_cast<std::uint32_t>(most - hangs.begin());
  }

  bool goes_on(std::size_t start, std::size_t i, bool values) const {
    const auto& line = lines_[i];
    const auto& above = lines_[i - 1];
    if (line.fresh || line.text.empty() || above.text.empty()) return false;
    if (line.completes) return line.indent >= lines_[start].indent;
    if (values) {
      if (line.values) return false;
      return has_open_parenthesis(label_so_far(start, i)) ||
             (line.indent >= lines_[start].indent && starts_lower(line.text) && !fits(i) && !next_is_flush_value(i));
    }
    const auto base = lines_[start].indent;
    if (above.text.back() == ':') return opens_item(above.text) && line.indent > base && !fits(i);
    if (ruled_rows_) return true;
    if (line.indent < base)
      return has_open_parenthesis(label_so_far(start, i)) || (ends_open(above.text) && !line.values && centred_under(above, line));
    const auto hang = line.indent - base;
    const bool crowded = !fits(i);
    if (ends_open(above.text) || has_open_parenthesis(label_so_far(start, i))) return hang <= 4 || crowded;
    if (starts_lower(line.text))
      return crowded || hang < 2 || (hang <= 4 && !starts_item(line.text) && !line.values) || continues_phrase(line.text);
    if (!crowded || ends_with_year(above.text)) return false;  // "Second Quarter 2030" heads what follows
    if (in_capitals(above.text) && !in_capitals(line.text)) return false;
    if (hang > 0) return hang == hang_ && !starts_children(i);
    return width_ <= kNarrowColumn && (!above.overhangs || above.end - above.indent >= kPageWide) && flush_goes_on(i);
  }

  // Headings in the middle of the label column: "Liabilities and" over "Shareholders' Equity".
  static bool centred_under(const LabelLine& above, const LabelLine& line) {
    const auto left = above.indent + above.end;
    const auto right = line.indent + line.end;
    return line.indent > 0 && (left > right ? left - right : right - left) <= 4;
  }

  // "Ambition (ex 13,100 / Ambition)": the row's numbers stand on its first line. A lower-case line that leads to values of its
  // own belongs to those.
  bool next_is_flush_value(std::size_t i) const {
    return i + 1 < lines_.size() && !lines_[i + 1].fresh && lines_[i + 1].values && starts_lower(lines_[i + 1].text);
  }

  // An upper-case line, indented under the line above, starts a list of children when its row is followed by a sibling.
  bool starts_children(std::size_t i) const {
    const auto indent = lines_[i].indent;
    auto last = i;
    while (last < lines_.size() && !lines_[last].values && last < i + 12) ++last;
    if (last >= lines_.size() || last == i + 12) return false;
    const auto& next_line = lines_[i + 1];
    if (last > i && next_line.indent > indent && !starts_lower(next_line.text) && !ends_open(lines_[i].text))
      return false;                                 // children's heading
    if (lines_[last].indent > indent) return true;  // the line hangs its own continuation
    for (auto next = last + 1; next < std::min(lines_.size(), last + 12); ++next) {
      if (lines_[next].text.empty()) continue;
      return lines_[next].indent == indent && !starts_lower(lines_[next].text);
    }
    return false;
  }

  // Two upper-case lines, one below the other: a wrapped heading, or a heading and the first line of the next row. A single word
  // over lines of its own ("Activities") is the end of a heading.
  bool flush_goes_on(std::size_t i) const {
    if (!lines_[i].values) {
      const bool next_hangs = i + 1 < lines_.size() && !lines_[i + 1].fresh && !lines_[i + 1].text.empty() &&
                              lines_[i + 1].indent > lines_[i].indent && lines_[i + 1].indent <= lines_[i].indent + 2 &&
                              (starts_lower(lines_[i + 1].text) || ends_open(lines_[i].text) || contains(lines_[i].text, " "));
      return !(next_hangs && hanging_habit_);
    }
    return !hanging_habit_;
  }

  std::string label_so_far(std::size_t start, std::size_t i) const {
    std::string label;
    for (auto k = start; k < i; ++k) label += lines_[k].text + " ";
    return label;
  }

  const std::vector<LabelLine>& lines_;
  std::uint32_t width_ = 0;     // of the label column
  bool ruled_rows_;             // a rule parts each row from the next
  std::uint32_t widest_ = 0;    // label; a hanging line may stand out by the one column that it hangs
  std::uint32_t overhang_ = 0;  // end of the widest label over the columns
  bool hanging_habit_ = false;
  std::uint32_t hang_ = 1;  // by how many columns
};

}  // namespace

std::vector<bool> find_wraps(const std::vector<LabelLine>& lines, std::uint32_t width, bool ruled_rows) {
  return Wraps(lines, width, ruled_rows).run();
}

void append_wrapped(std::string& label, const std::string& next) {
  if (next.empty()) return;
  const bool hyphen =
      label.size() > 1 && label.back() == '-' && is_alpha(label[label.size() - 2]) && !next.empty() && next[0] >= 'a' && next[0] <= 'z';
  if (!label.empty() && !hyphen) label += ' ';
  label += next;
}

}  // namespace finwh
