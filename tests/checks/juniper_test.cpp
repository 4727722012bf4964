#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "checks/proof.h"
#include "support/check_dump.h"
#include "support/table_text.h"

using namespace finwh;
using finwh::testing::juniper_from_gold;

namespace {

bool missing(const Release& release) {
  if (!release.tables.empty()) return false;
  MESSAGE("skipped: no ../shared/gold/juniper-2007q1.tsv here");
  return true;
}

// Compares with a golden file; FINWH_UPDATE_GOLDENS=1 rewrites it.
void check_golden(const std::string& name, const std::string& text) {
  const std::string path = FINWH_SOURCE_DIR "/tests/checks/golden/" + name;
  if (std::getenv("FINWH_UPDATE_GOLDENS") != nullptr) std::ofstream(path) << text;
  std::ifstream in(path);
  std::stringstream golden;
  golden << in.rdbuf();
  CHECK(text == golden.str());
}

}  // namespace

TEST_CASE("juniper: the calculation tree of every table is recovered") {
  const Release release = juniper_from_gold();
  if (missing(release)) return;
  const CheckReport report = check_release(release);
  check_golden("juniper-sums.txt", finwh::testing::dump_sums(release, report, true));
  check_golden("juniper-checks.txt", finwh::testing::dump_checks(report));
}

TEST_CASE("juniper: every check passes and every fact is proven") {
  const Release release = juniper_from_gold();
  if (missing(release)) return;
  const CheckReport report = check_release(release);
  for (const Check& check : report.checks) {
    CAPTURE(check.rule);
    CAPTURE(check.description);
    CHECK(check.status == CheckStatus::pass);
  }
  const auto proofs = prove_facts(release, report);
  CHECK(proofs.size() == 274);
  for (std::size_t i = 0; i < proofs.size(); ++i) {
    CAPTURE(release.facts[i].label);
    CAPTURE(release.facts[i].raw);
    CHECK(proofs[i].status == ProofStatus::proven);
  }
}
