// How far each fact is proven by the checks: the relations that hold it, and its equal printings elsewhere.
//
// A relation proves a figure when a wrong figure would not pass unseen:
// * the relation holds;
// * it is stated: with the wrong figure it would still have been tried, and failed (CheckTerm::stated);
// * it is tight: it fails once the figure takes the other sign, another scale by a thousand, or differs by kNoticed units of
//   its last printed place, of a figure of one digit by one unit. Where the release's sums foot exactly by habit (habit.h), one
//   unit is noticed of every figure.
// So all digits are proven but the last one, and that within the rounding of the figures it is summed with, as intervals are in
// XBRL's Calculations 1.1. A relation that holds but is found only from holding, or too wide, as an income per share is for the
// share count, is loose: it ties the fact and does not prove it. A second printing of a figure that takes part in some relation
// proves it, and is proven by it, where their not agreeing would be a failure. Knows the model headers only.
#pragma once

#include <string_view>
#include <vector>

#include "checks/check.h"
#include "checks/view.h"
#include "facts/fact.h"

namespace finwh {

// Half a unit of the place before the last, in units of the last.
inline constexpr int kNoticed = 5;

enum class ProofStatus {
  proven,  // at least one relation proves it
  tied,    // none does, but it is printed elsewhere with the same value, or takes part in a loose relation
  unproven,
};

std::string_view to_string(ProofStatus status);  // proven, tied, unproven

struct FactProof {
  int relations = 0;  // relations that prove the fact
  int loose = 0;      // relations that hold in which it takes part, but do not prove it
  int ties = 0;       // ties that hold in which the fact takes part
  ProofStatus status = ProofStatus::unproven;
};

// What a check says for a fact in it.
enum class Bearing { none, relation, loose, tie };
Bearing bearing_of(const Check& check, const CheckTerm& term);

// Sets CheckTerm::proves in all checks of the report.
void judge_proofs(const ReleaseView& view, CheckReport& report);

// One entry a fact, in the order of Release::facts. The order of basic and diluted figures proves neither and is not counted.
std::vector<FactProof> prove_facts(const Release& release, const CheckReport& report);

// Is the rule a tie (an equal printing) and no relation between different figures?
bool is_tie(std::string_view rule);

}  // namespace finwh
