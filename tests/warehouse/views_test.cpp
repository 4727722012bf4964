#include <doctest/doctest.h>

#include "support/fresh_folder.h"
#include "support/release_builder.h"
#include "support/sql.h"
#include "warehouse/warehouse.h"

using namespace finwh;
using namespace finwh::test;

namespace {

struct Fixture {
  FreshFolder folder;
  std::string path = (folder.path() / "w.db").string();
  Warehouse warehouse{path, Access::write};
  std::string operator()(const std::string& sql) { return ask(*warehouse.database(), sql); }
};

// One line with one figure, as published by one quarter's release.
Release vintage(int quarter, const char* amount, const char* sha_seed) {
  ReleaseBuilder b;
  b.file("vintage.txt", sha_seed).quarter(2031, quarter).table("T", Statement::income_statement, 1);
  b.line("Revenue", {amount}).concept_name("Revenues");
  b.release.facts[0].period = {PeriodKind::duration, make_date(2030, 1, 1), make_date(2030, 12, 31), 12};
  return b.release;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "v_fact: a flat row a fact") {
  warehouse.store(full_release(), full_report());
  CHECK((*this)("SELECT * FROM v_fact WHERE fact_id IN (1000001, 1000004, 1000007, 1000008, 1000011, 1000018, 1000020)") ==
        "1000001|1|samples/sample-works.txt|Sample Works Inc.|SMPL|~|2031-04-21|2031|1|1|Statements of Operations|income_statement|"
        "Net revenues|Product|~|~|gaap|duration|2031-01-01|2031-03-31|USD|1200000|0|~|1,200|3\n"
        "1000004|1|samples/sample-works.txt|Sample Works Inc.|SMPL|~|2031-04-21|2031|1|1|Statements of Operations|income_statement|"
        "Net revenues|Service|~|~|gaap|duration|2030-01-01|2030-03-31|USD|~|1|~|-|4\n"
        "1000007|1|samples/sample-works.txt|Sample Works Inc.|SMPL|~|2031-04-21|2031|1|1|Statements of Operations|income_statement|"
        "|Net income|NetIncomeLoss|~|gaap|duration|2031-01-01|2031-03-31|USD|90000|0|A/2|90|6\n"
        "1000008|1|samples/sample-works.txt|Sample Works Inc.|SMPL|~|2031-04-21|2031|1|1|Statements of Operations|income_statement|"
        "|Net income|NetIncomeLoss|~|gaap|duration|2030-01-01|2030-03-31|USD|-20000|0|A/2|(20)|6\n"
        "1000011|1|samples/sample-works.txt|Sample Works Inc.|SMPL|~|2031-04-21|2031|1|1|Statements of Operations|income_statement|"
        "||~|~|gaap|duration|2031-01-01|2031-03-31|percent|66.2|0|~|66.20|8\n"
        "1000018|1|samples/sample-works.txt|Sample Works Inc.|SMPL|~|2031-04-21|2031|1|3|Volumes|operating_metrics|"
        "|Stores|~|~|unknown|unknown|~|~|unknown|12|0|~|12|19\n"
        "1000020|1|samples/sample-works.txt|Sample Works Inc.|SMPL|~|2031-04-21|2031|1|3|Volumes|operating_metrics|"
        "A > B > C|Outlook|~|~|guidance|duration|2031-01-01|2031-03-31|USD|12|0|~|10 to 12|93");
  CHECK((*this)("SELECT member FROM v_fact WHERE fact_id = 1000002") == "Europe > North");
}

TEST_CASE_FIXTURE(Fixture, "v_check and v_finding: what was tried, and what does not hold") {
  warehouse.store(full_release(), full_report());
  CHECK((*this)("SELECT check_id, table_no, rule, description, status, expected, found, difference, tolerance, facts FROM v_check") ==
        "1000001|1|sum-rows|Total net revenues = Product + Service|pass|1500000|1500000|0|1500|3\n"
        "1000002|1|sum-rows|Total net revenues = Product + Service|rounding|1000000|1000000|0|~|2\n"
        "1000003|~|tie-net-income|printed twice|pass|90000|90000|0|0|2\n"
        "1000004|2|walk|GAAP to non-GAAP|fail|105000|100500|-4500|1|4");
  CHECK((*this)("SELECT check_id, table_title, difference, hint FROM v_finding") == "1000004|Reconciliation|-4500|sign of Tax effect");
  CHECK((*this)("SELECT label, weight, raw FROM v_check_fact WHERE check_id = 1000001 ORDER BY position") ==
        "Total net revenues|0|1,500\nProduct|1|1,200\nService|1|300");
}

TEST_CASE_FIXTURE(Fixture, "v_proof: proven by relations that hold, tied by equal printings, else unproven") {
  warehouse.store(full_release(), full_report());
  CHECK((*this)("SELECT fact_id % 1000000, relations, ties, status FROM v_proof WHERE relations + ties > 0") ==
        "1|1|0|proven\n2|1|0|proven\n3|1|0|proven\n5|1|0|proven\n6|1|0|proven\n7|0|1|tied\n12|0|1|tied");
  CHECK((*this)("SELECT count(*), min(source_file) FROM v_proof WHERE status = 'unproven'") == "13|samples/sample-works.txt");
}

TEST_CASE_FIXTURE(Fixture, "v_reconciliation: the start, the signed steps, the result") {
  warehouse.store(full_release(), full_report());
  CHECK((*this)("SELECT reconciliation_id, step, role, sign, label, notes, signed_value, fiscal_label FROM v_reconciliation") ==
        "1000001|0|gaap|1|GAAP net income|~|90000|2031Q1\n"
        "1000001|1|adjustment|1|Amortization > of things|B|15000|2031Q1\n"
        "1000001|2|adjustment|-1|Tax effect|~|-5000|2031Q1\n"
        "1000001|3|non_gaap|0|Non-GAAP net income|~|100000|2031Q1\n"
        "1000002|0|gaap|1|GAAP net income|~|90000|2031Q1");
}

TEST_CASE_FIXTURE(Fixture, "v_statement: headings and lines in printed order") {
  warehouse.store(full_release(), full_report());
  CHECK((*this)("SELECT row_no, kind, depth, label, column_no, period_end, raw, total FROM v_statement WHERE table_no = 1 "
                "ORDER BY release_id, table_no, row_no, column_no LIMIT 8") ==
        "1|heading|0|Net revenues:|~|~|~|0\n"
        "2|line|1|Product|1|2031-03-31|1,200|0\n2|line|1|Product|2|2030-03-31|1,000|0\n"
        "3|line|1|Service|1|2031-03-31|300|0\n3|line|1|Service|2|2030-03-31|-|0\n"
        "4|line|1|Total net revenues|1|2031-03-31|1,500|1\n4|line|1|Total net revenues|2|2030-03-31|1,000|1\n"
        "5|line|0|Net income|1|2031-03-31|90|0");
}

TEST_CASE_FIXTURE(Fixture, "v_note, v_problem, v_release, v_table, v_claim: what a release brought") {
  warehouse.store(full_release(), full_report());
  CHECK((*this)("SELECT table_no, mark, title, facts FROM v_note") == "1|A|~|2\n2|B|~|1\n~|*|Titled|0");
  CHECK((*this)("SELECT table_no, severity, code, source_line FROM v_problem") ==
        "3|warning|period-unknown|91\n~|warning|company-unknown|0");
  CHECK((*this)("SELECT fiscal_label, version, current, tables, facts, nils, problems, checks, failed FROM v_release") ==
        "2031Q1|1|1|3|20|1|2|4|1");
  CHECK((*this)("SELECT table_no, statement, rows, numeric_cells, unexplained, audited FROM v_table") ==
        "1|income_statement|7|11|0|~\n2|non_gaap_reconciliation|4|4|0|1\n3|operating_metrics|4|3|0|0");
  CHECK((*this)("SELECT raw, value, unit, measure, period_end, status, facts FROM v_claim") ==
        "$1.5 million|1500000|USD|net revenues|2031-03-31|tied|1");
}

TEST_CASE_FIXTURE(Fixture, "v_cell: every cell as printed, facts and all") {
  warehouse.store(full_release(), full_report());
  CHECK((*this)("SELECT row_no, column_no, part, columns, role, text, fact_id % 1000000 FROM v_cell WHERE table_id = 1000003 "
                "ORDER BY row_no, column_no, part") ==
        "1|0|0|1|label|Output|~\n1|1|0|1|value|420|16\n2|0|0|1|label|Price|~\n2|1|0|1|value|61.5|17\n3|0|0|1|label|Stores|~\n"
        "3|1|0|1|value|12|18\n4|0|0|1|label|Outlook|~\n4|0|1|1|mark|(1)|~\n4|1|0|2|value|10 to 12|19");
}

TEST_CASE_FIXTURE(Fixture, "vintages: latest and first reported follow publication, not loading") {
  // Loaded out of order: the third quarter's release, then the first's, its corrected version, then the second's.
  warehouse.store(vintage(3, "130", "q3"), {});
  warehouse.store(vintage(1, "110", "q1"), {});
  warehouse.store(vintage(1, "111", "q1 corrected"), {});
  warehouse.store(vintage(2, "120", "q2"), {});
  CHECK((*this)("SELECT value, published_on, printings, fiscal_label FROM v_latest") == "130000|2031-10-21|4|2030FY");
  CHECK((*this)("SELECT value, published_on FROM v_first_reported WHERE ticker = 'SMPL'") == "111000|2031-04-21");
  CHECK((*this)("SELECT value FROM v_latest WHERE ticker = 'NONE'") == "");
  CHECK((*this)("SELECT value FROM v_line_history WHERE concept = 'Revenues' ORDER BY recency") == "110000\n111000\n120000\n130000");
  CHECK((*this)("SELECT release_id, version, current FROM v_release ORDER BY release_id") == "1|1|1\n2|1|0\n3|2|1\n4|1|1");
}

TEST_CASE_FIXTURE(Fixture, "views: questions about a release, a company or a concept do not read the whole file") {
  warehouse.store(full_release(), full_report());
  struct Row {
    const char* sql;
    const char* never;  // a scan of
  };
  const Row rows[] = {
      {"SELECT * FROM v_fact WHERE release_id = 1", "f"},
      {"SELECT * FROM v_fact WHERE fact_id = 1", "f"},
      {"SELECT * FROM v_fact WHERE ticker = 'SMPL' AND statement = 'income_statement' AND period_end = '2031-03-31'", "f"},
      {"SELECT * FROM v_fact WHERE company = 'x' AND member = 'y' AND label = 'z'", "f"},
      {"SELECT * FROM v_fact WHERE concept = 'Revenues'", "f"},
      {"SELECT * FROM v_fact WHERE source_file = 'x'", "f"},
      {"SELECT * FROM v_line_history WHERE concept = 'Revenues' AND period_end = '2031-03-31'", "f"},
      {"SELECT * FROM v_proof WHERE source_file = 'x'", "f"},
      {"SELECT * FROM v_check WHERE release_id = 1", "k"},
      {"SELECT * FROM v_statement WHERE ticker = 'SMPL' AND statement = 'balance_sheet'", "w"},
      {"SELECT * FROM v_reconciliation WHERE release_id = 1", "w"},
      {"SELECT * FROM v_latest WHERE ticker = 'SMPL'", "x"},
      {"SELECT * FROM v_cell WHERE table_id = 1000001", "f"},
      {"SELECT * FROM v_problem WHERE release_id = 1", "x"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.sql);
    const std::string plan = (*this)(std::string("EXPLAIN QUERY PLAN ") + row.sql);
    CAPTURE(plan);
    CHECK(plan.find(std::string("SCAN ") + row.never + "\n") == std::string::npos);
    CHECK(plan.find(std::string("SCAN ") + row.never + " USING") == std::string::npos);
    CHECK(plan.find(std::string(row.never) + " USING AUTOMATIC") == std::string::npos);
  }
}
