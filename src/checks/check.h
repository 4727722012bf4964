// The results of checking a release: identities tried, the sums found in its tables, and the claims of its prose. Facts are
// named by their index in Release::facts. Nothing here knows SQL.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/period.h"
#include "base/span.h"
#include "facts/fact.h"

namespace finwh {

enum class CheckStatus {
  pass,      // holds exactly as printed
  rounding,  // holds within the printed precision of the figures (their intervals meet)
  fail,
  not_applicable,  // a figure it needs is nil or missing
};

std::string_view to_string(CheckStatus status);  // pass, rounding, fail, n/a
std::optional<CheckStatus> check_status_from(std::string_view code);

// A fact that takes part in an identity: found side (total, the figure tested) or expected side (its parts).
struct CheckTerm {
  int fact = 0;
  int weight = 1;       // +1 or -1 on the expected side; 0 = the figure that is tested
  bool stated = true;   // with another figure here the identity would still be tried, and fail; else it would not be found
  bool proves = false;  // the check holds, and would fail with another figure here (see proof.h)
};

// One identity, tried on one set of facts (one column of one table, or one pair of places).
struct Check {
  int table = -1;           // index into Release::tables; -1 = across tables
  std::string rule;         // stable code, one of check_rules()
  std::string description;  // what is tried, in words: "Total assets = Total current assets + ..."
  CheckStatus status = CheckStatus::not_applicable;
  std::optional<Decimal> expected;
  std::optional<Decimal> found;
  std::optional<Decimal> difference;  // found - expected
  std::optional<Decimal> tolerance;   // largest difference that rounding of the printed figures explains
  std::vector<CheckTerm> terms;
  int calculation = -1;  // index into CheckReport::calculations when the identity is one column of a calculation
  std::string hint;      // of a failure: the smallest change of one figure that would explain it; "" = none
};

struct CheckRule {
  std::string_view code;
  std::string_view meaning;  // one sentence for the documentation
};

// Every rule that check_release tries, in one ordered list.
const std::vector<CheckRule>& check_rules();

// A sum found in a table: row `total` is the weighted sum of rows `parts` in every column where they stand with figures of
// one unit (or column `total` of columns `parts`, in every row).
struct Calculation {
  int table = 0;
  bool columns = false;  // indices below are printed columns, not rows
  int total = 0;
  std::vector<int> parts;
  std::vector<int> weights;  // +1 or -1 for each part
  std::string unit;          // of the figures that it sums
  int instances = 0;         // in how many columns (rows) it was tried
  int holds = 0;             // in how many it holds exactly or within rounding
};

enum class ClaimStatus { tied, contradicted, open };

std::string_view to_string(ClaimStatus status);
std::optional<ClaimStatus> claim_status_from(std::string_view code);

// A figure in the release's sentences.
struct Claim {
  std::string raw;  // as printed: "$626.9 million"
  Span source;
  Decimal value;  // base units
  std::string unit;
  std::string measure;  // what it speaks of, as far as the sentence says; "" = unknown
  Period period;
  Period compared;  // of a change: the period that it is measured from; unknown when it is none
  Basis basis = Basis::unknown;
  ClaimStatus status = ClaimStatus::open;
  std::vector<int> facts;  // facts that bear it out or contradict it
  std::string reason;      // how it was tied, or why it is open
};

struct CheckReport {
  std::vector<Check> checks;
  std::vector<Calculation> calculations;
  std::vector<Claim> claims;
};

// Tries every rule on one release. Never throws for what the release says; deterministic.
CheckReport check_release(const Release& release);

}  // namespace finwh
