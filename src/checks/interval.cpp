#include "checks/interval.h"

#include <algorithm>
#include <array>

namespace finwh {
namespace {

constexpr int kMaxDigits = 37;

constexpr std::array<Wide, kMaxDigits + 1> kPowers = [] {
  std::array<Wide, kMaxDigits + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

constexpr Wide kLimit = kPowers[kMaxDigits];

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

Interval unknown() { return {0, 0, 0, false}; }

Interval checked(Wide low, Wide high, int exponent) {
  if (magnitude(low) >= kLimit || magnitude(high) >= kLimit) return unknown();
  return {low, high, exponent, true};
}

// The same interval in units of a smaller power of ten.
Interval refined(const Interval& a, int exponent) {
  const int shift = a.exponent - exponent;
  if (!a.known || shift > kMaxDigits) return unknown();
  const Wide factor = kPowers[static_cast<std::size_t>(shift)];
  if (magnitude(a.low) > kLimit / factor || magnitude(a.high) > kLimit / factor) return unknown();
  return {a.low * factor, a.high * factor, exponent, true};
}

// The quotient of two whole numbers, halves away from zero.
Wide rounded_quotient(Wide numerator, Wide denominator) {
  const bool negative = (numerator < 0) != (denominator < 0);
  const Wide n = magnitude(numerator);
  const Wide d = magnitude(denominator);
  const Wide quotient = (n + d / 2) / d;
  return negative ? -quotient : quotient;
}

// numerator / denominator * 10^power at the precision of 10^exponent, if it can be told.
std::optional<Decimal> ratio(const Decimal& numerator, const Decimal& denominator, int power, int exponent) {
  if (denominator.is_zero()) return std::nullopt;
  Wide n = numerator.coefficient();
  Wide d = denominator.coefficient();
  const int shift = numerator.exponent() - denominator.exponent() + power - exponent;
  if (shift > 18 || shift < -18) return std::nullopt;
  (shift >= 0 ? n : d) *= kPowers[static_cast<std::size_t>(shift >= 0 ? shift : -shift)];
  const Wide quotient = rounded_quotient(n, d);
  if (magnitude(quotient) >= kPowers[18]) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(quotient), exponent);
}

Comparison judged(const Decimal& found, const std::optional<Decimal>& expected, bool meets) {
  Comparison result;
  result.found = found;
  result.expected = expected;
  if (!expected) return result;
  result.difference = subtract(found, *expected);
  const bool exact = found == *expected;
  result.status = exact ? CheckStatus::pass : meets ? CheckStatus::rounding : CheckStatus::fail;
  result.tolerance = Decimal(5, found.exponent() - 1);
  return result;
}

}  // namespace

Interval exact_interval(const Decimal& value) { return {value.coefficient(), value.coefficient(), value.exponent(), true}; }

Interval printed_interval(const Decimal& value) {
  const Wide tenfold = Wide{value.coefficient()} * 10;
  return {tenfold - 5, tenfold + 5, value.exponent() - 1, true};
}

Interval add(const Interval& a, const Interval& b) {
  const int exponent = std::min(a.exponent, b.exponent);
  const Interval x = refined(a, exponent);
  const Interval y = refined(b, exponent);
  if (!x.known || !y.known) return unknown();
  return checked(x.low + y.low, x.high + y.high, exponent);
}

Interval subtract(const Interval& a, const Interval& b) {
  Interval negated = b;
  negated.low = -b.high;
  negated.high = -b.low;
  return add(a, negated);
}

Interval multiply(const Interval& a, const Interval& b) {
  if (!a.known || !b.known) return unknown();
  const Wide largest = std::max({magnitude(b.low), magnitude(b.high), Wide{1}});
  if (std::max(magnitude(a.low), magnitude(a.high)) > kLimit / largest) return unknown();
  const auto [low, high] = std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
  return checked(low, high, a.exponent + b.exponent);
}

bool meet(const Interval& a, const Interval& b) {
  const int exponent = std::min(a.exponent, b.exponent);
  const Interval x = refined(a, exponent);
  const Interval y = refined(b, exponent);
  return x.known && y.known && x.low <= y.high && y.low <= x.high;
}

Comparison compare_sum(const WeightedFigure& found, const std::vector<WeightedFigure>& parts) {
  Comparison result;
  bool any = !found.nil;
  Decimal sum;
  Decimal tolerance = found.nil ? Decimal() : Decimal(5, found.value.exponent() - 1);
  for (const WeightedFigure& part : parts) {
    if (part.nil) continue;
    any = true;
    const auto next = add(sum, part.weight < 0 ? part.value.negated() : part.value);
    const auto wider = add(tolerance, Decimal(5, part.value.exponent() - 1));
    if (!next || !wider) return result;
    sum = *next;
    tolerance = *wider;
  }
  if (!any) return result;
  result.expected = sum;
  result.found = found.nil ? Decimal() : found.value;
  result.tolerance = tolerance;
  result.difference = subtract(*result.found, sum);
  if (!result.difference) return result;
  result.status = result.difference->is_zero()                  ? CheckStatus::pass
                  : result.difference->magnitude() <= tolerance ? CheckStatus::rounding
                                                                : CheckStatus::fail;
  return result;
}

Comparison compare_printings(const Decimal& found, const Decimal& other) {
  const bool alike = found.exponent() == other.exponent();
  Comparison result = judged(found, other, !alike && meet(printed_interval(found), printed_interval(other)));
  if (alike) {
    result.tolerance = Decimal(0, found.exponent());
  } else if (const auto sum = add(Decimal(5, found.exponent() - 1), Decimal(5, other.exponent() - 1))) {
    result.tolerance = *sum;
  }
  return result;
}

Comparison compare_ratio(const Decimal& found, const Decimal& numerator, const Decimal& denominator, int power) {
  if (denominator.is_zero()) return {};
  const Interval product = multiply(printed_interval(found.scaled(-power)), printed_interval(denominator));
  return judged(found, ratio(numerator, denominator, power, found.exponent()), meet(product, printed_interval(numerator)));
}

Comparison compare_growth(const Decimal& found, const Decimal& now, const Decimal& before) {
  const auto change = subtract(now, before);
  if (before.is_zero() || !change) return {};
  // now - before = growth * |before| over the intervals of the printed figures; before stands on both sides, so its interval
  // is taken once: now = (growth ± 1) * |before|, the 1 with the sign of before.
  const Decimal share = found.scaled(-2);
  const Interval factor = add(printed_interval(share), exact_interval(Decimal(before.is_negative() ? -1 : 1, 0)));
  const bool meets = meet(multiply(factor, printed_interval(before.magnitude())), printed_interval(now));
  Comparison result = judged(found, ratio(*change, before.magnitude(), 2, found.exponent()), meets);
  // Of amounts printed negative, the change of their size may be meant.
  if (result.status == CheckStatus::fail && before.is_negative() && now.is_negative()) {
    Comparison sizes = compare_growth(found, now.negated(), before.negated());
    if (sizes.status != CheckStatus::fail) return sizes;
  }
  return result;
}

}  // namespace finwh
