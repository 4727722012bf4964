// The sample release, the whole way: its facts against a golden file, and against the published release where that is at hand.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "base/text.h"
#include "cli/read_file.h"

using namespace finwh;

namespace {

const std::string kSample = FINWH_SOURCE_DIR "/samples/juniper-networks-2007q1.md";
const std::string kGolden = FINWH_SOURCE_DIR "/tests/corpus/golden/juniper-networks-2007q1.tsv";
const std::string kPublished = FINWH_SHARED_DIR "/releases/juniper-2007q1.md";

// Everything that a fact is, but where in its file it stands.
std::string dump(const Release& release, const Fact& fact) {
  const auto& table = release.tables[static_cast<std::size_t>(fact.table)];
  return join(
      {std::to_string(table.ordinal), table.title, std::string(to_string(table.statement)), join(fact.section_path, " > "), fact.label,
       fact.concept_name, fact.member.name, std::string(to_string(fact.basis)), to_string(fact.period), fact.unit,
       fmt::format("{}e{}", fact.value.coefficient(), fact.value.exponent()), fact.nil ? "nil" : "", join(fact.notes, "/"), fact.raw},
      "\t");
}

std::vector<std::string> dump_facts(const Release& release) {
  std::vector<std::string> lines;
  for (const auto& fact : release.facts) lines.push_back(dump(release, fact));
  return lines;
}

}  // namespace

TEST_CASE("sample: every fact is as the golden file has it") {
  const auto release = read_file(kSample, {}).release;
  const auto text = join(dump_facts(release), "\n") + "\n";
  if (std::getenv("FINWH_UPDATE_GOLDENS") != nullptr) std::ofstream(kGolden) << text;
  std::ifstream in(kGolden);
  std::stringstream golden;
  golden << in.rdbuf();
  CHECK(text == golden.str());
}

TEST_CASE("sample: all 266 numbers and 8 nils are facts, nothing is unexplained, every check holds") {
  const auto read = read_file(kSample, {});
  const auto& release = read.release;
  CHECK(release.tables.size() == 7);
  CHECK(release.facts.size() == 274);
  CHECK(std::count_if(release.facts.begin(), release.facts.end(), [](const Fact& f) { return f.nil; }) == 8);
  for (const auto& table : release.tables) {
    CHECK(table.conservation.unexplained() == 0);
    CHECK(table.conservation.problems == 0);
  }
  CHECK(release.problems.empty());
  CHECK(release.notes.size() == 4);
  CHECK(read.report.checks.size() > 100);
  for (const auto& check : read.report.checks) {
    CAPTURE(check.description);
    CHECK((check.status == CheckStatus::pass || check.status == CheckStatus::rounding));
  }
}

TEST_CASE("sample: its facts are those of the published release") {
  if (!std::filesystem::exists(kPublished)) {
    MESSAGE("skipped: the published release is not here");
    return;
  }
  const auto sample = read_file(kSample, {}).release;
  const auto published = read_file(kPublished, {}).release;
  CHECK(dump_facts(sample) == dump_facts(published));
}
