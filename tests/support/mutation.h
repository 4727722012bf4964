// One figure of a release changed, to see whether the checks notice.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "checks/check.h"
#include "facts/fact.h"

namespace finwh::testing {

struct Mutation {
  int fact = 0;
  std::string kind;  // digit, sign, scale
  Decimal value;     // what the fact becomes
};

// The value with the digit at 10^place of its coefficient replaced by that digit plus `step`, modulo 10.
Decimal with_digit(const Decimal& value, int place, int step);

// The number of digits of the coefficient.
int digit_count(const Decimal& value);

// A digit, the sign or the scale of a random one of the facts (none nil or zero), as the generator says.
Mutation random_mutation(const Release& release, const std::vector<int>& facts, std::mt19937& random);

// What the checks say of the release with the mutation.
struct Verdict {
  bool caught = false;  // some check fails that did not before
  bool named = false;   // the hint of one of them names the fact
};
Verdict verdict_on(const Release& release, const CheckReport& before, const Mutation& mutation);

}  // namespace finwh::testing
