#include "facts/net_income.h"

#include <doctest/doctest.h>

#include <string>

#include "facts/fact_lines.h"

using namespace finwh;

TEST_CASE("net income: the group's and its own holders' are told apart, in every table") {
  const auto release = finwh_test::read_text(R"(# Example Corp. Reports Results for the Quarter Ended March 31, 2031

**Statements of Operations** (in thousands)

| | Three Months Ended March 31, 2031 |
| --- | --- |
| Revenue | $ 1,204 |
| Net income | 310 |
| Net income attributable to noncontrolling interests | 10 |
| Net income attributable to Example Corp. | $ 300 |

**Statements of Cash Flows** (in thousands)

| | Three Months Ended March 31, 2031 |
| --- | --- |
| Net income | $ 310 |
| Depreciation and amortization | 25 |
| Net cash provided by operating activities | $ 335 |
)");
  std::string lines;
  for (const auto& fact : release.facts) lines += fact.label + " | " + fact.concept_name + "\n";
  CHECK(lines == R"(Revenue | Revenues
Net income | ProfitLoss
Net income attributable to noncontrolling interests | NetIncomeLossAttributableToNoncontrollingInterest
Net income attributable to Example Corp. | NetIncomeLoss
Net income | ProfitLoss
Depreciation and amortization | DepreciationDepletionAndAmortization
Net cash provided by operating activities | NetCashProvidedByUsedInOperatingActivities
)");
}
