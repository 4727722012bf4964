#include "support/mutation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "checks/proof.h"
#include "document/reader.h"
#include "facts/read_release.h"
#include "input/source.h"
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

namespace {

// So many releases of different companies, evenly spaced over the folder: the first of each name up to its first digit.
std::vector<std::filesystem::path> releases_of_companies(const std::string& folder, std::size_t count) {
  std::vector<std::filesystem::path> files;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder, missing))
    if (entry.is_regular_file() && entry.path().extension() != ".tsv") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::set<std::string> seen;
  const auto known = [&](const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return !seen.insert(name.substr(0, name.find_first_of("0123456789"))).second;
  };
  files.erase(std::remove_if(files.begin(), files.end(), known), files.end());
  if (files.size() < count) return {};
  std::vector<std::filesystem::path> chosen;
  for (std::size_t i = 0; i < count; ++i) chosen.push_back(files[files.size() * i / count]);
  return chosen;
}

// A sanitizer makes a check some twenty times slower.
#if defined(__SANITIZE_ADDRESS__)
constexpr int kMutations = 200;
#else
constexpr int kMutations = 1000;
#endif

}  // namespace

TEST_CASE("mutation: of random changes of proven facts over 20 releases 99 in 100 are caught and 4 in 5 named") {
  constexpr int kReleases = 20;
  const auto files = releases_of_companies(FINWH_SHARED_DIR "/releases", kReleases);
  if (files.empty()) {
    MESSAGE("skipped: no 20 companies' releases in ../shared/releases here");
    return;
  }
  std::mt19937 random(2007);
  int tried = 0;
  int caught = 0;
  int named = 0;
  for (const auto& file : files) {
    CAPTURE(file);
    const Source source = read_source(file.string());
    const Release release = read_release(read_document(source.text, source.format), {file.string(), source.sha256, "", source.bytes});
    const CheckReport report = check_release(release);
    const std::vector<int> facts = proven_facts(release, report);
    REQUIRE(!facts.empty());
    for (int i = 0; i < kMutations / kReleases; ++i) {
      const Verdict verdict = verdict_on(release, report, random_mutation(release, facts, random));
      ++tried;
      caught += verdict.caught;
      named += verdict.named;
    }
  }
  MESSAGE(caught, " of ", tried, " caught, ", named, " named");
  CHECK(100 * caught >= 99 * tried);
  CHECK(100 * named >= 80 * tried);
}
