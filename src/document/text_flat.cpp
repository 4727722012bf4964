#include "document/text_flat.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "document/fixed_width_line.h"

namespace finwh {
namespace {

constexpr std::size_t kManyFigures = 15;
constexpr std::size_t kShortLine = 60;  // bytes of a line that may be one cell

// Numbers with a thousands comma: amounts, hardly ever prose.
std::size_t grouped_numbers(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1))
    if (at > 0 && is_digit(text[at - 1]) && at + 3 < text.size() && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
        is_digit(text[at + 3]))
      ++count;
  return count;
}

// A table in one line: many amounts, and they and their signs are a good part of it.
bool is_table_in_a_line(std::string_view text) {
  if (grouped_numbers(text) < kManyFigures) return false;
  const auto signs =
      std::count_if(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '$' || c == ',' || c == '(' || c == ')'; });
  const auto spaces = std::count_if(text.begin(), text.end(), is_space);
  return static_cast<std::size_t>(signs) * 4 > text.size() - static_cast<std::size_t>(spaces);
}

bool has_figures(const RawTable& table) {
  std::size_t figures = 0;
  for (const auto& row : table.rows)
    for (const auto& cell : row.cells)
      if (as_figure(cell.text).figure && !as_figure(cell.text).nil && ++figures >= 3) return true;
  return false;
}

// Counts a run of short lines and those of them that are a lone figure.
struct CellRun {
  std::size_t lines = 0;
  std::size_t figures = 0;
  Span first;
  std::string excerpt;

  bool is_table() const { return figures >= kManyFigures && figures * 3 >= lines; }
};

}  // namespace

void report_flat_tables(Document& document) {
  CellRun run;
  Span place;
  std::string excerpt;
  const auto found = [&](Span span, std::string_view text) {
    if (place.line != 0) return;
    place = span;
    excerpt = shorten(text, 80);
  };
  for (const auto& block : document.blocks) {
    if (block.kind == BlockKind::table && has_figures(block.table)) return;
    std::string_view rest = block.text;
    while (!rest.empty()) {
      const auto line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (is_table_in_a_line(line)) found(block.span, line);
      if (line.size() > kShortLine) {
        run = {};
        continue;
      }
      if (run.lines++ == 0) {
        run.first = block.span;
        run.excerpt = line;
      }
      const auto figure = as_figure(line);
      if (figure.figure && !figure.year) ++run.figures;
      if (run.is_table()) found(run.first, run.excerpt);
    }
  }
  if (place.line != 0)
    document.problems.push_back({"tables-flat", "figures stand in the text without rows and columns", place, excerpt, 0});
}

}  // namespace finwh
