#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace finwh {
namespace {

__extension__ typedef __int128 Int128;

constexpr int kMaxDigits = 18;

// 10^0 to 10^18.
constexpr auto kPowers = [] {
  std::array<std::int64_t, kMaxDigits + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

int digits_of(std::int64_t value) {
  const auto size = value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  int digits = 0;
  while (digits <= kMaxDigits && size >= static_cast<std::uint64_t>(kPowers[static_cast<std::size_t>(digits)])) ++digits;
  return digits;
}

Int128 pow10(int power) {
  Int128 result = 1;
  for (; power > kMaxDigits; --power) result *= 10;
  return power > 0 ? result * kPowers[static_cast<std::size_t>(power)] : result;
}

std::optional<Decimal> narrowed(Int128 coefficient, int exponent) {
  const auto too_long = [&] { return coefficient >= kPowers[kMaxDigits] || coefficient <= -kPowers[kMaxDigits]; };
  // A coefficient that is too long may still fit once its trailing zeros become exponent.
  while (too_long() && coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  if (too_long()) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(coefficient), exponent);
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && text.front() == '-') {
    negative = true;
    text.remove_prefix(1);
  }
  std::int64_t coefficient = 0;
  int exponent = 0;
  int digits = 0;
  bool point = false;
  bool any = false;
  for (const char c : text) {
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    if (digits > 0 || c != '0') ++digits;
    if (digits > kMaxDigits) return std::nullopt;
    coefficient = coefficient * 10 + (c - '0');
    if (point) --exponent;
    if (exponent < -kMaxDigits) return std::nullopt;
  }
  if (!any) return std::nullopt;
  return Decimal(negative ? -coefficient : coefficient, exponent);
}

std::optional<std::int64_t> Decimal::to_integer() const {
  std::int64_t coefficient = coefficient_;
  int exponent = exponent_;
  if (coefficient == 0) return 0;
  for (; exponent < 0; ++exponent) {
    if (coefficient % 10 != 0) return std::nullopt;
    coefficient /= 10;
  }
  for (; exponent > 0; --exponent) {
    if (__builtin_mul_overflow(coefficient, std::int64_t{10}, &coefficient)) return std::nullopt;
  }
  return coefficient;
}

std::string Decimal::to_string() const {
  std::string digits = std::to_string(coefficient_);
  std::string sign;
  if (digits.front() == '-') {
    sign = "-";
    digits.erase(0, 1);
  }
  if (exponent_ >= 0) {
    if (coefficient_ != 0) digits.append(static_cast<std::size_t>(exponent_), '0');
    return sign + digits;
  }
  const auto places = static_cast<std::size_t>(-exponent_);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, ".");
  return sign + digits;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  if (a.exponent_ == b.exponent_) return a.coefficient_ <=> b.coefficient_;
  const auto sign = [](const Decimal& d) { return d.coefficient_ > 0 ? 1 : (d.coefficient_ < 0 ? -1 : 0); };
  if (const auto order = sign(a) <=> sign(b); order != 0 || sign(a) == 0) return order;
  // Same sign: the position of the leading digit decides unless it is equal.
  const auto lead = [](const Decimal& d) { return digits_of(d.coefficient_) + d.exponent_; };
  if (const auto order = lead(a) <=> lead(b); order != 0) return sign(a) > 0 ? order : 0 <=> order;
  const int exponent = std::min(a.exponent_, b.exponent_);
  const Int128 left = a.coefficient_ * pow10(a.exponent_ - exponent);
  const Int128 right = b.coefficient_ * pow10(b.exponent_ - exponent);
  return left < right ? std::strong_ordering::less : (left > right ? std::strong_ordering::greater : std::strong_ordering::equal);
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) {
  if (a.is_zero() && a.exponent() >= b.exponent()) return b;
  if (b.is_zero() && b.exponent() >= a.exponent()) return a;
  const int exponent = std::min(a.exponent(), b.exponent());
  if (a.exponent() - exponent > kMaxDigits || b.exponent() - exponent > kMaxDigits) return std::nullopt;
  return narrowed(a.coefficient() * pow10(a.exponent() - exponent) + b.coefficient() * pow10(b.exponent() - exponent), exponent);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return add(a, b.negated()); }

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  return narrowed(static_cast<Int128>(a.coefficient()) * b.coefficient(), a.exponent() + b.exponent());
}

}  // namespace finwh
