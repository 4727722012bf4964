// Shapes of tables as news wires, Markdown converters and old submissions print them, read from text to facts.
#include <doctest/doctest.h>

#include <string>

#include "facts/fact_lines.h"

using finwh_test::line_of;
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

TEST_CASE("newswire: the corner goes on below the header rows until its bracket closes") {
  const std::string text = R"(# Example Corp. Reports Results for the Quarter Ended December 31, 2031

```
                   Three months ended
                   Dec.    Dec.
                   31,     31,
(in millions of    2031    2030    % Change
Canadian
dollars)

Earnings from
 operations        $ 13.0   11.4      15 %
Net earnings        $ 7.9    7.3       8 %
```
)";
  CHECK(lines_of(read_text(text)) == R"(Earnings from operations | 2031-10-01..2031-12-31 | 13000000 CAD gaap
Earnings from operations | 2030-10-01..2030-12-31 | 11400000 CAD gaap
Earnings from operations | 2031-10-01..2031-12-31 | 15 percent gaap
Net earnings | 2031-10-01..2031-12-31 | 7900000 CAD gaap
Net earnings | 2030-10-01..2030-12-31 | 7300000 CAD gaap
Net earnings | 2031-10-01..2031-12-31 | 8 percent gaap
)");
}

TEST_CASE("newswire: years under wrapped words over the lines' names complete the header") {
  const std::string text = R"(# Example Corp. Reports Results for the Year Ended December 31, 2031

```
 (in millions)              December 31,             December 31,
---------------------   -----------------------  -----------------------
Reconciliation of
Cash to
Adjusted Cash                   2031                     2030
---------------------   -----------------------  -----------------------
Cash and cash
 equivalents              $              920.3     $              543.2
Less restricted cash                    (110.8)                   (30.5)
                       -----------------------  -----------------------
Adjusted cash             $              809.5     $              512.7
```
)";
  CHECK(lines_of(read_text(text)) == R"(Cash and cash equivalents | 2031-12-31 | 920300000 USD gaap
Cash and cash equivalents | 2030-12-31 | 543200000 USD gaap
Less restricted cash | 2031-12-31 | -110800000 USD adjustment
Less restricted cash | 2030-12-31 | -30500000 USD adjustment
Adjusted cash | 2031-12-31 | 809500000 USD non_gaap
Adjusted cash | 2030-12-31 | 512700000 USD non_gaap
)");
}

TEST_CASE("newswire: each end of a range is a value; a year that is ahead is a forecast; prices are not scaled") {
  const std::string text = R"(---
title: "Example Corp. Reports Results for the Quarter Ended March 31, 2031"
date: 2031-05-02
---

# Example Corp. Reports Results for the Quarter Ended March 31, 2031

**Salt Segment** (in millions, except per ton)

| | 2031 Range |
| --- | --- |
| Revenue | $900 - $1,000 |
| Average price (per ton) | $69 to $71 |
)";
  CHECK(lines_of(read_text(text)) == R"(Revenue | 2031-01-01..2031-12-31 | 900000000 USD guidance
Revenue | 2031-01-01..2031-12-31 | 1000000000 USD guidance
Average price (per ton) | 2031-01-01..2031-12-31 | 69 USD/ton guidance
Average price (per ton) | 2031-01-01..2031-12-31 | 71 USD/ton guidance
)");
}

TEST_CASE("newswire: quarters over years that span two, levels under the length of their flows") {
  const std::string text = R"(# Example S.A.: First Half 2030-31 Results

Revenue for the half-year ended December 31, 2030, the first half of the fiscal year that ends on June 30, 2031.

Quarterly revenues

```
 In EUR millions     Q1       Q2       FY       Q1
-----------------
                  2029-30  2029-30  2029-30  2030-31
-----------------  -------  -------  -------  -------
 Video             10.0     12.0     44.0     11.0
```

Key data

```
                     6M to Dec.  6M to Dec.
 In EUR millions        2029        2030
-------------------  ----------  ----------
 Revenues               22.0        23.0
 Net debt               71.0        69.5
```
)";
  CHECK(lines_of(read_text(text)) == R"(Video [Video] | 2029-07-01..2029-09-30 | 10000000 EUR gaap
Video [Video] | 2029-10-01..2029-12-31 | 12000000 EUR gaap
Video [Video] | 2029-07-01..2030-06-30 | 44000000 EUR gaap
Video [Video] | 2030-07-01..2030-09-30 | 11000000 EUR gaap
Revenues | 2029-07-01..2029-12-31 | 22000000 EUR gaap
Revenues | 2030-07-01..2030-12-31 | 23000000 EUR gaap
Net debt | 2029-12-31 | 71000000 EUR non_gaap
Net debt | 2030-12-31 | 69500000 EUR non_gaap
)");
}

TEST_CASE("newswire: a wide corner over columns without figures is a heading of the later block") {
  const std::string text = R"(# Example Shipping Ltd. Reports Results for the Quarter Ended December 31, 2031

(in thousands of US dollars)

```
                   Three Months Ended December 31, 2031
Metrics             Tankers     Bulk       Total
------------------  ---------  --------  ---------
Operating Revenues  $237,510   $20,669   $258,179
Net income          $121,985    $1,740   $123,725
------------------  ---------  --------  ---------
Balance Sheet                            December
 & Leverage                              31, 2031
-------------------------------------  -----------
Cash and cash equivalents                $453,384
Net Debt                                 $291,162
```

| Vessel | Capacity (DWT) | Year Built |
| --- | --- | --- |
| Example One | 175,966 | 2011 |
)";
  CHECK(lines_of(read_text(text)) == R"(Operating Revenues [Tankers] | 2031-10-01..2031-12-31 | 237510000 USD gaap
Operating Revenues [Bulk] | 2031-10-01..2031-12-31 | 20669000 USD gaap
Operating Revenues [Total] | 2031-10-01..2031-12-31 | 258179000 USD gaap
Net income [Tankers] | 2031-10-01..2031-12-31 | 121985000 USD gaap
Net income [Bulk] | 2031-10-01..2031-12-31 | 1740000 USD gaap
Net income [Total] | 2031-10-01..2031-12-31 | 123725000 USD gaap
Balance Sheet & Leverage > Cash and cash equivalents | 2031-12-31 | 453384000 USD gaap
Balance Sheet & Leverage > Net Debt | 2031-12-31 | 291162000 USD non_gaap
Example One [Capacity (DWT)] | 2031-10-01..2031-12-31 | 175966 DWT metric
Example One [Year Built] | 2031-10-01..2031-12-31 | 2011 year metric
)");
}

TEST_CASE("newswire: shares printed in full under a clause in thousands are what income and earnings per share make them") {
  const auto text = [](const std::string& shares) {
    return "Example Corp. Reports Results for the Quarter Ended March 31, 2031\n\n"
           "                  STATEMENTS OF INCOME\n"
           "      (Dollars in thousands except per share amounts)\n\n"
           "                                     Three Months Ended\n"
           "                                          March 31,\n"
           "                                    2031           2030\n"
           "                                 -----------    -----------\n"
           "Net income                        $    4,591     $    3,903\n"
           "Net income per share              $      .38     $      .33\n"
           "Weighted average shares . .       " +
           shares + "\n";
  };
  const auto shares = [](const finwh::Release& release) { return line_of(release.facts.at(4)); };
  CHECK(shares(read_text(text("12,081,000     11,827,000"), finwh::Format::text)) ==
        "Weighted average shares | 2031-01-01..2031-03-31 | 12081000 shares gaap");
  CHECK(shares(read_text(text("    12,081         11,827"), finwh::Format::text)) ==
        "Weighted average shares | 2031-01-01..2031-03-31 | 12081000 shares gaap");
}

TEST_CASE("newswire: columns side by side with one space before a symbol, and a head parted by a hyphen") {
  const std::string text = R"(Example Corp. Reports Results for the Quarter Ended March 31, 2031

             RECONCILIATION OF GAAP TO NON-GAAP RESULTS
                       (in thousands)

                    Three Months Ended
                      March 31, 2031
              -----------------------------
                         Adjust-
                 GAAP     ments   Non-GAAP
              --------- --------  ---------
Revenue       $  52,118 $     --  $  52,118
Cost of
 revenue         18,204     (804)    17,400
              --------- --------  ---------
Gross profit  $  33,914 $    804  $  34,718
              ========= ========  =========
)";
  CHECK(lines_of(read_text(text, finwh::Format::text)) == R"(Revenue | 2031-01-01..2031-03-31 | 52118000 USD gaap
Revenue | 2031-01-01..2031-03-31 | nil USD adjustment
Revenue | 2031-01-01..2031-03-31 | 52118000 USD non_gaap
Cost of revenue | 2031-01-01..2031-03-31 | 18204000 USD gaap
Cost of revenue | 2031-01-01..2031-03-31 | -804000 USD adjustment
Cost of revenue | 2031-01-01..2031-03-31 | 17400000 USD non_gaap
Gross profit | 2031-01-01..2031-03-31 | 33914000 USD gaap
Gross profit | 2031-01-01..2031-03-31 | 804000 USD adjustment
Gross profit | 2031-01-01..2031-03-31 | 34718000 USD non_gaap
)");
}

TEST_CASE("newswire: a period wrapped over two lines heads a block") {
  const std::string text = R"(Example Corp. Reports Results for the Quarter Ended June 30, 2031

                    SEGMENT INFORMATION
                       (in millions)

                              Tools      Parts
                              --------   --------
Three months ended
 June 30, 2031:
  Revenues                    $  112.4   $   48.2
  Depreciation                     3.1        1.4

Three months ended
 June 30, 2030:
  Revenues                    $  101.0   $   44.6
  Depreciation                     2.9        1.3
)";
  CHECK(lines_of(read_text(text, finwh::Format::text)) ==
        R"(Three months ended June 30, 2031 > Revenues [Tools] | 2031-04-01..2031-06-30 | 112400000 USD gaap
Three months ended June 30, 2031 > Revenues [Parts] | 2031-04-01..2031-06-30 | 48200000 USD gaap
Three months ended June 30, 2031 > Depreciation [Tools] | 2031-04-01..2031-06-30 | 3100000 USD gaap
Three months ended June 30, 2031 > Depreciation [Parts] | 2031-04-01..2031-06-30 | 1400000 USD gaap
Three months ended June 30, 2030 > Revenues [Tools] | 2030-04-01..2030-06-30 | 101000000 USD gaap
Three months ended June 30, 2030 > Revenues [Parts] | 2030-04-01..2030-06-30 | 44600000 USD gaap
Three months ended June 30, 2030 > Depreciation [Tools] | 2030-04-01..2030-06-30 | 2900000 USD gaap
Three months ended June 30, 2030 > Depreciation [Parts] | 2030-04-01..2030-06-30 | 1300000 USD gaap
)");
}

TEST_CASE("newswire: balances under a heading that says so are of the day, whatever the columns say") {
  const std::string text = R"(Example Bancorp Reports Results for the Quarter Ended June 30, 2031

                    QUARTERLY DATA
                (dollars in thousands)

                                2031       2030
                              Second      Second
                              Quarter     Quarter
                              --------   --------
INCOME STATEMENT
Net interest income           $  1,124   $  1,018
Net income                         310        290
PERIOD END BALANCES
Loans                         $ 42,118   $ 40,330
Deposits                        51,330     49,118
)";
  CHECK(lines_of(read_text(text, finwh::Format::text)) ==
        R"(INCOME STATEMENT > Net interest income | 2031-04-01..2031-06-30 | 1124000 USD gaap
INCOME STATEMENT > Net interest income | 2030-04-01..2030-06-30 | 1018000 USD gaap
Net income | 2031-04-01..2031-06-30 | 310000 USD gaap
Net income | 2030-04-01..2030-06-30 | 290000 USD gaap
PERIOD END BALANCES > Loans | 2031-06-30 | 42118000 USD gaap
PERIOD END BALANCES > Loans | 2030-06-30 | 40330000 USD gaap
PERIOD END BALANCES > Deposits | 2031-06-30 | 51330000 USD gaap
PERIOD END BALANCES > Deposits | 2030-06-30 | 49118000 USD gaap
)");
}

TEST_CASE("newswire: a scale clause centred over some columns is the whole table's, and no group") {
  const std::string text = R"(# Example Corp. Reports Results for the Quarter Ended December 31, 2031

```
              Three months ended December 31,      Years ended December 31,
             --------------------------------  --------------------------------
               2031       2030      % Change     2031       2030      % Change
              -----      -----     ----------   -----      -----     ----------
                              (In millions, except percentages)
Net income    $34.4      $36.4        (5.5)%   $143.4     $137.2         4.5%
Revenue       759.7      635.7        19.5%   2,849.7    2,854.4       (0.2)%
```
)";
  CHECK(lines_of(read_text(text)) == R"(Net income | 2031-10-01..2031-12-31 | 34400000 USD gaap
Net income | 2030-10-01..2030-12-31 | 36400000 USD gaap
Net income | 2031-10-01..2031-12-31 | -5.5 percent gaap
Net income | 2031-01-01..2031-12-31 | 143400000 USD gaap
Net income | 2030-01-01..2030-12-31 | 137200000 USD gaap
Net income | 2031-01-01..2031-12-31 | 4.5 percent gaap
Revenue | 2031-10-01..2031-12-31 | 759700000 USD gaap
Revenue | 2030-10-01..2030-12-31 | 635700000 USD gaap
Revenue | 2031-10-01..2031-12-31 | 19.5 percent gaap
Revenue | 2031-01-01..2031-12-31 | 2849700000 USD gaap
Revenue | 2030-01-01..2030-12-31 | 2854400000 USD gaap
Revenue | 2031-01-01..2031-12-31 | -0.2 percent gaap
)");
}
