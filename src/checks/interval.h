// Printed numbers as intervals, after XBRL Calculations 1.1: a figure printed to a unit stands for any value within half a
// unit of it, and an identity holds when the intervals of its two sides meet. Exact agreement of the printed figures is told
// apart from agreement within rounding. A nil counts as an exact 0. Knows numbers only; no binary floating point takes part.
#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"
#include "checks/check.h"

namespace finwh {

__extension__ typedef __int128 Wide;

// A closed interval in units of 10^exponent. Arithmetic that would leave 37 digits gives an interval that is not `known`;
// whatever is made of one is not known either, and it meets nothing.
struct Interval {
  Wide low = 0;
  Wide high = 0;
  int exponent = 0;
  bool known = true;
};

Interval exact_interval(const Decimal& value);
Interval printed_interval(const Decimal& value);  // half a unit of the printed precision either way

Interval add(const Interval& a, const Interval& b);
Interval subtract(const Interval& a, const Interval& b);
Interval multiply(const Interval& a, const Interval& b);
bool meet(const Interval& a, const Interval& b);

// A figure of an identity with its weight.
struct WeightedFigure {
  Decimal value;
  bool nil = false;
  int weight = 1;
};

// How an identity came out, in the terms of a Check.
struct Comparison {
  CheckStatus status = CheckStatus::not_applicable;
  std::optional<Decimal> expected;
  std::optional<Decimal> found;
  std::optional<Decimal> difference;
  std::optional<Decimal> tolerance;
};

// Is `found` the weighted sum of `parts`? Not applicable when every figure is nil.
Comparison compare_sum(const WeightedFigure& found, const std::vector<WeightedFigure>& parts);

// Are two printings of one quantity the same? Of equal precision they are printed alike; else their intervals meet.
Comparison compare_printings(const Decimal& found, const Decimal& other);

// Is `found` numerator / denominator times 10^power (2 for a percentage)? Expected is rounded to the precision of `found`,
// halves away from zero; not applicable when the denominator is 0.
Comparison compare_ratio(const Decimal& found, const Decimal& numerator, const Decimal& denominator, int power);

// Is `found`, a percentage, the change from `before` to `now` over the magnitude of `before`; of two negative amounts also the
// change of their sizes?
Comparison compare_growth(const Decimal& found, const Decimal& now, const Decimal& before);

}  // namespace finwh
