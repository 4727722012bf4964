#include "reports/figure_text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"

namespace finwh {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 5> kScaleNames = {
    {{2, "hundreds"}, {3, "thousands"}, {6, "millions"}, {9, "billions"}, {12, "trillions"}}};

// What the last word of a column's name says of it.
constexpr std::array<std::string_view, 20> kIdentifierWords = {"id",     "no",    "year",    "quarter", "line",   "row",      "column",
                                                               "cik",    "rowid", "ordinal", "offset",  "length", "exponent", "depth",
                                                               "months", "key",   "cid",     "pk",      "seq",    "version"};

// A number in plain decimal notation, and nothing else: digits with at most one point. Numbers beyond exact reach of a
// REAL's 15 digits keep those 15.
std::string plain_decimal(double number) {
  std::string text = fmt::format("{:.15g}", number);
  if (!contains(text, "e")) return text;
  text = fmt::format("{:.15f}", number);
  while (!text.empty() && text.back() == '0') text.pop_back();
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

// The digits of a non-negative decimal with its point moved `scale` places to the left.
std::string shift_left(const std::string& digits, int scale) {
  auto point = digits.find('.');
  std::string fraction = point == std::string::npos ? "" : digits.substr(point + 1);
  std::string whole = digits.substr(0, point);
  for (; scale > 0; --scale) {
    fraction.insert(fraction.begin(), whole.empty() ? '0' : whole.back());
    if (!whole.empty()) whole.pop_back();
  }
  for (; scale < 0; ++scale) {
    whole += fraction.empty() ? '0' : fraction.front();
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (whole.empty()) whole = "0";
  return fraction.empty() ? whole : whole + "." + fraction;
}

// Exactly `decimals` digits behind the point, rounding half away from zero on the decimal digits.
std::string with_decimals(const std::string& digits, int decimals) {
  const auto point = digits.find('.');
  std::string whole = digits.substr(0, point);
  std::string fraction = point == std::string::npos ? "" : digits.substr(point + 1);
  const auto wanted = static_cast<std::size_t>(decimals);
  bool up = fraction.size() > wanted && fraction[wanted] >= '5';
  fraction.resize(wanted, '0');
  std::string all = whole + fraction;
  for (auto i = all.size(); up && i > 0; --i) {
    up = all[i - 1] == '9';
    all[i - 1] = up ? '0' : static_cast<char>(all[i - 1] + 1);
  }
  if (up) all.insert(all.begin(), '1');
  whole = all.substr(0, all.size() - wanted);
  return wanted == 0 ? whole : whole + "." + all.substr(all.size() - wanted);
}

std::string grouped(const std::string& digits) {
  const auto point = digits.find('.');
  std::string whole = digits.substr(0, point);
  for (auto at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, ",");
  return point == std::string::npos ? whole : whole + digits.substr(point);
}

}  // namespace

std::string figure_text(const Value& value, const FigureStyle& style) {
  if (!is_number(value)) return plain_text(value);
  if (!style.grouped) return plain_text(value);
  std::string digits;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    digits = std::to_string(*integer);
  } else {
    const double real = std::get<double>(value);
    if (!std::isfinite(real)) return plain_text(value);
    digits = plain_decimal(real);
  }
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  digits = shift_left(std::move(digits), style.scale);
  if (style.decimals >= 0) digits = with_decimals(std::move(digits), style.decimals);
  std::string text = grouped(digits);
  if (negative) text = "(" + text + ")";
  return style.percent ? text + "%" : text;
}

std::string scale_name(int scale) {
  if (scale == 0) return "";
  for (const auto& [exponent, name] : kScaleNames)
    if (exponent == scale) return std::string(name);
  return fmt::format("10^{}", scale);
}

bool is_identifier_column(std::string_view name) {
  const std::string lower = to_lower(name);
  const auto cut = lower.find_last_of("_ ");
  const std::string_view last = cut == std::string::npos ? std::string_view(lower) : std::string_view(lower).substr(cut + 1);
  for (const auto word : kIdentifierWords)
    if (last == word) return true;
  return false;
}

}  // namespace finwh
