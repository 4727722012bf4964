#include "checks/grid.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "base/text.h"

namespace finwh {
namespace {

constexpr std::int64_t kMaxValue = std::numeric_limits<std::int64_t>::max() / 4;

std::optional<std::int64_t> shifted(std::int64_t coefficient, int power) {
  if (power > 18) return coefficient == 0 ? std::optional<std::int64_t>(0) : std::nullopt;
  for (int i = 0; i < power; ++i) {
    if (coefficient > kMaxValue / 10 || coefficient < -kMaxValue / 10) return std::nullopt;
    coefficient *= 10;
  }
  if (coefficient > kMaxValue / 2 || coefficient < -kMaxValue / 2) return std::nullopt;
  return coefficient;
}

GridCell cell_of(const Fact& fact, int index, int exponent) {
  if (fact.nil) return {index, true, 0, 0};
  const auto value = shifted(fact.value.coefficient(), fact.value.exponent() - exponent);
  const auto unit = shifted(1, fact.value.exponent() - exponent);
  if (!value || !unit) return {};
  return {index, false, *value * 2, *unit};
}

// Numbers for texts, equal for equal ones. A table has few different headings, so a sorted list serves.
class TextNumbers {
 public:
  explicit TextNumbers(const ReleaseTable& table) {
    for (const TableRow& row : table.rows)
      for (const std::string& heading : row.section_path)
        if (texts_.empty() || texts_.back() != heading) texts_.push_back(heading);
    std::sort(texts_.begin(), texts_.end());
    texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
  }
  int operator[](std::string_view text) const {
    return static_cast<int>(std::lower_bound(texts_.begin(), texts_.end(), text) - texts_.begin());
  }

 private:
  std::vector<std::string_view> texts_;
};

GridLine line_of(const ReleaseTable& table, int row, const TextNumbers& numbers) {
  const TableRow& printed = table.rows[static_cast<std::size_t>(row)];
  GridLine line;
  line.row = row;
  line.depth = printed.depth;
  line.total = printed.total;
  line.ruled = printed.ruled_above;
  for (const std::string& heading : printed.section_path) line.section.push_back(numbers[heading]);
  return line;
}

// "total current assets" under "current assets"; "total net sales by category" under "net sales".
bool speaks_alike(std::string_view total, std::string_view heading) {
  if (total.starts_with("total ")) total.remove_prefix(6);
  return !heading.empty() && (total == "total" || contains_word(total, heading) || contains_word(heading, total));
}

// "$420 to $440": what is printed as a range adds up with nothing.
bool is_range(const Fact& fact) {
  for (const std::string_view between : {" to ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
    const std::size_t at = fact.raw.find(between);
    if (at == std::string::npos || at == 0) continue;
    const auto split = fact.raw.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::any_of(fact.raw.begin(), split, is_digit) && std::any_of(split, fact.raw.end(), is_digit)) return true;
  }
  return false;
}

UnitGrid grid_of(const Release& release, const ReleaseTable& table, const std::vector<int>& facts, const TextNumbers& numbers,
                 const std::function<const LabelSense*(int fact)>& sense) {
  UnitGrid grid;
  int exponent = std::numeric_limits<int>::max();
  for (const int index : facts) {
    const Fact& fact = release.facts[static_cast<std::size_t>(index)];
    if (!fact.nil) exponent = std::min(exponent, fact.value.exponent());
    grid.columns.push_back(fact.column);
    if (grid.lines.empty() || grid.lines.back().row != fact.row) {
      const int above = grid.lines.empty() ? -1 : grid.lines.back().row;
      grid.lines.push_back(line_of(table, fact.row, numbers));
      GridLine& line = grid.lines.back();
      line.sense = sense(index);
      const auto& path = table.rows[static_cast<std::size_t>(fact.row)].section_path;
      line.names_heading = line.sense->total && !path.empty() && speaks_alike(line.sense->words, fold(path.back()));
      if (line.sense->total && path.empty() && above >= 0) {
        const auto& other = table.rows[static_cast<std::size_t>(above)].section_path;
        line.names_heading_above = !other.empty() && speaks_alike(line.sense->words, fold(other.back()));
      }
    }
  }
  grid.unit = release.facts[static_cast<std::size_t>(facts.front())].unit;
  grid.exponent = exponent == std::numeric_limits<int>::max() ? 0 : exponent;
  std::sort(grid.columns.begin(), grid.columns.end());
  grid.columns.erase(std::unique(grid.columns.begin(), grid.columns.end()), grid.columns.end());
  grid.cells.resize(grid.lines.size() * grid.columns.size());
  std::size_t line = 0;
  for (const int index : facts) {
    const Fact& fact = release.facts[static_cast<std::size_t>(index)];
    while (grid.lines[line].row != fact.row) ++line;
    const auto column = std::lower_bound(grid.columns.begin(), grid.columns.end(), fact.column) - grid.columns.begin();
    GridCell& cell = grid.cells[line * grid.columns.size() + static_cast<std::size_t>(column)];
    if (!is_range(fact)) cell = cell_of(fact, index, grid.exponent);
  }
  return grid;
}

}  // namespace

FactIndex::FactIndex(const Release& release) : release_(&release), row_starts_(release.tables.size()) {
  for (std::size_t t = 0; t < release.tables.size(); ++t) row_starts_[t].assign(release.tables[t].rows.size() + 1, 0);
  std::size_t fact = 0;
  for (std::size_t t = 0; t < release.tables.size(); ++t) {
    std::vector<int>& starts = row_starts_[t];
    for (std::size_t row = 0; row < starts.size(); ++row) {
      const auto before = [&](const Fact& f) {
        return f.table < static_cast<int>(t) || (f.table == static_cast<int>(t) && f.row < static_cast<int>(row));
      };
      while (fact < release.facts.size() && before(release.facts[fact])) ++fact;
      starts[row] = static_cast<int>(fact);
    }
  }
}

std::pair<int, int> FactIndex::of_table(int table) const {
  const auto& starts = row_starts_[static_cast<std::size_t>(table)];
  return {starts.front(), starts.back()};
}

std::pair<int, int> FactIndex::of_row(int table, int row) const {
  const auto& starts = row_starts_[static_cast<std::size_t>(table)];
  return {starts[static_cast<std::size_t>(row)], starts[static_cast<std::size_t>(row) + 1]};
}

int FactIndex::at(int table, int row, int column) const {
  const auto [first, last] = of_row(table, row);
  for (int fact = first; fact < last; ++fact)
    if (release_->facts[static_cast<std::size_t>(fact)].column == column) return fact;
  return -1;
}

std::vector<UnitGrid> unit_grids(const Release& release, const FactIndex& index, int table,
                                 const std::function<const LabelSense*(int fact)>& sense) {
  const ReleaseTable& printed = release.tables[static_cast<std::size_t>(table)];
  const TextNumbers numbers(printed);
  std::vector<std::pair<std::string_view, std::vector<int>>> by_unit;
  const auto [first, last] = index.of_table(table);
  for (int fact = first; fact < last; ++fact) {
    const std::string_view unit = release.facts[static_cast<std::size_t>(fact)].unit;
    auto found = std::find_if(by_unit.begin(), by_unit.end(), [&](const auto& entry) { return entry.first == unit; });
    if (found == by_unit.end()) found = by_unit.insert(by_unit.end(), {unit, {}});
    found->second.push_back(fact);
  }
  std::vector<UnitGrid> grids;
  for (const auto& [unit, facts] : by_unit) grids.push_back(grid_of(release, printed, facts, numbers, sense));
  return grids;
}

}  // namespace finwh
