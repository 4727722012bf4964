#include "facts/share_scale.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "facts/currency.h"

namespace finwh {
namespace {

constexpr std::string_view kByClause = "table-clause";

bool is_income(const Fact& fact) {
  return !fact.nil && is_currency_code(fact.unit) &&
         (fact.concept_name == "NetIncomeLoss" || fact.concept_name == "ProfitLoss" ||
          fact.concept_name == "NetIncomeLossAvailableToCommonStockholdersBasic" ||
          fact.concept_name == "IncomeLossFromContinuingOperations");
}

// Earnings per share; one that is neither said to be basic nor diluted has no concept.
bool is_per_share(const Fact& fact) {
  if (fact.nil || !fact.unit.ends_with("/share") || fact.value.is_zero()) return false;
  const auto label = fold(fact.label);
  const auto says = [&](std::string_view word) { return contains_word(label, word); };
  const bool named = says("per share") || says("per common share");
  return fact.concept_name.starts_with("EarningsPerShare") || (named && (label.starts_with("net ") || label.starts_with("earnings ")));
}

bool is_scaled_count(const Fact& fact) { return !fact.nil && fact.unit == "shares" && fact.scale_rule == kByClause; }

// Within a factor of two: the powers of ten in question are three apart and more.
bool comes_to(const Decimal& income, const Decimal& shares, const Decimal& per_share) {
  const auto product = multiply(shares.magnitude(), per_share.magnitude());
  if (!product) return false;
  const auto twice = multiply(*product, Decimal(2, 0));
  const auto income_twice = multiply(income.magnitude(), Decimal(2, 0));
  return twice && income_twice && *twice >= income.magnitude() && *product <= *income_twice;
}

}  // namespace

void settle_share_scale(std::vector<Fact>& facts, int share_exponent) {
  if (share_exponent == 0) return;
  int scaled = 0, printed = 0;
  for (const auto& shares : facts) {
    if (!is_scaled_count(shares)) continue;
    const auto beside = [&](const Fact& fact) {
      return fact.column == shares.column && fact.period == shares.period && fact.basis == shares.basis;
    };
    for (const auto& income : facts) {
      if (!is_income(income) || !beside(income)) continue;
      for (const auto& per_share : facts) {
        if (!is_per_share(per_share) || !beside(per_share)) continue;
        if (comes_to(income.value, shares.value, per_share.value)) ++scaled;
        if (comes_to(income.value, shares.value.scaled(-share_exponent), per_share.value)) ++printed;
      }
    }
  }
  if (printed == 0 || scaled > 0) return;
  for (auto& fact : facts) {
    if (fact.unit != "shares" || fact.scale_rule != kByClause) continue;
    if (!fact.nil) fact.value = fact.value.scaled(-share_exponent);
    fact.scale_rule = "per-share-result";
  }
}

}  // namespace finwh
