#include "document/markdown_table.h"

#include <algorithm>

#include "base/text.h"
#include "document/markdown_inline.h"

namespace finwh {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::uint32_t kWidestSpan = 1000;

// Leading white space that is content: no-break spaces, written as characters or entities, and em and en spaces.
std::uint32_t hard_indent(std::string_view text) {
  struct Blank {
    std::string_view source;
    std::uint32_t width;
  };
  static constexpr Blank blanks[] = {{"&nbsp;", 1}, {"&#160;", 1}, {"&#xA0;", 1},       {"&#xa0;", 1},      {"\xC2\xA0", 1},
                                     {"&emsp;", 2}, {"&ensp;", 1}, {"\xE2\x80\x83", 2}, {"\xE2\x80\x82", 1}};
  std::uint32_t width = 0;
  for (;;) {
    while (!text.empty() && (text.front() == '*' || text.front() == ' ')) text.remove_prefix(1);
    const auto found = std::find_if(std::begin(blanks), std::end(blanks), [&](const Blank& b) { return text.starts_with(b.source); });
    if (found == std::end(blanks)) return width;
    width += found->width;
    text.remove_prefix(found->source.size());
  }
}

RawCell read_cell(const TextLine& line, std::string_view source) {
  const auto content = trim(source);
  RawCell cell;
  cell.span = span_in(line, content);
  if (content.empty()) return cell;
  auto text = resolve_inline(content, LineBreaks::space);
  cell.text = std::move(text.text);
  cell.bold = text.bold;
  cell.ruled_above = text.underlined;
  cell.superscripts = std::move(text.superscripts);
  cell.indent = hard_indent(content);
  return cell;
}

// The sources between the unescaped pipes of a row, outer pipes taken off; in an open table a row has none.
std::vector<std::string_view> pipe_cells(std::string_view row, bool open = false) {
  row = trim(row);
  if (row.starts_with('|') && !open) row.remove_prefix(1);
  std::vector<std::string_view> cells;
  std::size_t from = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\')
      ++i;
    else if (row[i] == '|') {
      cells.push_back(row.substr(from, i - from));
      from = i + 1;
    }
  }
  if (from < row.size()) cells.push_back(row.substr(from));
  return cells;
}

bool is_rule_cell(std::string_view cell) {
  cell = trim(cell);
  if (cell.starts_with(':')) cell.remove_prefix(1);
  if (cell.ends_with(':')) cell.remove_suffix(1);
  return !cell.empty() && cell.find_first_not_of('-') == npos;
}

// How a converter writes its tables: whether an empty cell has two spaces or more, and whether words stand off the pipes.
struct PipeHabit {
  bool wide_blanks = false;
  bool padded = false;

  bool continues(std::string_view cell) const { return cell.empty() ? padded : cell == " " && wide_blanks; }
};

PipeHabit habit_of(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, bool open) {
  PipeHabit habit;
  for (std::size_t i = first; i < end; ++i) {
    for (const auto cell : pipe_cells(lines[i].text, open)) {
      if (cell.size() >= 2 && trim(cell).empty()) habit.wide_blanks = true;
      if (cell.size() > 2 && cell.front() == ' ' && !trim(cell).empty()) habit.padded = true;
    }
    if (habit.wide_blanks && habit.padded) break;
  }
  return habit;
}

bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), is_alpha); }

// "Per share: | Per share: | Per share:" is one cell over all of them. Marks such as "NM" may well be printed in each column.
void join_repeated_labels(RawRow& row) {
  auto& cells = row.cells;
  if (cells.empty() || cells[0].text.size() < 3 || !has_letter(cells[0].text)) return;
  std::size_t same = 1;
  while (same < cells.size() && cells[same].text == cells[0].text) ++same;
  if (same == 1) return;
  for (std::size_t i = 1; i < same; ++i) cells[0].colspan = std::min(cells[0].colspan + cells[i].colspan, kWidestSpan);
  cells.erase(cells.begin() + 1, cells.begin() + static_cast<std::ptrdiff_t>(same));
}

// The cell of a row at a physical column; nothing where a span covers it.
const RawCell* cell_at(const RawRow& row, std::uint32_t column) {
  std::uint32_t at = 0;
  for (const auto& cell : row.cells) {
    if (at == column) return &cell;
    at += cell.colspan;
    if (at > column) return nullptr;
  }
  return nullptr;
}

// Joins each column that repeats the one to its left, figures and all, to that.
void join_repeated_columns(RawTable& table) {
  constexpr std::size_t kFewest = 4;  // rows that show it
  constexpr std::uint32_t kWidest = 100;
  std::uint32_t width = 0;
  for (const auto& row : table.rows) {
    std::uint32_t cells = 0;
    for (const auto& cell : row.cells) cells += cell.colspan;
    width = std::max(width, cells);
  }
  if (width < 3 || width > kWidest) return;
  for (auto column = width - 1; column > 0; --column) {
    std::size_t alike = 0;
    bool figures = false;
    bool differs = false;
    for (const auto& row : table.rows) {
      const auto* cell = cell_at(row, column);
      const auto* left = cell_at(row, column - 1);
      if (cell == nullptr || (cell->text.empty() && (left == nullptr || left->text.empty()))) continue;  // spanned, or blank
      differs = differs || left == nullptr || left->text != cell->text;
      if (differs) break;
      ++alike;
      figures = figures || std::any_of(cell->text.begin(), cell->text.end(), is_digit);
    }
    if (differs || alike < kFewest || !figures) continue;
    for (auto& row : table.rows) {
      std::uint32_t at = 0;
      for (std::size_t i = 0; i < row.cells.size(); at += row.cells[i++].colspan) {
        if (at != column || i == 0) continue;
        row.cells[i - 1].colspan += row.cells[i].colspan;
        row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(i));
        break;
      }
    }
  }
}

}  // namespace

bool is_open_pipe_rule(std::string_view line) { return is_pipe_rule(line) && !trim(line).starts_with('|'); }

bool is_pipe_row(std::string_view line) {
  line = trim(line);
  return line.size() >= 2 && line.front() == '|' && line.find('|', 1) != npos;
}

bool is_pipe_rule(std::string_view line) {
  line = trim(line);
  if (line.empty() || line.find_first_not_of("|-: \t") != npos || line.find('|') == npos) return false;
  const auto cells = pipe_cells(line);
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), is_rule_cell);
}

bool has_cell_tab(std::string_view line) { return line.find('\t') != npos && !trim(line).empty(); }

RawTable read_pipe_table(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, std::size_t& cells) {
  RawTable table;
  table.layout = Layout::pipe;
  bool open = false;
  for (std::size_t i = first; i < end && !open && i < first + 3; ++i) open = is_open_pipe_rule(lines[i].text);
  const auto habit = habit_of(lines, first, end, open);
  bool ruled = false;
  for (std::size_t i = first; i < end; ++i) {
    if (!ruled && is_pipe_rule(lines[i].text)) {  // only the first is Markdown's; a later one is printed
      ruled = true;
      if (!table.rows.empty())
        for (auto& cell : table.rows.back().cells) cell.header = true;
      continue;
    }
    RawRow row;
    row.span = span_in(lines[i], trim(lines[i].text));
    const auto sources = pipe_cells(lines[i].text, open);
    if (sources.size() > cells) break;
    cells -= sources.size();
    for (const auto source : sources) {
      if (!row.cells.empty() && habit.continues(source) && row.cells.back().colspan < kWidestSpan) {
        ++row.cells.back().colspan;
        continue;
      }
      auto cell = read_cell(lines[i], source);
      if (row.cells.empty() && !cell.text.empty()) {  // spaces beyond the padding indent a label
        const auto spaces = static_cast<std::uint32_t>(std::min(source.find_first_not_of(' '), source.size()));
        cell.indent += spaces > 1 ? spaces - 1 : 0;
      }
      row.cells.push_back(std::move(cell));
    }
    join_repeated_labels(row);
    table.rows.push_back(std::move(row));
  }
  join_repeated_columns(table);
  return table;
}

RawTable read_tabbed_table(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, std::size_t& cells) {
  RawTable table;
  table.layout = Layout::tabbed;
  for (std::size_t i = first; i < end; ++i) {
    const auto text = lines[i].text;
    const auto count = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t')) + 1;
    if (count > cells) break;
    cells -= count;
    RawRow row;
    row.span = span_in(lines[i], trim(text));
    for (std::size_t from = 0; from <= text.size();) {
      const auto tab = std::min(text.find('\t', from), text.size());
      auto cell = read_cell(lines[i], text.substr(from, tab - from));
      if (from == 0) cell.indent += static_cast<std::uint32_t>(std::min(text.find_first_not_of(' '), tab));
      row.cells.push_back(std::move(cell));
      from = tab + 1;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace finwh
