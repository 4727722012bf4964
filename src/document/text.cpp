#include "document/text.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "document/fixed_width.h"
#include "document/markdown_table.h"
#include "document/text_flat.h"
#include "document/text_lines.h"

namespace finwh {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kMostCells = 2'000'000;  // of tables with tabs in one document

constexpr std::size_t kDoubleSpaced = 20;  // lines in a row with a blank one behind each

// The name of the SGML tag that a line starts with, in capitals, with '/' before an end tag's; "" for none.
std::string tag_of(std::string_view line) {
  line = trim(line);
  if (line.size() < 3 || line.front() != '<') return {};
  const auto end = line.substr(0, 24).find('>');
  if (end == npos || end < 2) return {};
  std::string name(line.substr(1, end - 1));
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!is_alnum(c) && c != '/' && c != '-') return {};
  }
  return name;
}

// "-3-", "Page 3", "Page 3 of 9", "3": the foot of a page.
bool is_page_number(std::string_view line) {
  line = trim(line);
  if (line.size() > 16 || line.empty()) return false;
  auto text = to_lower(line);
  if (text.starts_with("page ")) text = text.substr(5);
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  return digits > 0 && digits <= 6 && text.find_first_not_of("0123456789- of") == npos;
}

bool is_dashed_page_number(std::string_view line) {
  line = trim(line);
  return line.size() >= 3 && line.size() <= 9 && line.front() == '-' && line.back() == '-' && is_page_number(line);
}

// "-more-", "(MORE)", "- more -": the page ends and the text goes on.
bool says_more(std::string_view line) {
  line = trim(line);
  return line.size() >= 6 && line.size() <= 20 && (line.front() == '-' || line.front() == '(' || line.front() == '.') &&
         fold(line) == "more";
}

// "Page 3", "Example Reports Results, Page 3 of 9", "-3-", "Add 2", "2-2-2": a line of the head of a page.
bool numbers_page(std::string_view line) {
  if (is_page_number(line)) return true;
  const auto words = split(fold(line), ' ');
  const auto number = [&](std::size_t i) { return i < words.size() && words[i].size() <= 3 && is_digit(words[i][0]); };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool ends = i + 2 == words.size() || (i + 4 == words.size() && words[i + 2] == "of");
    if ((words[i] == "page" || (words[i] == "add" && i == 0)) && number(i + 1) && ends) return true;
  }
  return words.size() == 3 && number(0) && words[0] == words[1] && words[1] == words[2];
}

// A line with its numbers masked, as the heads of pages differ in these only.
std::string masked(std::string_view line) {
  auto text = fold(line);
  std::replace_if(text.begin(), text.end(), is_digit, '#');
  return text;
}

class TextReader {
 public:
  TextReader(std::string_view utf8, Span base) : lines_(split_lines(utf8, base)) { out_.format = Format::text; }

  Document run() {
    find_running_heads();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (running_head_[i]) continue;
      const auto tag = tag_of(lines_[i].text);
      if (!tag.empty())
        read_tag(tag, i);
      else if (lines_[i].text.find('\f') != npos)
        form_feed(lines_[i]);
      else if (const auto end = tabbed_until(i); end > i)
        i = tabbed_table(i, end) - 1;
      else if (says_more(lines_[i].text) || (stands_alone(i) && is_dashed_page_number(lines_[i].text)))
        page_break(lines_[i]);
      else
        pending_.push_back(lines_[i]);
    }
    flush();
    report_flat_tables(out_);
    return std::move(out_);
  }

 private:
  // Lines at the top of a page that number it, and with them the lines of that block that other pages have too.
  void find_running_heads() {
    constexpr std::size_t kLongestHead = 4;  // lines
    running_head_.assign(lines_.size(), false);
    std::vector<std::pair<std::size_t, std::size_t>> heads;
    std::map<std::string, int> times;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto text = lines_[i].text;
      const bool feed = text.find('\f') != npos;
      if (!feed && tag_of(text) != "PAGE") continue;
      auto first = feed && !trim(text.substr(text.find('\f') + 1)).empty() ? i : i + 1;
      if (first == i) continue;  // the form feed is on the head's own line
      while (first < lines_.size() && is_blank(lines_[first])) ++first;
      auto end = first;
      bool numbered = false;
      for (; end < lines_.size() && end - first <= kLongestHead && !is_blank(lines_[end]) && tag_of(lines_[end].text).empty(); ++end)
        numbered = numbered || numbers_page(lines_[end].text);
      if (!numbered || end - first > kLongestHead) continue;
      heads.emplace_back(first, end);
      for (auto k = first; k < end; ++k) ++times[masked(lines_[k].text)];
    }
    for (const auto& [first, end] : heads)
      for (auto k = first; k < end; ++k) running_head_[k] = numbers_page(lines_[k].text) || times[masked(lines_[k].text)] > 1;
  }

  void read_tag(const std::string& tag, std::size_t i) {
    if (tag == "TABLE") {
      flush();
      in_table_ = true;
    } else if (tag == "/TABLE" || tag == "FN" || tag == "/TEXT") {
      if (tag == "/TEXT") drop_page_number();
      flush();
      in_table_ = false;
    } else if (tag == "PAGE") {
      page_break(lines_[i]);
    } else if (tag == "S" || tag == "C" || tag == "CAPTION" || tag == "TEXT" || tag == "/FN" || tag == "/CAPTION") {
      rest_of_tag_line(i);
    } else if (!is_sgml_header(tag)) {
      pending_.push_back(lines_[i]);
    }
  }

  // "<CAPTION> Balance sheets" has words; a line of nothing but tags has none.
  void rest_of_tag_line(std::size_t i) {
    auto rest = lines_[i].text;
    for (auto open = rest.find('<'); open != npos; open = rest.find('<')) {
      const auto close = rest.find('>', open);
      if (close == npos || !trim(rest.substr(0, open)).empty()) break;
      rest.remove_prefix(close + 1);
    }
    if (trim(rest).empty()) return;
    auto line = lines_[i];
    line.offset += static_cast<std::uint64_t>(rest.data() - line.text.data());
    line.text = rest;
    pending_.push_back(line);
  }

  static bool is_sgml_header(const std::string& tag) {
    static constexpr std::string_view names[] = {"DOCUMENT", "/DOCUMENT", "TYPE", "SEQUENCE", "FILENAME", "DESCRIPTION", "PRE", "/PRE"};
    return std::find(std::begin(names), std::end(names), tag) != std::end(names);
  }

  void form_feed(TextLine line) {
    const auto at = line.text.find('\f');
    auto before = line;
    before.text = line.text.substr(0, at);
    if (!is_blank(before)) pending_.push_back(before);
    page_break(line);
    line.offset += at + 1;
    line.text.remove_prefix(at + 1);
    if (!is_blank(line)) pending_.push_back(line);
  }

  // Ends the page: its number goes with it.
  void page_break(const TextLine& line) {
    drop_page_number();
    flush();
    Block block;
    block.kind = BlockKind::page_break;
    block.span = span_in(line, line.text);
    out_.blocks.push_back(std::move(block));
  }

  void drop_page_number() {
    while (!pending_.empty() && is_blank(pending_.back())) pending_.pop_back();
    if (!pending_.empty() && is_page_number(pending_.back().text) && (pending_.size() == 1 || is_blank(pending_[pending_.size() - 2])))
      pending_.pop_back();
  }

  bool stands_alone(std::size_t i) const {
    return (i == 0 || is_blank(lines_[i - 1])) && (i + 1 == lines_.size() || is_blank(lines_[i + 1]));
  }

  // Two lines or more with the same number of tabs inside them are a table of cells; tabs used otherwise only indent.
  std::size_t tabbed_until(std::size_t i) const {
    const auto tabs = [](std::string_view text) { return std::count(text.begin(), text.end(), '\t'); };
    const auto inner = [&](std::size_t k) { return tabs(trim(lines_[k].text)); };
    if (inner(i) == 0) return i;
    auto end = i;
    std::size_t same = 0;
    for (; end < lines_.size() && inner(end) > 0; ++end) same += tabs(lines_[end].text) == tabs(lines_[i].text) ? 1U : 0U;
    return end - i >= 3 && same * 2 >= end - i && !aligned_by_stops(i, end) ? end : i;
  }

  // Tabs that stand for the blanks up to the next stop, with spaces behind them where a figure is short: the figures of most
  // lines then end in one column.
  bool aligned_by_stops(std::size_t i, std::size_t end) const {
    constexpr std::size_t kTabStop = 8;
    std::map<std::size_t, std::size_t> edges;
    std::size_t lines = 0;
    bool filled = false;  // a tab and a space, or two tabs, part two cells
    for (; i < end; ++i) {
      auto text = trim(lines_[i].text);
      filled = filled || contains(text, "\t ") || contains(text, "\t\t");
      while (!text.empty() && (text.back() == ')' || text.back() == '%' || is_space(text.back()))) text.remove_suffix(1);
      if (text.empty() || !is_digit(text.back())) continue;
      std::size_t column = 0;
      for (const char c : lines_[i].text.substr(0, static_cast<std::size_t>(text.data() + text.size() - lines_[i].text.data())))
        column = c == '\t' ? (column / kTabStop + 1) * kTabStop : column + 1;
      ++edges[column];
      ++lines;
    }
    std::size_t most = 0;
    for (const auto& [column, count] : edges) most = std::max(most, count);
    return filled && lines >= 3 && most * 10 >= lines * 7;
  }

  std::size_t tabbed_table(std::size_t i, std::size_t end) {
    flush();
    Block block;
    block.kind = BlockKind::table;
    block.table = read_tabbed_table(lines_, i, end, cells_);
    block.span = span_between(lines_[i], lines_[end - 1]);
    if (!block.table.rows.empty()) out_.blocks.push_back(std::move(block));
    return end;
  }

  // Where a blank line was typed behind every line, over many lines, those blank lines mean nothing.
  void close_double_spacing() {
    std::vector<TextLine> kept;
    for (std::size_t i = 0; i < pending_.size();) {
      std::size_t lines = 0;
      auto end = i;
      while (end < pending_.size() && (is_blank(pending_[end]) || end == i || is_blank(pending_[end - 1]))) {
        if (!is_blank(pending_[end])) ++lines;
        ++end;
      }
      const bool spaced = lines >= kDoubleSpaced;
      bool filler = true;  // every other line of a run of blank ones, from the first
      for (; i < end; ++i) {
        const bool blank = is_blank(pending_[i]);
        if (!spaced || !blank || !filler) kept.push_back(pending_[i]);
        filler = !blank || !filler;
      }
    }
    pending_ = std::move(kept);
  }

  void flush() {
    close_double_spacing();
    if (!pending_.empty()) read_fixed_width(pending_, 0, pending_.size(), out_, in_table_);
    pending_.clear();
  }

  std::vector<TextLine> lines_;
  std::vector<bool> running_head_;  // for each line
  std::vector<TextLine> pending_;   // lines of the page or table so far, without tags
  Document out_;
  bool in_table_ = false;
  std::size_t cells_ = kMostCells;
};

}  // namespace

Document read_text(std::string_view utf8, Span base) { return TextReader(utf8, base).run(); }

}  // namespace finwh
