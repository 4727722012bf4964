#include "facts/currency.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "facts/vocabulary.h"
#include "facts/word_filter.h"

namespace finwh {
namespace {

struct Codes {
  std::unordered_map<std::string_view, std::string_view> by_name;
  WordFilter filter;  // of the names in lower case
};

const Codes& codes() {
  static const Codes table = [] {
    Codes entries;
    for (const auto& row : read_vocabulary("currencies", 2)) {
      entries.by_name.emplace(row[0], row[1]);
      entries.filter.add(to_lower(row[0]));
    }
    return entries;
  }();
  return table;
}

struct Magnitude {
  std::string_view letters;
  int exponent;
  bool before;  // may stand in front of the code: "MEUR"
};

// Longest first where one ends with the other.
constexpr std::array<Magnitude, 12> kMagnitudes = {{{"000s", 3, false},
                                                    {"000", 3, false},
                                                    {"mln", 6, false},
                                                    {"mio", 6, false},
                                                    {"mm", 6, false},
                                                    {"mn", 6, false},
                                                    {"bn", 9, false},
                                                    {"m", 6, true},
                                                    {"k", 3, true},
                                                    {"t", 3, true},
                                                    {"b", 9, false},
                                                    {"th", 3, true}}};

}  // namespace

bool may_be_currency(char first, std::size_t length) { return codes().filter.may_hold(to_lower(first), length); }

bool is_currency_code(std::string_view unit) {
  if (unit.size() != 3) return false;
  static const auto known = [] {
    std::unordered_set<std::string_view> all;
    for (const auto& [word, code] : codes().by_name) all.insert(code);
    return all;
  }();
  return known.contains(unit);
}

std::string_view currency_code(std::string_view printed) {
  if (printed.empty() || !may_be_currency(printed.front(), printed.size())) return {};
  const auto& names = codes().by_name;
  if (const auto found = names.find(printed); found != names.end()) return found->second;
  if (const auto found = names.find(to_lower(printed)); found != names.end()) return found->second;
  return {};
}

MoneyWord money_word(std::string_view printed) {
  if (printed.size() < 2 || printed.size() > 24) return {};
  if (const auto code = currency_code(printed); !code.empty()) return {code, 0};
  const std::string lower = to_lower(printed);
  for (const auto& magnitude : kMagnitudes) {
    const auto size = magnitude.letters.size();
    if (lower.size() <= size) continue;
    if (lower.ends_with(magnitude.letters))
      if (const auto code = currency_code(printed.substr(0, lower.size() - size)); !code.empty()) return {code, magnitude.exponent};
    if (magnitude.before && lower.starts_with(magnitude.letters))
      if (const auto code = currency_code(printed.substr(size)); !code.empty()) return {code, magnitude.exponent};
  }
  return {};
}

}  // namespace finwh
