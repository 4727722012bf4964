#include "checks/proof.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>

#include "checks/habit.h"
#include "checks/recheck.h"

namespace finwh {
namespace {

bool holds(const Check& check) { return check.status == CheckStatus::pass || check.status == CheckStatus::rounding; }

bool only_orders(const Check& check) { return check.rule == "basic-diluted"; }

// Would a check that holds fail, had a figure of it another value?
class Trial {
 public:
  Trial(const ReleaseView& view, const Check& check, bool foots) : view_(view), check_(check), foots_(foots) {
    for (const CheckTerm& term : check.terms) {
      const Fact& fact = view.fact(term.fact);
      if (!fact.nil && (!exponent_ || fact.value.exponent() < *exponent_)) exponent_ = fact.value.exponent();
    }
  }

  bool proves(const CheckTerm& term) const {
    const Fact& fact = view_.fact(term.fact);
    const Decimal value = fact.nil ? Decimal(0, exponent_.value_or(0)) : fact.value;
    // The only digit of a figure is its first as well: a change of it by one has to be seen.
    const bool one_digit = !fact.nil && value.magnitude().coefficient() < 10;
    const std::int64_t step = foots_ || one_digit ? 1 : kNoticed;
    for (const std::int64_t side : {step, -step})
      if (!notices(term, Decimal(value.coefficient() + side, value.exponent()))) return false;
    if (value.is_zero()) return true;
    return notices(term, value.negated()) && notices(term, value.scaled(3)) && notices(term, value.scaled(-3));
  }

 private:
  bool notices(const CheckTerm& term, const Decimal& value) const {
    if (!is_sum(check_.rule)) return status_with(view_, check_, term.fact, value) == CheckStatus::fail;
    const bool same_precision = view_.fact(term.fact).nil || value.exponent() == view_.fact(term.fact).value.exponent();
    const auto difference = changed_difference(term, value);
    const auto tolerance = changed_tolerance(term, value);
    if (!difference || !tolerance) return true;  // beyond all digits
    return foots_ && same_precision ? !difference->is_zero() : difference->magnitude() > *tolerance;
  }

  std::optional<Decimal> changed_difference(const CheckTerm& term, const Decimal& value) const {
    const Fact& fact = view_.fact(term.fact);
    const auto change = fact.nil ? value : subtract(value, fact.value);
    if (!change || !check_.difference) return std::nullopt;
    return term.weight > 0 ? subtract(*check_.difference, *change) : add(*check_.difference, *change);
  }

  std::optional<Decimal> changed_tolerance(const CheckTerm& term, const Decimal& value) const {
    const Fact& fact = view_.fact(term.fact);
    const auto wider = add(check_.tolerance.value_or(Decimal()), Decimal(5, value.exponent() - 1));
    return fact.nil || !wider ? wider : subtract(*wider, Decimal(5, fact.value.exponent() - 1));
  }

  const ReleaseView& view_;
  const Check& check_;
  bool foots_;  // a miss by a rounding would be a finding
  std::optional<int> exponent_;
};

}  // namespace

std::string_view to_string(ProofStatus status) {
  switch (status) {
    case ProofStatus::proven: return "proven";
    case ProofStatus::tied: return "tied";
    case ProofStatus::unproven: break;
  }
  return "unproven";
}

bool is_tie(std::string_view rule) { return rule.starts_with("tie-"); }

Bearing bearing_of(const Check& check, const CheckTerm& term) {
  if (!holds(check) || only_orders(check)) return Bearing::none;
  if (term.proves) return Bearing::relation;
  return is_tie(check.rule) ? Bearing::tie : Bearing::loose;
}

namespace {

// Two printings of which one takes part in a relation that holds prove each other, where their not agreeing would be a failure.
// Where both are proven already the tie stays a tie.
void prove_by_ties(const ReleaseView& view, CheckReport& report) {
  enum : char { kUnseen, kLoose, kProven };
  std::vector<char> state(view.release().facts.size(), kUnseen);
  const auto of = [&](const CheckTerm& term) -> char& { return state[static_cast<std::size_t>(term.fact)]; };
  std::vector<Check*> ties;
  for (Check& check : report.checks) {
    if (!holds(check) || only_orders(check)) continue;
    if (is_tie(check.rule)) {
      const auto exponent = [&](const CheckTerm& term) { return view.fact(term.fact).value.exponent(); };
      const bool alike = exponent(check.terms.front()) == exponent(check.terms.back());
      if (alike && check.terms.front().stated) ties.push_back(&check);
    } else {
      for (const CheckTerm& term : check.terms) of(term) = std::max<char>(of(term), term.proves ? kProven : kLoose);
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (Check* tie : ties) {
      CheckTerm& a = tie->terms.front();
      CheckTerm& b = tie->terms.back();
      if (a.proves || std::max(of(a), of(b)) == kUnseen || std::min(of(a), of(b)) == kProven) continue;
      a.proves = b.proves = true;
      of(a) = of(b) = kProven;
      changed = true;
    }
  }
}

}  // namespace

void judge_proofs(const ReleaseView& view, CheckReport& report) {
  const FootingHabit habit(view, report);
  for (Check& check : report.checks) {
    if (!holds(check) || only_orders(check) || is_tie(check.rule)) continue;
    const Trial trial(view, check, check.status == CheckStatus::pass && habit.governs(check));
    for (CheckTerm& term : check.terms) term.proves = term.stated && trial.proves(term);
  }
  prove_by_ties(view, report);
}

std::vector<FactProof> prove_facts(const Release& release, const CheckReport& report) {
  std::vector<FactProof> proofs(release.facts.size());
  std::vector<const CheckTerm*> terms;
  for (const Check& check : report.checks) {
    // A fact that stands in two terms counts once.
    terms.clear();
    for (const CheckTerm& term : check.terms) terms.push_back(&term);
    std::stable_sort(terms.begin(), terms.end(), [](const CheckTerm* a, const CheckTerm* b) { return a->fact < b->fact; });
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (i > 0 && terms[i]->fact == terms[i - 1]->fact) continue;
      FactProof& proof = proofs.at(static_cast<std::size_t>(terms[i]->fact));
      switch (bearing_of(check, *terms[i])) {
        case Bearing::relation: ++proof.relations; break;
        case Bearing::loose: ++proof.loose; break;
        case Bearing::tie: ++proof.ties; break;
        case Bearing::none: break;
      }
    }
  }
  for (FactProof& proof : proofs)
    proof.status = proof.relations > 0                 ? ProofStatus::proven
                   : proof.ties > 0 || proof.loose > 0 ? ProofStatus::tied
                                                       : ProofStatus::unproven;
  return proofs;
}

}  // namespace finwh
