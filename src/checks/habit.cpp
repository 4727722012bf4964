#include "checks/habit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

#include "facts/currency.h"

namespace finwh {
namespace {

// The chance that the sum of so many rounded figures rounds to their rounded total, for 0, 1, 2 ... parts (the central bin of
// the distribution of a sum of uniform errors).
constexpr std::array<double, 10> kChanceToFoot = {1, 1, 0.75, 0.667, 0.599, 0.550, 0.511, 0.479, 0.453, 0.430};

int parts_of(const ReleaseView& view, const Check& check) {
  int parts = 0;
  for (const CheckTerm& term : check.terms) parts += term.weight != 0 && !view.fact(term.fact).nil;
  return parts;
}

bool is_sum_of_money(const ReleaseView& view, const Check& check) {
  if (check.calculation < 0 || check.rule == "change" || check.terms.empty()) return false;
  const std::string& unit = view.fact(check.terms.front().fact).unit;
  return is_currency_code(unit);
}

// The precision in which a sum is printed, if all its figures have one: thousands and billions foot apart.
std::optional<int> precision_of(const ReleaseView& view, const Check& check) {
  const int exponent = view.fact(check.terms.front().fact).value.exponent();
  for (const CheckTerm& term : check.terms) {
    const Fact& fact = view.fact(term.fact);
    if (!fact.nil && fact.value.exponent() != exponent) return std::nullopt;
  }
  return exponent;
}

struct Habit {
  double bits = 0;
  int exact = 0;
  std::vector<std::size_t> misses;
};

}  // namespace

void check_habit(const ReleaseView& view, CheckReport& report) {
  std::map<int, Habit> habits;  // by precision
  for (std::size_t i = 0; i < report.checks.size(); ++i) {
    const Check& check = report.checks[i];
    if (!is_sum_of_money(view, check)) continue;
    const auto precision = precision_of(view, check);
    if (!precision) continue;
    Habit& habit = habits[*precision];
    if (check.status == CheckStatus::rounding) habit.misses.push_back(i);
    if (check.status != CheckStatus::pass) continue;
    const auto parts = static_cast<std::size_t>(parts_of(view, check));
    habit.bits -= std::log2(kChanceToFoot[std::min(parts, kChanceToFoot.size() - 1)]);
    ++habit.exact;
  }
  for (const auto& [precision, habit] : habits) {
    const int allowed = std::max(kMaxMisses, habit.exact / 50);
    if (habit.bits < kHabitBits || static_cast<int>(habit.misses.size()) > allowed) continue;
    for (const std::size_t i : habit.misses) {
      Check finding = report.checks[i];
      finding.rule = "footing-habit";
      finding.status = CheckStatus::fail;
      finding.tolerance = Decimal();
      finding.description += ", where " + std::to_string(habit.exact) + " sums of the release foot exactly";
      report.checks.push_back(std::move(finding));
    }
  }
}

}  // namespace finwh
