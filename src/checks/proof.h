// How far each fact is proven by the checks: the relations that hold it, and its equal printings elsewhere.
// Knows the model headers only.
#pragma once

#include <string_view>
#include <vector>

#include "checks/check.h"
#include "facts/fact.h"

namespace finwh {

enum class ProofStatus {
  proven,  // takes part in at least one relation that holds
  tied,    // in no relation, but printed elsewhere with the same value
  unproven,
};

std::string_view to_string(ProofStatus status);  // proven, tied, unproven

struct FactProof {
  int relations = 0;  // identities that hold (pass or rounding) in which the fact takes part, ties apart
  int ties = 0;       // ties that hold in which the fact takes part
  ProofStatus status = ProofStatus::unproven;
};

// One entry a fact, in the order of Release::facts. The order of basic and diluted figures proves neither and is not counted.
std::vector<FactProof> prove_facts(const Release& release, const CheckReport& report);

// Is the rule a tie (an equal printing) and no relation between different figures?
bool is_tie(std::string_view rule);

}  // namespace finwh
