#include "checks/balance.h"

namespace finwh {

void check_balance(const ReleaseView& view, CheckReport& report) {
  const FactLine* assets = nullptr;
  for (const FactLine& line : view.lines()) {
    if (line.figure == KeyFigure::total_assets) assets = &line;
    if (line.figure != KeyFigure::liabilities_and_equity || assets == nullptr || assets->table != line.table) continue;
    for (int i = line.first; i < line.last; ++i) {
      const int other = view.index().at(assets->table, assets->row, view.fact(i).column);
      if (other < 0 || view.fact(i).nil || view.fact(other).nil || view.fact(i).unit != view.fact(other).unit) continue;
      report.checks.push_back(make_check("balance-sheet", line.table, view.name(other) + " = " + view.name(i), {{other, 0}, {i, 1}},
                                         compare_printings(view.fact(other).value, view.fact(i).value)));
    }
  }
}

}  // namespace finwh
