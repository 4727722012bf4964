#include "warehouse/cell_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "warehouse/warehouse_error.h"

namespace finwh {
namespace {

void require(bool holds, const Release& release, std::string_view what) {
  if (!holds)
    throw WarehouseError("database-internal", release.file.path, fmt::format("{} points nowhere; please report this as a bug", what));
}

template <typename Items>
bool has(const Items& items, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < items.size();
}

// A fact's cell says nothing that the fact does not say itself.
bool is_own_cell(const PrintedCell& cell, const Fact& fact) {
  return cell.role == (fact.nil ? CellRole::nil : CellRole::value) && cell.row == fact.row && cell.column == fact.column &&
         cell.text == fact.raw && cell.source == fact.source && cell.columns > 0;
}

void plan_table(const Release& release, std::size_t index, CellPlan& plan) {
  const ReleaseTable& table = release.tables[index];
  std::vector<std::size_t> order(table.cells.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&](std::size_t i) { return std::tuple(table.cells[i].row, table.cells[i].column); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  int part = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const PrintedCell& cell = table.cells[order[k]];
    require(has(table.rows, cell.row), release, "a cell");
    require(cell.fact == -1 || has(release.facts, cell.fact), release, "a cell");
    part = k > 0 && place(order[k]) == place(order[k - 1]) ? part + 1 : 0;
    if (part == 0 && cell.fact >= 0) {
      const auto fact = static_cast<std::size_t>(cell.fact);
      if (plan.own_columns[fact] == 0 && static_cast<std::size_t>(release.facts[fact].table) == index &&
          is_own_cell(cell, release.facts[fact])) {
        plan.own_columns[fact] = cell.columns;
        continue;
      }
    }
    plan.cells[index].push_back({order[k], part});
  }
}

}  // namespace

CellPlan plan_cells(const Release& release) {
  CellPlan plan;
  plan.own_columns.assign(release.facts.size(), 0);
  plan.cells.resize(release.tables.size());
  for (const auto& table : release.tables) plan.row_facts.emplace_back(table.rows.size());
  for (std::size_t i = 0; i < release.facts.size(); ++i) {
    const Fact& fact = release.facts[i];
    require(has(release.tables, fact.table), release, "a fact");
    const auto table = static_cast<std::size_t>(fact.table);
    require(has(release.tables[table].rows, fact.row), release, "a fact");
    FactRange& range = plan.row_facts[table][static_cast<std::size_t>(fact.row)];
    if (range.first < 0) range.first = static_cast<int>(i);
    range.last = static_cast<int>(i);
  }
  for (const Walk& walk : release.walks) {
    bool good = has(release.tables, walk.table) && walk.signs.size() == walk.adjustments.size();
    for (const int fact : {walk.gaap, walk.non_gaap}) good = good && (fact == -1 || has(release.facts, fact));
    for (const int fact : walk.adjustments) good = good && has(release.facts, fact);
    require(good, release, "a reconciliation");
  }
  for (const Note& note : release.notes) require(note.table == -1 || has(release.tables, note.table), release, "a note");
  for (std::size_t i = 0; i < release.tables.size(); ++i) plan_table(release, i, plan);
  return plan;
}

}  // namespace finwh
