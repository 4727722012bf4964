// The measures that identities speak of (revenue, net income, diluted shares ...) and how a line shows that it is one: by its
// concept, or by its words where the concept is not known. One ordered table, also for the measures that sentences name.
#pragma once

#include <string_view>
#include <vector>

#include "checks/label_sense.h"
#include "facts/fact.h"

namespace finwh {

enum class KeyFigure {
  none,
  revenue,
  cost_of_revenue,
  gross_profit,
  operating_expenses,
  operating_income,
  pretax_income,
  income_tax,
  net_income,
  eps_basic,
  eps_diluted,
  eps_both,
  shares_basic,
  shares_diluted,
  shares_both,
  total_assets,
  liabilities_and_equity,
  liabilities,
  equity,
  cash,
  operating_cash_flow,
  capital_expenditures,
  depreciation,
  stock_compensation,
  free_cash_flow,
  ebitda,
};

std::string_view to_string(KeyFigure figure);  // "revenue", "net income", ... as a reader writes it; "" for none

// The figure of a fact: its concept's, else that of its label (with its headings for basic and diluted). A label names a
// figure only when it says nothing beyond it, so "Product revenue" is none.
KeyFigure figure_of(const Fact& fact, const LabelSense& sense, std::string_view quantity);

// The figure that a folded phrase begins with, and how many bytes it takes; the longest name wins.
struct NamedFigure {
  KeyFigure figure = KeyFigure::none;
  std::size_t length = 0;
};
NamedFigure figure_at(std::string_view folded);

}  // namespace finwh
