#include "support/mutation.h"

#include <doctest/doctest.h>

#include "checks/proof.h"
#include "support/table_text.h"

using namespace finwh;
using namespace finwh::testing;

namespace {

std::vector<int> proven_facts(const Release& release, const CheckReport& report) {
  std::vector<int> facts;
  const auto proofs = prove_facts(release, report);
  for (std::size_t i = 0; i < proofs.size(); ++i)
    if (proofs[i].status == ProofStatus::proven && !release.facts[i].nil && !release.facts[i].value.is_zero())
      facts.push_back(static_cast<int>(i));
  return facts;
}

}  // namespace

TEST_CASE("mutation: every digit of every figure of juniper's release, raised by one, makes some check fail") {
  const Release release = juniper_from_gold();
  if (release.tables.empty()) {
    MESSAGE("skipped: no ../shared/gold/juniper-2007q1.tsv here");
    return;
  }
  const CheckReport report = check_release(release);
  for (const int fact : proven_facts(release, report)) {
    const Fact& own = release.facts[static_cast<std::size_t>(fact)];
    CAPTURE(own.label);
    CAPTURE(own.raw);
    for (int place = 0; place < digit_count(own.value); ++place) {
      CAPTURE(place);
      CHECK(verdict_on(release, report, {fact, "digit", with_digit(own.value, place, 1)}).caught);
    }
  }
}

TEST_CASE("mutation: of 1,000 random changes 99 in 100 are caught and 4 in 5 named") {
  const Release release = juniper_from_gold();
  if (release.tables.empty()) {
    MESSAGE("skipped: no ../shared/gold/juniper-2007q1.tsv here");
    return;
  }
  const CheckReport report = check_release(release);
  const std::vector<int> facts = proven_facts(release, report);
  std::mt19937 random(2007);
  int caught = 0;
  int named = 0;
  for (int i = 0; i < 1000; ++i) {
    const Verdict verdict = verdict_on(release, report, random_mutation(release, facts, random));
    caught += verdict.caught;
    named += verdict.named;
  }
  MESSAGE(caught, " of 1000 caught, ", named, " named");
  CHECK(caught >= 990);
  CHECK(named >= 800);
}
