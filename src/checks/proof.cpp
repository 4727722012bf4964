#include "checks/proof.h"

#include <algorithm>
#include <cstddef>

namespace finwh {

std::string_view to_string(ProofStatus status) {
  switch (status) {
    case ProofStatus::proven: return "proven";
    case ProofStatus::tied: return "tied";
    case ProofStatus::unproven: break;
  }
  return "unproven";
}

bool is_tie(std::string_view rule) { return rule.starts_with("tie-"); }

std::vector<FactProof> prove_facts(const Release& release, const CheckReport& report) {
  std::vector<FactProof> proofs(release.facts.size());
  std::vector<int> facts;
  for (const Check& check : report.checks) {
    if (check.status != CheckStatus::pass && check.status != CheckStatus::rounding) continue;
    if (check.rule == "basic-diluted") continue;  // an order proves neither figure
    facts.clear();
    for (const CheckTerm& term : check.terms) facts.push_back(term.fact);
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    for (const int fact : facts) {
      FactProof& proof = proofs.at(static_cast<std::size_t>(fact));
      ++(is_tie(check.rule) ? proof.ties : proof.relations);
    }
  }
  for (FactProof& proof : proofs)
    proof.status = proof.relations > 0 ? ProofStatus::proven : proof.ties > 0 ? ProofStatus::tied : ProofStatus::unproven;
  return proofs;
}

}  // namespace finwh
