#include "facts/statement_kind.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "facts/phrase_index.h"

using namespace finwh;

TEST_CASE("statement: the title, the columns and the lines are weighed together") {
  const struct {
    const char* title;
    const char* columns;  // joined with |
    const char* labels;
    const char* statement;
  } rows[] = {
      {"Condensed Consolidated Statements of Operations", "2007|2006", "Net revenues|Cost of revenues", "income_statement"},
      {"", "March 31, 2007|December 31, 2006", "Current assets|Inventories|Total assets|Accounts payable|Total liabilities",
       "balance_sheet"},
      {"", "2007|2006", "Adjustments to reconcile net income|Net cash provided by operating activities|Purchases of property", "cash_flow"},
      {"", "2007|2006", "Net sales|Cost of sales|Gross profit|Income before income taxes|Provision for income taxes|Basic",
       "income_statement"},
      {"Reconciliation of GAAP to non-GAAP results", "2007|2006", "GAAP net income|Restructuring|Non-GAAP net income",
       "non_gaap_reconciliation"},
      {"", "GAAP|Adjustments|Non-GAAP", "Operating income|Net income", "non_gaap_reconciliation"},
      {"Net Product Revenue by Operating Segment", "2007|2006", "Routers|Switches", "segment"},
      {"Divisional Revenues", "2025|2024|% change excluding currency changes", "North America|Europe", "segment"},
      {"Net Sales by Product Category", "2025|2024", "Phones|Tablets", "revenue"},
      {"Stock-Based Compensation by Category", "2007|2006", "Cost of revenues|Research and development", "stock_compensation"},
      {"Cash, Cash Equivalents and Investments", "2007|2006", "Cash and cash equivalents|Short-term investments", "cash_and_investments"},
      {"Financial Highlights", "2024|2023", "Revenue|Net income|Adjusted EBITDA", "highlights"},
      {"Business Outlook", "Low|High", "Revenue|Gross margin", "guidance"},
      {"Operating Data by Segment", "2024|2023", "Crude volumes|Propane", "operating_metrics"},
      {"Statements of Comprehensive Income", "2024|2023", "Net income|Other comprehensive income|Comprehensive income",
       "comprehensive_income"},
      {"Statements of Stockholders' Equity", "Common stock|Additional paid-in capital", "Balance at January 1", "equity"},
      {"Board members", "Age|Since", "A. Person|B. Person", "other"},
      {"", "", "", "other"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.title);
    CAPTURE(row.labels);
    const TableEvidence table{row.title, split(row.columns, '|'), split(row.labels, '|')};
    CHECK(to_string(classify_statement(table)) == row.statement);
  }
}

TEST_CASE("phrase index: whole words, longest first") {
  PhraseIndex index;
  index.add("cash flow");
  index.add("cash");
  index.add("cash flow statement");
  const auto hits = index.find("free cash flow statement of cashes");
  REQUIRE(hits.size() == 3);
  CHECK(hits[0].phrase == 2);
  CHECK(hits[1].phrase == 0);
  CHECK(hits[2].phrase == 1);
  CHECK(hits[0].begin == 5);
}
