// Shapes of tables as news wires, Markdown converters and old submissions print them, read from text to facts.
#include <doctest/doctest.h>

#include <string>

#include "facts/fact_lines.h"

using finwh_test::lines_of;
using finwh_test::read_text;

TEST_CASE("newswire: adjustments between figures per share are per share") {
  const std::string text = R"(# Example Corp. Reports Results for the Quarter Ended March 31, 2031

**Reconciliation of GAAP to Non-GAAP** (in thousands, except per share amounts)

| | Three Months Ended March 31, 2031 | Three Months Ended March 31, 2030 |
| --- | --- | --- |
| GAAP net income | $ 1,204 | $ 1,101 |
| Restructuring | 310 | - |
| Non-GAAP net income | $ 1,514 | $ 1,101 |
| GAAP net income per share | $ 0.12 | $ 0.11 |
| Restructuring | 0.03 | - |
| Non-GAAP net income per share | $ 0.15 | $ 0.11 |
)";
  CHECK(lines_of(read_text(text)) == R"(GAAP net income | 2031-01-01..2031-03-31 | 1204000 USD gaap
GAAP net income | 2030-01-01..2030-03-31 | 1101000 USD gaap
Restructuring | 2031-01-01..2031-03-31 | 310000 USD adjustment
Restructuring | 2030-01-01..2030-03-31 | nil USD adjustment
Non-GAAP net income | 2031-01-01..2031-03-31 | 1514000 USD non_gaap
Non-GAAP net income | 2030-01-01..2030-03-31 | 1101000 USD non_gaap
GAAP net income per share | 2031-01-01..2031-03-31 | 0.12 USD/share gaap
GAAP net income per share | 2030-01-01..2030-03-31 | 0.11 USD/share gaap
Restructuring | 2031-01-01..2031-03-31 | 0.03 USD/share adjustment
Restructuring | 2030-01-01..2030-03-31 | nil USD/share adjustment
Non-GAAP net income per share | 2031-01-01..2031-03-31 | 0.15 USD/share non_gaap
Non-GAAP net income per share | 2030-01-01..2030-03-31 | 0.11 USD/share non_gaap
)");
}

TEST_CASE("newswire: headers whose line breaks were lost") {
  const std::string text = R"(# Example Corp. Reports Results for the Quarter Ended September 30, 2031

**Statements of Operations** (in thousands)

| | Three Months EndedSeptember 30, | |
| --- | --- | --- |
| | 2031 | 2030 |
| Revenue | $ 1,204 | $ 1,101 |
| Net income | 310 | 290 |
)";
  CHECK(lines_of(read_text(text)) == R"(Revenue | 2031-07-01..2031-09-30 | 1204000 USD gaap
Revenue | 2030-07-01..2030-09-30 | 1101000 USD gaap
Net income | 2031-07-01..2031-09-30 | 310000 USD gaap
Net income | 2030-07-01..2030-09-30 | 290000 USD gaap
)");
}
