#include "checks/habit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace finwh {
namespace {

// The chance that the sum of so many rounded figures rounds to their rounded total, for 0, 1, 2 ... parts (the central bin of
// the distribution of a sum of uniform errors).
constexpr std::array<double, 10> kChanceToFoot = {1, 1, 0.75, 0.667, 0.599, 0.550, 0.511, 0.479, 0.453, 0.430};

double bits_of(const ReleaseView& view, const Check& check) {
  std::size_t parts = 0;
  for (const CheckTerm& term : check.terms) parts += term.weight != 0 && !view.fact(term.fact).nil;
  return -std::log2(kChanceToFoot[std::min(parts, kChanceToFoot.size() - 1)]);
}

}  // namespace

// Of the sums in one unit, those whose figures all have one precision: thousands and billions foot apart. Changes and sums of
// quarters are often worked out before rounding, so they are apart too.
std::optional<FootingHabit::Kind> FootingHabit::kind_of(const Check& check) const {
  if (check.calculation < 0 || check.terms.empty()) return std::nullopt;
  std::optional<int> exponent;
  for (const CheckTerm& term : check.terms) {
    const Fact& fact = view_.fact(term.fact);
    if (fact.nil) continue;
    if (exponent && *exponent != fact.value.exponent()) return std::nullopt;
    exponent = fact.value.exponent();
  }
  if (!exponent) return std::nullopt;
  const bool over_time = check.rule == "change" || check.rule == "year-of-quarters";
  return Kind{view_.fact(check.terms.front().fact).unit, *exponent, over_time};
}

FootingHabit::FootingHabit(const ReleaseView& view, const CheckReport& report) : view_(view) {
  for (std::size_t i = 0; i < report.checks.size(); ++i) {
    const Check& check = report.checks[i];
    if (check.status != CheckStatus::rounding && check.status != CheckStatus::pass) continue;
    const auto kind = kind_of(check);
    if (!kind) continue;
    Sums& sums = sums_[*kind];
    if (check.status == CheckStatus::rounding) {
      sums.misses.push_back(i);
      continue;
    }
    sums.bits += bits_of(view, check);
    ++sums.exact;
  }
  for (auto& entry : sums_) {
    Sums& sums = entry.second;
    if (sums.misses.empty()) continue;
    const auto& terms = report.checks[sums.misses.front()].terms;
    sums.one_figure = std::any_of(terms.begin(), terms.end(), [&](const CheckTerm& term) {
      return std::all_of(sums.misses.begin(), sums.misses.end(), [&](std::size_t i) { return takes_part(report.checks[i], term.fact); });
    });
  }
}

bool FootingHabit::shown(const Sums& sums) {
  const int allowed = std::max(kMaxMisses, sums.exact / kExactForMiss);
  return sums.bits >= kHabitBits && (sums.one_figure || static_cast<int>(sums.misses.size()) <= allowed);
}

bool FootingHabit::governs(const Check& check) const {
  const auto kind = kind_of(check);
  const auto found = kind ? sums_.find(*kind) : sums_.end();
  if (found == sums_.end() || !shown(found->second)) return false;
  return found->second.bits - bits_of(view_, check) >= kHabitBits;
}

std::vector<Check> FootingHabit::findings(const CheckReport& report) const {
  std::vector<Check> found;
  for (const auto& [kind, sums] : sums_) {
    if (!shown(sums)) continue;
    for (const std::size_t i : sums.misses) {
      Check finding = report.checks[i];
      finding.rule = "footing-habit";
      finding.status = CheckStatus::fail;
      finding.tolerance = Decimal();
      finding.description += ", where " + std::to_string(sums.exact) + " sums of the release foot exactly";
      found.push_back(std::move(finding));
    }
  }
  return found;
}

void check_habit(const ReleaseView& view, CheckReport& report) {
  std::vector<Check> findings = FootingHabit(view, report).findings(report);
  report.checks.insert(report.checks.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
}

}  // namespace finwh
