#include "checks/suspects.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "checks/proof.h"
#include "checks/recheck.h"

namespace finwh {
namespace {

constexpr std::size_t kMaxTerms = 200;  // terms of one failure that are looked at
constexpr int kMaxSlack = 12;           // units by which rounding may hide the exact value

std::vector<int> digits_of(std::int64_t magnitude) {
  std::vector<int> digits;
  for (; magnitude > 0; magnitude /= 10) digits.push_back(static_cast<int>(magnitude % 10));
  return digits;
}

// What one slip turns one coefficient into the other: a digit, or two neighbours swapped; "" = none.
std::string_view slip(std::int64_t from, std::int64_t to) {
  if ((from < 0) != (to < 0) || from == to) return "";
  std::vector<int> a = digits_of(from < 0 ? -from : from);
  std::vector<int> b = digits_of(to < 0 ? -to : to);
  a.resize(std::max(a.size(), b.size()));
  b.resize(a.size());
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i]) places.push_back(i);
  if (places.size() == 1) return "digit";
  const bool swapped = places.size() == 2 && places[1] == places[0] + 1 && a[places[0]] == b[places[1]] && a[places[1]] == b[places[0]];
  return swapped ? "digits swapped" : "";
}

int rank_of(std::string_view change) { return change == "sign" ? 0 : change == "scale" ? 1 : change == "digits swapped" ? 2 : 3; }

class Investigation {
 public:
  Investigation(const ReleaseView& view, const CheckReport& report) : view_(view), report_(report), checks_(view.release().facts.size()) {
    for (std::size_t i = 0; i < report.checks.size(); ++i)
      for (const CheckTerm& term : report.checks[i].terms) {
        auto& checks = checks_[static_cast<std::size_t>(term.fact)];
        if (checks.empty() || checks.back() != i) checks.push_back(i);
      }
  }

  // The changes that explain a failure, most likely first.
  std::vector<Suspect> suspects(const Check& failure) const {
    std::vector<Suspect> found;
    for (std::size_t i = 0; i < std::min(failure.terms.size(), kMaxTerms); ++i) {
      const Fact& fact = view_.fact(failure.terms[i].fact);
      if (fact.nil) continue;
      for (const Suspect& change : changes(failure, i)) judge(failure, change, found);
    }
    std::stable_sort(found.begin(), found.end(), [](const Suspect& a, const Suspect& b) {
      return std::make_pair(-a.explained, rank_of(a.change)) < std::make_pair(-b.explained, rank_of(b.change));
    });
    return found;
  }

 private:
  // What the figure of one term could have been by one slip.
  std::vector<Suspect> changes(const Check& failure, std::size_t term) const {
    const int index = failure.terms[term].fact;
    const Decimal& value = view_.fact(index).value;
    std::vector<Suspect> list = {
        {index, value.negated(), "sign", 0}, {index, value.scaled(3), "scale", 0}, {index, value.scaled(-3), "scale", 0}};
    const auto needed = needed_value(failure, term);
    if (!needed) return list;
    const auto off = subtract(*needed, value);
    if (!off) return list;
    // The needed value in the figure's own units, and its neighbours where rounding hides the last of them.
    Decimal aligned = off->scaled(-value.exponent());
    const auto units = aligned.to_integer();
    if (!units) return list;
    const bool rounded = failure.tolerance && !failure.tolerance->is_zero();
    const int slack = rounded ? kMaxSlack : 0;
    for (int distance = 0; distance <= slack; ++distance)
      for (const int side : {1, -1}) {
        const std::int64_t coefficient = value.coefficient() + *units + std::int64_t{distance} * side;
        const std::string_view change = slip(value.coefficient(), coefficient);
        if (!change.empty()) list.push_back({index, Decimal(coefficient, value.exponent()), change, 0});
        if (distance == 0) break;
      }
    return list;
  }

  // The value that makes an identity exact: what is expected of the figure tested, and in sums and ties of any other; nothing
  // where signs and scales alone are tried.
  std::optional<Decimal> needed_value(const Check& failure, std::size_t term) const {
    const int weight = failure.terms[term].weight;
    if (weight == 0) return failure.expected;
    if (!failure.difference || !adds_up(failure.rule)) return std::nullopt;
    const Decimal& value = view_.fact(failure.terms[term].fact).value;
    return weight > 0 ? add(value, *failure.difference) : subtract(value, *failure.difference);
  }

  // Counts the failures that a change explains and drops it when it breaks what holds.
  void judge(const Check& failure, Suspect change, std::vector<Suspect>& found) const {
    if (status_with(view_, failure, change.fact, change.value) == CheckStatus::fail) return;
    for (const std::size_t i : checks_[static_cast<std::size_t>(change.fact)]) {
      const Check& check = report_.checks[i];
      if (check.status == CheckStatus::not_applicable) continue;
      const CheckStatus status = status_with(view_, check, change.fact, change.value);
      if (check.status == CheckStatus::fail) {
        change.explained += status != CheckStatus::fail;
      } else if (change.change == "sign" && is_tie(check.rule)) {
        continue;  // a figure may be added here and taken away there
      } else if (status == CheckStatus::fail || (check.status == CheckStatus::pass && status == CheckStatus::rounding)) {
        return;
      }
    }
    const auto same = [&](const Suspect& other) { return other.fact == change.fact; };
    const auto known = std::find_if(found.begin(), found.end(), same);
    if (known == found.end()) {
      found.push_back(change);
    } else if (change.explained > known->explained) {
      *known = change;
    }
  }

  const ReleaseView& view_;
  const CheckReport& report_;
  std::vector<std::vector<std::size_t>> checks_;
};

// A line near the sum's that it leaves out and whose figure is the difference.
std::string missing_line(const ReleaseView& view, const Check& failure) {
  if (failure.calculation < 0 || !failure.difference || failure.table < 0) return "";
  const Fact& total = view.fact(failure.terms.front().fact);
  const auto [first, last] = view.index().of_table(failure.table);
  constexpr int kNear = 12;  // rows
  for (int i = first; i < last; ++i) {
    const Fact& fact = view.fact(i);
    if (fact.column != total.column || fact.nil || fact.unit != total.unit || std::abs(fact.row - total.row) > kNear) continue;
    if (fact.value.magnitude() != failure.difference->magnitude()) continue;
    const bool taken = std::any_of(failure.terms.begin(), failure.terms.end(), [&](const CheckTerm& term) { return term.fact == i; });
    if (!taken) return "the difference is " + view.name(i) + " (" + fact.raw + "), which the sum leaves out";
  }
  return "";
}

std::string in_words(const ReleaseView& view, const Suspect& suspect) {
  const Fact& fact = view.fact(suspect.fact);
  std::string text = view.name(suspect.fact) + " (" + fact.raw + ")";
  if (suspect.change == "sign") return text + " with the other sign";
  if (suspect.change == "scale") return text + " at another scale, " + suspect.value.to_string();
  return text + " as " + suspect.value.to_string() + " (" + std::string(suspect.change) + ")";
}

std::string hint_of(const ReleaseView& view, const Check& failure, const std::vector<Suspect>& suspects) {
  if (suspects.empty()) return missing_line(view, failure);
  // Only those that explain as much as the first, by as small a change.
  std::string hint;
  std::size_t named = 0;
  std::size_t equals = 0;
  for (const Suspect& suspect : suspects) {
    if (suspect.explained < suspects.front().explained) break;
    ++equals;
    if (named == kMaxNamed) continue;
    hint += (named++ == 0 ? "" : " or ") + in_words(view, suspect);
  }
  hint += " would explain it";
  if (equals > named) hint += ", and " + std::to_string(equals - named) + " more would";
  return hint;
}

}  // namespace

std::vector<Suspect> suspects_of(const ReleaseView& view, const CheckReport& report, const Check& failure) {
  return Investigation(view, report).suspects(failure);
}

void find_suspects(const ReleaseView& view, CheckReport& report) {
  const bool any = std::any_of(report.checks.begin(), report.checks.end(), [](const Check& c) { return c.status == CheckStatus::fail; });
  if (!any) return;
  const Investigation investigation(view, report);
  for (Check& check : report.checks)
    if (check.status == CheckStatus::fail) check.hint = hint_of(view, check, investigation.suspects(check));
}

}  // namespace finwh
