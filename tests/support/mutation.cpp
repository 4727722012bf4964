#include "support/mutation.h"

#include <algorithm>
#include <cstdint>
#include <set>

namespace finwh::testing {
namespace {

std::string identity_of(const Check& check) {
  std::string text = check.rule;
  for (const CheckTerm& term : check.terms) text += " " + std::to_string(term.fact);
  return text;
}

}  // namespace

int digit_count(const Decimal& value) {
  int count = 0;
  for (std::int64_t rest = value.magnitude().coefficient(); rest > 0; rest /= 10) ++count;
  return count;
}

Decimal with_digit(const Decimal& value, int place, int step) {
  std::int64_t unit = 1;
  for (int i = 0; i < place; ++i) unit *= 10;
  const std::int64_t magnitude = value.magnitude().coefficient();
  const std::int64_t digit = magnitude / unit % 10;
  const std::int64_t changed = magnitude + ((digit + step) % 10 - digit) * unit;
  return {value.is_negative() ? -changed : changed, value.exponent()};
}

Mutation random_mutation(const Release& release, const std::vector<int>& facts, std::mt19937& random) {
  const auto below = [&](std::size_t bound) { return static_cast<int>(random() % bound); };
  const int fact = facts[static_cast<std::size_t>(below(facts.size()))];
  const Decimal& value = release.facts[static_cast<std::size_t>(fact)].value;
  switch (below(3)) {
    case 0: {
      const int place = below(static_cast<std::size_t>(digit_count(value)));
      return {fact, "digit", with_digit(value, place, 1 + below(9))};
    }
    case 1: return {fact, "sign", value.negated()};
    default: return {fact, "scale", value.scaled(below(2) == 0 ? 3 : -3)};
  }
}

Verdict verdict_on(const Release& release, const CheckReport& before, const Mutation& mutation) {
  std::set<std::string> known;
  for (const Check& check : before.checks)
    if (check.status == CheckStatus::fail) known.insert(identity_of(check));
  Release changed = release;
  Fact& fact = changed.facts[static_cast<std::size_t>(mutation.fact)];
  fact.value = mutation.value;
  Verdict verdict;
  for (const Check& check : check_release(changed).checks) {
    if (check.status != CheckStatus::fail || known.contains(identity_of(check))) continue;
    verdict.caught = true;
    verdict.named =
        verdict.named || check.hint.find((fact.label.empty() ? "(total" : fact.label) + " (" + fact.raw + ")") != std::string::npos;
  }
  return verdict;
}

}  // namespace finwh::testing
