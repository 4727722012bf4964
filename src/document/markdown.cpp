#include "document/markdown.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "document/fixed_width.h"
#include "document/html.h"
#include "document/markdown_header.h"
#include "document/markdown_inline.h"
#include "document/markdown_plain.h"
#include "document/markdown_table.h"
#include "document/text_flat.h"
#include "document/text_lines.h"

namespace finwh {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kMostCells = 2'000'000;  // of one document
constexpr std::size_t kLongestHeading = 300;   // bytes of a bold line that still reads as a heading

std::size_t leading_spaces(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

// The fence that a line opens: its character and length, 0 when it opens none.
std::pair<char, std::size_t> fence_at(std::string_view line) {
  if (leading_spaces(line) > 3) return {0, 0};
  line = trim(line);
  for (const char mark : {'`', '~'}) {
    const auto length = std::min(line.find_first_not_of(mark), line.size());
    if (length >= 3 && (mark == '~' || line.find('`', length) == npos)) return {mark, length};
  }
  return {0, 0};
}

bool closes(std::string_view line, std::pair<char, std::size_t> fence) {
  line = trim(line);
  return line.size() >= fence.second && line.find_first_not_of(fence.first) == npos;
}

// 1 to 6 for "## Text", else 0.
std::size_t heading_level(std::string_view line) {
  if (leading_spaces(line) > 3) return 0;
  line = trim(line);
  const auto level = std::min(line.find_first_not_of('#'), line.size());
  return level <= 6 && level < line.size() && is_space(line[level]) ? level : 0;
}

bool is_break(std::string_view line) {
  std::size_t marks = 0;
  char mark = 0;
  for (const char c : trim(line)) {
    if (is_space(c)) continue;
    if ((c != '-' && c != '*' && c != '_') || (mark != 0 && c != mark)) return false;
    mark = c;
    ++marks;
  }
  return marks >= 3;
}

bool is_underline(std::string_view line) {
  line = trim(line);
  return !line.empty() && (line.find_first_not_of('=') == npos || (line.find_first_not_of('-') == npos && line.size() >= 2));
}

// Length of the marker of a list item with the space behind it: "- ", "* ", "+ ", "1. ", "1) "; 0 for none.
std::size_t item_marker(std::string_view line) {
  line = line.substr(leading_spaces(line));
  if (line.size() < 2) return 0;
  std::size_t length = 0;
  if (line[0] == '-' || line[0] == '*' || line[0] == '+') {
    length = 1;
  } else {
    while (length < line.size() && length < 4 && is_digit(line[length])) ++length;
    if (length == 0 || length == line.size() || (line[length] != '.' && line[length] != ')')) return 0;
    ++length;
  }
  return length < line.size() && is_space(line[length]) ? length + 1 : 0;
}

// "•<tab>text", "1.<tab>text": a list item, no row of a table.
bool is_tabbed_item(std::string_view line) {
  line = trim(line);
  const auto tab = line.find('\t');
  if (tab == npos || tab > 4 || line.find('\t', tab + 1) != npos) return false;
  const auto mark = line.substr(0, tab);
  return item_marker(std::string(mark) + " x") > 0 || mark.starts_with("\xE2\x80\xA2") || mark.starts_with("\xC2\xB7") ||
         (mark.front() == '(' && mark.back() == ')');
}

bool is_tab_row(std::string_view line) { return has_cell_tab(line) && !is_tabbed_item(line); }

class MarkdownReader {
 public:
  MarkdownReader(std::string_view utf8, Span base) : lines_(split_lines(utf8, base)) { out_.format = Format::markdown; }

  Document run() {
    read_submission_items(lines_, out_);
    at_ = read_front_matter(lines_, out_);
    while (at_ < lines_.size()) block();
    report_flat_tables(out_);
    return std::move(out_);
  }

 private:
  void block() {
    find_plain_tables();
    if (next_plain_ < plain_.size() && plain_[next_plain_].first <= at_) {
      const auto [first, end] = plain_[next_plain_++];
      read_plain_table(lines_, std::max(first, at_), end, out_);
      at_ = end;
      return;
    }
    const auto line = lines_[at_].text;
    if (contains(line, "\f") && trim(line).empty()) return page_break();
    if (is_blank(lines_[at_])) {
      ++at_;
    } else if (fence_at(line).second > 0) {
      fenced();
    } else if (starts_html_table(line)) {
      html_table();
    } else if (is_grid_rule(line)) {
      grid_table();
    } else if (starts_pipe_table(at_)) {
      pipe_table();
    } else if (is_tab_row(line)) {
      tabbed_table();
    } else if (is_break(line)) {
      ++at_;
    } else {
      paragraph();
    }
  }

  void page_break() {
    Block block;
    block.kind = BlockKind::page_break;
    block.span = span_in(lines_[at_], lines_[at_].text);
    out_.blocks.push_back(std::move(block));
    ++at_;
  }

  bool starts_pipe_table(std::size_t i) const {
    const auto line = lines_[i].text;
    if (is_pipe_row(line)) return true;
    if (i + 1 == lines_.size() || line.find('|') == npos) return false;
    return is_pipe_rule(lines_[i + 1].text) || (is_open_pipe_rule(line) && lines_[i + 1].text.find('|') != npos);
  }

  void fenced() {
    const auto fence = fence_at(lines_[at_].text);
    const auto first = at_ + 1;
    auto end = first;
    while (end < lines_.size() && !closes(lines_[end].text, fence)) ++end;
    if (end == lines_.size()) {
      out_.problems.push_back({"document-truncated", "a code fence is not closed", span_in(lines_[at_], trim(lines_[at_].text)),
                               std::string(trim(lines_[at_].text)), 0});
    }
    read_fixed_width(lines_, first, end, out_);
    at_ = end + 1;
  }

  static bool starts_html_table(std::string_view line) {
    const auto start = to_lower(trim(line).substr(0, 7));
    return start.starts_with("<table") && (start.size() == 6 || start[6] == '>' || is_space(start[6]));
  }

  // Looks for tables without mark-up as far as no mark-up stands.
  void find_plain_tables() {
    if (at_ < looked_until_) return;
    auto end = at_;
    while (end < lines_.size() && !is_marked_up(end)) ++end;
    plain_ = plain_tables(lines_, at_, end);
    next_plain_ = 0;
    looked_until_ = std::max(end, at_ + 1);
  }

  bool is_marked_up(std::size_t i) const {
    const auto line = lines_[i].text;
    return fence_at(line).second > 0 || heading_level(line) > 0 || starts_html_table(line) || is_grid_rule(line) || starts_pipe_table(i) ||
           is_tab_row(line);
  }

  void grid_table() {
    const auto first = at_;
    while (at_ < lines_.size() && (is_grid_rule(lines_[at_].text) || trim(lines_[at_].text).starts_with('|'))) ++at_;
    Block block;
    block.kind = BlockKind::table;
    block.span = span_between(lines_[first], lines_[at_ - 1]);
    block.table = read_grid_table(lines_, first, at_, cells_);
    if (!block.table.rows.empty()) out_.blocks.push_back(std::move(block));
  }

  // HTML that a converter left in the text, up to the end of its table.
  void html_table() {
    const auto first = at_;
    int open = 0;
    do {
      const auto line = to_lower(lines_[at_].text);
      for (auto found = line.find("table"); found != npos; found = line.find("table", found + 1)) {
        if (found >= 1 && line[found - 1] == '<') ++open;
        if (found >= 2 && line[found - 1] == '/' && line[found - 2] == '<') --open;
      }
      ++at_;
    } while (open > 0 && at_ < lines_.size());
    const auto& start = lines_[first];
    const auto& last = lines_[at_ - 1].text;
    const std::string_view source(start.text.data(), static_cast<std::size_t>(last.data() + last.size() - start.text.data()));
    auto part = read_html(source, {start.offset, 0, start.number});
    std::move(part.blocks.begin(), part.blocks.end(), std::back_inserter(out_.blocks));
    std::move(part.problems.begin(), part.problems.end(), std::back_inserter(out_.problems));
  }

  void pipe_table() {
    const auto first = at_;
    const bool open = at_ + 1 < lines_.size() && is_open_pipe_rule(lines_[at_ + 1].text);  // "| 2031" over "---|---"
    const bool outer = !open && is_pipe_row(lines_[at_].text);
    while (at_ < lines_.size() && (outer ? is_pipe_row(lines_[at_].text) : lines_[at_].text.find('|') != npos)) ++at_;
    add_table(read_pipe_table(lines_, first, at_, cells_), first);
  }

  // Lines with tabs; a line without one between two of them is a heading of the table.
  void tabbed_table() {
    const auto first = at_;
    while (at_ < lines_.size() &&
           (is_tab_row(lines_[at_].text) || (at_ + 1 < lines_.size() && !is_blank(lines_[at_]) && is_tab_row(lines_[at_ + 1].text))))
      ++at_;
    add_table(read_tabbed_table(lines_, first, at_, cells_), first);
  }

  void add_table(RawTable table, std::size_t first) {
    if (table.rows.empty() || table.rows.back().span.line != lines_[at_ - 1].number) limit_reached(first);
    if (table.rows.empty()) return;
    Block block;
    block.kind = BlockKind::table;
    block.span = span_between(lines_[first], lines_[at_ - 1]);
    block.table = std::move(table);
    out_.blocks.push_back(std::move(block));
  }

  void limit_reached(std::size_t first) {
    if (is_pipe_rule(lines_[at_ - 1].text)) return;  // the last line is no row
    if (!std::exchange(limited_, true))
      out_.problems.push_back(
          {"document-limit", "more table cells than are read of one document", span_in(lines_[first], trim(lines_[first].text)), {}, 0});
  }

  bool ends_paragraph(std::size_t i) const {
    const auto line = lines_[i].text;
    return is_blank(lines_[i]) || fence_at(line).second > 0 || heading_level(line) > 0 || starts_html_table(line) || starts_pipe_table(i) ||
           is_tab_row(line) || item_marker(line) > 0 || is_break(line) || is_grid_rule(line) ||
           (next_plain_ < plain_.size() && plain_[next_plain_].first == i);
  }

  void paragraph() {
    const auto first = at_++;
    bool heading = heading_level(lines_[first].text) > 0;
    if (!heading)
      while (at_ < lines_.size() && !ends_paragraph(at_) && !is_underline(lines_[at_].text)) ++at_;
    const auto end = at_;
    if (!heading && at_ < lines_.size() && is_underline(lines_[at_].text) && item_marker(lines_[first].text) == 0) {
      heading = true;
      ++at_;
    }
    add_text(source_of(first, end, heading_level(lines_[first].text)), lines_[first].number, heading);
  }

  // The lines as one stretch of the source, without the marks of the block.
  std::string_view source_of(std::size_t first, std::size_t end, std::size_t level) const {
    const auto& last = lines_[end - 1].text;
    auto head = lines_[first].text;
    head.remove_prefix(leading_spaces(head));
    while (head.starts_with('>')) head = trim(head.substr(1));
    if (level > 0) {
      head = trim(trim(head).substr(level));
      const auto closing = head.find_last_not_of('#');
      return trim(closing != npos && closing + 1 < head.size() && is_space(head[closing]) ? head.substr(0, closing) : head);
    }
    const bool bullet = !head.empty() && !is_digit(head[0]) && item_marker(head) > 0;
    if (bullet) head.remove_prefix(item_marker(head));
    return trim({head.data(), static_cast<std::size_t>(last.data() + last.size() - head.data())});
  }

  void add_text(std::string_view source, std::uint32_t number, bool heading) {
    auto text = resolve_inline(source, LineBreaks::keep);
    if (text.text.empty()) return;
    const auto first_line = std::min(text.text.find('\n'), text.text.size());
    const bool bold_line = text.bold_lines.front() && first_line <= kLongestHeading;
    Block block;
    block.kind = heading || bold_line ? BlockKind::heading : BlockKind::paragraph;
    block.bold = text.bold;
    block.text = std::move(text.text);
    const auto& start = lines_.front();
    block.span = {start.offset + static_cast<std::uint64_t>(source.data() - start.text.data()), static_cast<std::uint32_t>(source.size()),
                  number};
    out_.blocks.push_back(std::move(block));
  }

  std::vector<TextLine> lines_;
  Document out_;
  std::size_t at_ = 0;
  std::size_t cells_ = kMostCells;
  std::vector<std::pair<std::size_t, std::size_t>> plain_;  // tables without mark-up ahead
  std::size_t next_plain_ = 0;
  std::size_t looked_until_ = 0;  // as far as they were looked for
  bool limited_ = false;
};

}  // namespace

Document read_markdown(std::string_view utf8, Span base) {
  if (utf8.starts_with("\xEF\xBB\xBF")) {
    utf8.remove_prefix(3);
    base.offset += 3;
  }
  return MarkdownReader(utf8, base).run();
}

}  // namespace finwh
