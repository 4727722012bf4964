#include "facts/statement_split.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "facts/statement_kind.h"

namespace finwh {
namespace {

bool has_figures(const Row& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& c) { return c.shape == Shape::number || c.shape == Shape::nil; });
}

// A line of words over all columns, or all but one.
const Cell* spanning_words(const Table& table, const Row& row) {
  if (row.cells.size() != 1 || row.cells.front().shape != Shape::text) return nullptr;
  const auto& cell = row.cells.front();
  const auto width = static_cast<int>(table.columns.size());
  return width > 2 && cell.last - cell.first + 2 >= width ? &cell : nullptr;
}

// The next row with anything in it has words over the columns of figures.
bool header_follows(const Table& table, std::size_t r) {
  for (std::size_t i = r + 1; i < table.rows.size() && i <= r + 4; ++i) {
    const auto& row = table.rows[i];
    if (row.cells.empty() || spanning_words(table, row) != nullptr) continue;
    return !has_figures(row) && row.cells.size() > 1;
  }
  return false;
}

bool is_primary(Statement statement) {
  switch (statement) {
    case Statement::income_statement:
    case Statement::comprehensive_income:
    case Statement::balance_sheet:
    case Statement::cash_flow:
    case Statement::equity: return true;
    default: return false;
  }
}

// The kind of statement that a title names in so many words; a heading inside a statement ("Non-GAAP", "(B) Stock-based
// compensation consists of ...") names none.
std::optional<Statement> titled(const std::string& text) {
  const auto folded = fold(text);
  const bool named = contains(folded, "reconciliation of") || contains(folded, "statement of") || contains(folded, "statements of") ||
                     contains(folded, "balance sheet");
  if (!named || text.starts_with('(')) return std::nullopt;
  TableEvidence evidence;
  evidence.title = text;
  if (weigh_statements(evidence).empty()) return std::nullopt;
  return classify_statement(evidence);
}

// What the rows from `first` to `end` are by their labels alone.
Statement kind_of(const Table& table, std::size_t first, std::size_t end) {
  TableEvidence evidence;
  for (auto r = first; r < end; ++r)
    for (const auto& cell : table.rows[r].cells)
      if (cell.first == table.label_column) evidence.labels.push_back(cell.text);
  return classify_statement(evidence);
}

Table part_of(const Table& table, std::size_t first, std::size_t end) {
  Table part;
  part.columns = table.columns;
  part.label_column = table.label_column;
  part.spans_inferred = table.spans_inferred;
  part.rows.assign(table.rows.begin() + static_cast<std::ptrdiff_t>(first), table.rows.begin() + static_cast<std::ptrdiff_t>(end));
  for (const auto& row : part.rows) part.span = cover(part.span, row.span);
  return part;
}

void split_table(Table table, std::vector<Table>& out) {
  std::vector<std::size_t> cuts;
  std::size_t first = 0;
  int figures = 0;  // rows of them since the last cut
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (has_figures(table.rows[r])) ++figures;
    const auto* words = figures > 2 ? spanning_words(table, table.rows[r]) : nullptr;
    if (words == nullptr || !header_follows(table, r)) continue;
    const auto named = titled(words->text);
    if (!named) continue;
    const auto above = kind_of(table, first, r);
    if (*named == above || (!is_primary(*named) && !is_primary(above))) continue;
    cuts.push_back(r);
    first = r;
    figures = 0;
  }
  if (cuts.empty()) {
    out.push_back(std::move(table));
    return;
  }
  cuts.push_back(table.rows.size());
  std::size_t from = 0;
  for (const auto cut : cuts) {
    auto part = part_of(table, from, cut);
    if (from == 0) part.before = std::move(table.before);
    if (cut == table.rows.size()) part.after = std::move(table.after);
    out.push_back(std::move(part));
    from = cut;
  }
}

}  // namespace

std::vector<Table> split_statements(std::vector<Table> tables) {
  std::vector<Table> out;
  out.reserve(tables.size());
  for (auto& table : tables) split_table(std::move(table), out);
  return out;
}

}  // namespace finwh
