// Exact decimal numbers: an integer coefficient times a power of ten. The exponent keeps the printed precision:
// 626,936 "in thousands" is {626936, 3}, $0.12 is {12, -2}. No binary floating point takes part.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finwh {

class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t coefficient, int exponent) : coefficient_(coefficient), exponent_(exponent) {}

  // Reads plain decimal notation: an optional '-', digits with at most one '.', no grouping. Empty, other characters or
  // more than 18 digits give nothing. "1.50" is {150, -2}: trailing zeros are precision and are kept.
  static std::optional<Decimal> parse(std::string_view text);

  constexpr std::int64_t coefficient() const { return coefficient_; }
  constexpr int exponent() const { return exponent_; }
  constexpr bool is_zero() const { return coefficient_ == 0; }
  constexpr bool is_negative() const { return coefficient_ < 0; }

  // This number times 10^power; the coefficient stays.
  constexpr Decimal scaled(int power) const { return {coefficient_, exponent_ + power}; }
  constexpr Decimal negated() const { return {-coefficient_, exponent_}; }
  constexpr Decimal magnitude() const { return {coefficient_ < 0 ? -coefficient_ : coefficient_, exponent_}; }

  // The value as a 64-bit integer, if it is integral and fits.
  std::optional<std::int64_t> to_integer() const;

  // Plain notation without an exponent: {626936, 3} is "626936000", {12, -2} is "0.12".
  std::string to_string() const;

  // By value: {10, 0} equals {1, 1}.
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  std::int64_t coefficient_ = 0;
  int exponent_ = 0;
};

// Sum, difference and product at the finer precision of the two; nothing when the result has more than 18 digits.
std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);

}  // namespace finwh
