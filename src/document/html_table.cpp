#include "document/html_table.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace finwh {
namespace {

// Underlined figures are a way to draw the rule of a total; underlined words are emphasis.
bool is_underlined_figure(const HtmlText& text) {
  return text.all().underlined && std::any_of(text.text().begin(), text.text().end(), is_digit);
}

bool has_text(const RawRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const RawCell& cell) { return !cell.text.empty(); });
}

}  // namespace

void HtmlTable::open_row() {
  close_row();
  in_row_ = true;
}

void HtmlTable::open_cell(const HtmlCellStart& start) {
  close_cell();
  in_row_ = true;
  in_cell_ = true;
  cell_ = {};
  cell_.colspan = std::clamp<std::uint32_t>(start.colspan, 1, kMaxSpan);
  cell_.rowspan = std::clamp<std::uint32_t>(start.rowspan, 1, kMaxSpan);
  cell_.header = start.header;
  cell_.span = {start.at, 0, start.line};
  edges_ = {start.rule_above, start.rule_below, false};
  text_ = {};
}

void HtmlTable::rule_line() {
  if (text_.empty())
    edges_.line_first = true;
  else
    edges_.below = true;
}

void HtmlTable::close_cell() {
  if (!in_cell_) return;
  in_cell_ = false;
  if (!text_.empty()) {
    cell_.span = text_.span();
    const auto all = text_.all();
    cell_.bold = all.bold;
    cell_.centered = all.centered;
    cell_.superscripts = text_.raised();
    edges_.above = edges_.above || edges_.line_first;
    edges_.below = edges_.below || is_underlined_figure(text_);
    cell_.indent += text_.leading_blanks() * 3;  // a no-break space is about three points wide
    cell_.text = text_.take();
  } else {
    edges_.below = edges_.below || edges_.line_first;
    cell_.indent = 0;
  }
  if (++cells_ > kMaxCells) {
    full_ = true;
    return;
  }
  row_.cells.push_back(std::move(cell_));
  row_edges_.push_back(edges_);
}

void HtmlTable::close_row() {
  close_cell();
  if (!in_row_) return;
  in_row_ = false;
  rule_columns();
  for (const auto& cell : row_.cells) row_.span = cover(row_.span, cell.span);
  if (!full_ || !row_.cells.empty()) rows_.push_back(std::move(row_));
  row_ = {};
  row_edges_.clear();
}

// Gives the cells of the row their columns and the lines that are drawn over them.
void HtmlTable::rule_columns() {
  if (row_.cells.empty()) return;
  const bool blank = !has_text(row_);
  std::vector<bool> below(below_.size(), false);
  for (std::size_t c = 0; c < below.size(); ++c) below[c] = covered_[c] > 0 && below_[c];  // a cell above goes on
  std::size_t column = 0;
  std::size_t kept = 0;
  for (; kept < row_.cells.size(); ++kept) {
    auto& cell = row_.cells[kept];
    const auto& edges = row_edges_[kept];
    while (column < covered_.size() && covered_[column] > 0) ++column;
    if (column >= kMaxSpan) break;
    cell.colspan = static_cast<std::uint32_t>(std::min<std::size_t>(cell.colspan, kMaxSpan - column));
    const auto end = column + cell.colspan;
    if (end > covered_.size()) {
      covered_.resize(end, 0);
      below_.resize(end, false);
      below.resize(end, false);
    }
    cell.ruled_above = edges.above;
    for (auto c = column; c < end; ++c) {
      cell.ruled_above = cell.ruled_above || below_[c];
      covered_[c] = std::max(covered_[c], cell.rowspan);
      // A blank row is a spacer: the line over it, or over the row before, is the line over the next row.
      below[c] = edges.below || (blank && (edges.above || below_[c]));
    }
    column = end;
  }
  if (kept < row_.cells.size()) {
    full_ = true;
    row_.cells.erase(row_.cells.begin() + static_cast<std::ptrdiff_t>(kept), row_.cells.end());
  }
  for (auto& rows : covered_) rows -= rows > 0 ? 1 : 0;
  below_ = std::move(below);
}

std::vector<RawRow> HtmlTable::take_rows() {
  close_row();
  return std::exchange(rows_, {});
}

std::vector<RawCell> HtmlTable::break_row() {
  close_cell();
  in_row_ = false;
  row_edges_.clear();
  covered_.clear();
  below_.clear();
  return std::exchange(row_, {}).cells;
}

}  // namespace finwh
