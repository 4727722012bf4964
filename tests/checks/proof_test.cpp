#include "checks/proof.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/table_text.h"

using namespace finwh;
using finwh::testing::release_of;

namespace {

// Each figure with its proof: the status's first letter, relations, loose relations and ties.
std::string proofs_of(const std::string& text) {
  const Release release = release_of(text);
  const auto proofs = prove_facts(release, check_release(release));
  std::string dump;
  for (std::size_t i = 0; i < proofs.size(); ++i)
    dump += fmt::format("{}{} {}{}{}", i == 0 ? "" : ", ", release.facts[i].raw, to_string(proofs[i].status).substr(0, 1),
                        proofs[i].relations, proofs[i].loose);
  return dump;
}

}  // namespace

TEST_CASE("proof: a relation proves what it would fail without, and only ties what it is too wide for") {
  struct Row {
    const char* text;
    const char* proofs;  // p = proven, t = tied, u = unproven; relations that prove it, loose ones
  };
  const Row rows[] = {
      // A total under its heading is missed wherever it does not foot.
      {"balance_sheet: Balance Sheets, thousands\n| 2025-03-31\nCurrent assets:\n  Cash | 12,345\n  Receivables | 6,789\n"
       "= Total current assets | 19,134",
       "12,345 p10, 6,789 p10, 19,134 p10"},
      // Income per share says little of income and shares, but all of itself.
      {"income_statement: Operations, thousands\n| 2025Q1 | 2024Q1\nNet income | 66,647 | 75,763\n"
       "Diluted net income per share | $0.11 | $0.13\nDiluted shares | #604,905 | #603,589",
       "66,647 t01, 75,763 t01, $0.11 p10, $0.13 p10, #604,905 t01, #603,589 t01"},
      // A sum of no name in a single column is known from holding alone.
      {"other: Sundry, thousands\n| 2025Q1\nNorth | 1,234,567\nSouth | 7,654,321\nBoth | 8,888,888",
       "1,234,567 t01, 7,654,321 t01, 8,888,888 t01"},
      {"other: Sundry, thousands\n| 2025Q1\nNorth | 1,234\nSouth | 7,654", "1,234 u00, 7,654 u00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(proofs_of(row.text) == row.proofs);
  }
}

TEST_CASE("proof: two printings prove each other where a difference would be a failure") {
  CHECK(proofs_of(R"(income_statement: Operations, thousands
| 2025Q1 | 2024Q1
Net income | 66,647 | 75,763
Diluted net income per share | $0.11 | $0.13
Diluted shares | #604,905 | #603,589

cash_flow: Cash Flows, thousands
| 2025Q1 | 2024Q1
Net income | 66,647 | 75,763)") == "66,647 p11, 75,763 p11, $0.11 p10, $0.13 p10, #604,905 t01, #603,589 t01, 66,647 p10, 75,763 p10");
}

TEST_CASE("proof: the last digit of a small sum is seen where many others foot exactly, else within rounding") {
  std::string many = "other: Many sums, thousands\n| 2025Q1 | 2024Q1\n";
  for (int i = 0; i < 15; ++i) {
    many += fmt::format("Group {}:\n", i);
    for (int factor : {1, 2, 3}) {
      const int value = (100 + 7 * i) * factor;
      many +=
          fmt::format("{} {} | {} | {}\n", factor == 3 ? "= Total group" : "  Part", factor == 3 ? i : factor, value, value + 13 * factor);
    }
  }
  const Release release = release_of(many);
  CheckReport report = check_release(release);
  int failures = 0;
  Release changed = release;
  changed.facts[2].value = Decimal(changed.facts[2].value.coefficient() + 1, changed.facts[2].value.exponent());
  for (const Check& check : check_release(changed).checks) failures += check.rule == "footing-habit" && check.status == CheckStatus::fail;
  CHECK(failures == 1);
}
