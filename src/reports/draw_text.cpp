// Sheets for a terminal: `table` separates columns by spaces, `box` by Unicode lines. Widths are terminal columns.
#include <algorithm>

#include "base/text.h"
#include "reports/row_writer.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

constexpr std::size_t kWidestText = 80;  // longer texts are continued on the next line
constexpr std::size_t kNarrowestHeading = 12;

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string pad(const std::string& text, std::size_t width, Align align) {
  const auto taken = display_width(text);
  const std::string space(width > taken ? width - taken : 0, ' ');
  return align == Align::right ? space + text : text + space;
}

// A line of cells, each of which may take several lines of text.
struct TextRow {
  std::vector<std::vector<std::string>> cells;
  bool total = false;

  std::size_t height() const {
    std::size_t lines = 1;
    for (const auto& cell : cells) lines = std::max(lines, cell.size());
    return lines;
  }
};

struct TextGrid {
  std::vector<Align> aligns;
  std::vector<std::size_t> widths;
  TextRow heading;
  std::vector<TextRow> rows;
};

std::size_t widest(const std::vector<std::string>& lines) {
  std::size_t width = 0;
  for (const auto& line : lines) width = std::max(width, display_width(line));
  return width;
}

TextGrid text_grid(const Sheet& sheet) {
  TextGrid grid;
  grid.widths.assign(sheet.columns.size(), 0);
  for (const auto& column : sheet.columns) grid.aligns.push_back(column.align);
  for (const auto& row : sheet.rows) {
    TextRow out;
    out.total = row.total;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const bool label = static_cast<int>(c) == sheet.label_column;
      const std::string indent(label ? static_cast<std::size_t>(row.depth) * 2 : 0, ' ');
      out.cells.push_back(wrap_text(indent + row.cells[c], kWidestText));
      grid.widths[c] = std::max(grid.widths[c], widest(out.cells.back()));
    }
    grid.rows.push_back(std::move(out));
  }
  // A heading wider than its figures goes on several lines rather than spread the columns.
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    auto lines = wrap_text(sheet.columns[c].heading, std::max(grid.widths[c], kNarrowestHeading));
    grid.widths[c] = std::max(grid.widths[c], widest(lines));
    grid.heading.cells.push_back(std::move(lines));
  }
  // Headings stand on the line above the figures.
  const auto height = grid.heading.height();
  for (auto& cell : grid.heading.cells) cell.insert(cell.begin(), height - cell.size(), "");
  return grid;
}

std::string captions(const Sheet& sheet) {
  std::string out;
  for (const auto& caption : sheet.captions) out += caption + "\n";
  return out.empty() ? out : out + "\n";
}

std::string draw_lines(const TextGrid& grid, const TextRow& row, std::string_view left, std::string_view between, std::string_view right) {
  std::string out;
  for (std::size_t i = 0; i < row.height(); ++i) {
    std::string line(left);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (c > 0) line += between;
      line += pad(i < row.cells[c].size() ? row.cells[c][i] : "", grid.widths[c], grid.aligns[c]);
    }
    line += right;
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out += line + "\n";
  }
  return out;
}

}  // namespace

std::string draw_table(const Sheet& sheet) {
  const TextGrid grid = text_grid(sheet);
  std::string out = captions(sheet) + draw_lines(grid, grid.heading, "", "  ", "");
  std::string rule;
  for (const auto width : grid.widths) rule += (rule.empty() ? "" : "  ") + repeat("─", width);
  out += rule + "\n";
  for (const auto& row : grid.rows) out += draw_lines(grid, row, "", "  ", "");
  return out;
}

std::string draw_box(const Sheet& sheet) {
  const TextGrid grid = text_grid(sheet);
  const auto rule = [&](std::string_view left, std::string_view between, std::string_view right) {
    std::string line(left);
    for (std::size_t c = 0; c < grid.widths.size(); ++c) line += (c > 0 ? std::string(between) : "") + repeat("─", grid.widths[c] + 2);
    return line + std::string(right) + "\n";
  };
  std::string out = captions(sheet) + rule("┌", "┬", "┐") + draw_lines(grid, grid.heading, "│ ", " │ ", " │") + rule("├", "┼", "┤");
  for (const auto& row : grid.rows) out += draw_lines(grid, row, "│ ", " │ ", " │");
  return out + rule("└", "┴", "┘");
}

}  // namespace finwh
