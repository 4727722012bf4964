// The same release in two formats gives the same facts. What differs is what the two files print differently, said here.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/text.h"
#include "cli/read_file.h"
#include "facts/fact_lines.h"

using namespace finwh;

namespace {

struct Pair {
  std::string first, second;
  int only_first;   // figures of the first that the second has not
  int only_second;  // -1: any number
  std::string why;
};

// Label, period, value and unit, sorted. Dashes are one sign: converters write them as they can.
std::vector<std::string> figures(const std::string& name) {
  const auto read = read_file(FINWH_SHARED_DIR "/releases/" + name, {});
  std::vector<std::string> lines;
  for (auto fact : read.release.facts) {
    fact.section_path.clear();
    fact.notes.clear();
    fact.label = fold(fact.label);
    fact.member = {};
    fact.basis = Basis::gaap;
    lines.push_back(finwh_test::line_of(fact));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> missing(const std::vector<std::string>& from, const std::vector<std::string>& in) {
  std::vector<std::string> out;
  std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(out));
  return out;
}

}  // namespace

TEST_CASE("pairs: a release in two formats gives the same facts") {
  if (!std::filesystem::exists(FINWH_SHARED_DIR "/releases")) {
    MESSAGE("skipped: no real releases are here");
    return;
  }
  const Pair pairs[] = {
      {"aapl-2024-05-02-ex99-1.htm", "aapl-2024-05-02-full-submission.txt", 0, 0, ""},
      {"adbe-2024-03-14-ex99-1.htm", "adbe-2024-03-14-full-submission.txt", 0, 0, ""},
      {"nvda-2024-02-21-ex99-1.htm", "nvda-2024-02-21-full-submission.txt", 0, -1, "the submission holds a second exhibit with tables"},
      {"nvda-2026-02-25-ex99-1.htm", "nvda-2026-02-25-8k.md", 22, -1, "the Markdown leaves out dashes, and holds a second exhibit"},
      {"ideaya-biosciences-inc-2025-02-13-djn.md", "ideaya-biosciences-inc-2025-02-13.md", 0, 0, ""},
      {"ase-technology-holding-co-ltd-2025-02-13-djn.md", "ase-technology-holding-co-ltd-2025-02-13.md", 0, 0, ""},
      {"danaos-corporation-2025-02-11-djn.md", "danaos-corporation-2025-02-11.md", 25, 25,
       "the wire wraps hull numbers below their figures and drops a mark; the Markdown cuts two rows short, so that their columns are "
       "open"},
  };
  for (const auto& pair : pairs) {
    CAPTURE(pair.first);
    CAPTURE(pair.second);
    CAPTURE(pair.why);
    const auto first = figures(pair.first), second = figures(pair.second);
    const auto left = missing(first, second), right = missing(second, first);
    CAPTURE(join(left, "\n"));
    CAPTURE(join(right, "\n"));
    CHECK(static_cast<int>(left.size()) == pair.only_first);
    if (pair.only_second >= 0) CHECK(static_cast<int>(right.size()) == pair.only_second);
  }
}
