#include "checks/recheck.h"

#include <array>

#include "checks/proof.h"

namespace finwh {
namespace {

enum class Arithmetic { sum, printings, ratio, percentage, growth, order };

struct RuleArithmetic {
  std::string_view rule;
  Arithmetic arithmetic;
};

constexpr std::array kArithmetic = {
    RuleArithmetic{"eps", Arithmetic::ratio},           RuleArithmetic{"percent-of", Arithmetic::percentage},
    RuleArithmetic{"tax-rate", Arithmetic::percentage}, RuleArithmetic{"growth", Arithmetic::growth},
    RuleArithmetic{"basic-diluted", Arithmetic::order}, RuleArithmetic{"balance-sheet", Arithmetic::printings},
};

Arithmetic arithmetic_of(std::string_view rule) {
  for (const RuleArithmetic& entry : kArithmetic)
    if (entry.rule == rule) return entry.arithmetic;
  return is_tie(rule) ? Arithmetic::printings : Arithmetic::sum;
}

}  // namespace

bool adds_up(std::string_view rule) {
  const Arithmetic arithmetic = arithmetic_of(rule);
  return arithmetic == Arithmetic::sum || arithmetic == Arithmetic::printings;
}

bool is_sum(std::string_view rule) { return arithmetic_of(rule) == Arithmetic::sum; }

CheckStatus status_with(const ReleaseView& view, const Check& check, int fact, const Decimal& value) {
  const auto figure = [&](std::size_t term) {
    const int own = check.terms[term].fact;
    return own == fact ? WeightedFigure{value, false, check.terms[term].weight} : view.weighted(own, check.terms[term].weight);
  };
  const Arithmetic arithmetic = arithmetic_of(check.rule);
  if (arithmetic == Arithmetic::sum) {
    std::vector<WeightedFigure> parts;
    for (std::size_t i = 1; i < check.terms.size(); ++i) parts.push_back(figure(i));
    const Comparison comparison = compare_sum(figure(0), parts);
    const bool habit = check.rule == "footing-habit" && comparison.status == CheckStatus::rounding;
    return habit ? CheckStatus::fail : comparison.status;
  }
  const Decimal first = figure(0).value;
  const Decimal second = figure(1).value;
  switch (arithmetic) {
    case Arithmetic::printings:
      // A tie of unlike signs says nothing of either sign.
      if (check.terms[1].weight < 0) return compare_printings(first.magnitude(), second.magnitude()).status;
      return compare_printings(first, second).status;
    case Arithmetic::ratio: return compare_ratio(first, second, figure(2).value, 0).status;
    case Arithmetic::percentage:
      return compare_ratio(first, check.terms[1].weight < 0 ? second.negated() : second, figure(2).value, 2).status;
    case Arithmetic::growth: return compare_growth(first, second, figure(2).value).status;
    default: break;
  }
  const bool shares = view.fact(check.terms[0].fact).unit == "shares";
  return (shares ? second <= first : first <= second) ? CheckStatus::pass : CheckStatus::fail;
}

}  // namespace finwh
