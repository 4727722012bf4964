#include "support/release_builder.h"

#include <fmt/format.h>

#include <functional>

#include "base/text.h"

namespace finwh::test {
namespace {

Period quarter_ending(int year, unsigned month) {
  return {PeriodKind::duration, make_date(year, month - 2, 1), last_day_of_month(year, month), 3};
}

}  // namespace

std::string sha_of(const std::string& seed) {
  std::string hex;
  for (int i = 0; i < 4; ++i) hex += fmt::format("{:016x}", std::hash<std::string>{}(seed + std::to_string(i)));
  return hex;
}

ReleaseBuilder::ReleaseBuilder() {
  file("samples/sample-works.txt", "sample-works");
  company("Sample Works Inc.", "SMPL");
  quarter(2031, 1);
}

ReleaseBuilder& ReleaseBuilder::file(const std::string& path, const std::string& sha_seed) {
  release.file = {path, sha_of(sha_seed), "text", 12345};
  return *this;
}

ReleaseBuilder& ReleaseBuilder::company(const std::string& name, const std::string& ticker, const std::string& cik) {
  release.identity.company = name;
  release.identity.ticker = ticker;
  release.identity.exchange = "NYSE";
  release.identity.cik = cik;
  release.identity.fiscal_year_end = "12-31";
  release.identity.title = name + " reports";
  return *this;
}

ReleaseBuilder& ReleaseBuilder::quarter(int year, int quarter) {
  release.identity.fiscal_year = year;
  release.identity.fiscal_quarter = quarter;
  release.identity.period_end = last_day_of_month(year, static_cast<unsigned>(quarter) * 3);
  release.identity.published_on = add_days(*release.identity.period_end, 21);
  return *this;
}

Span ReleaseBuilder::next_span(std::size_t length) {
  at_.offset += at_.length + 1;
  at_.length = static_cast<std::uint32_t>(length);
  return at_;
}

ReleaseBuilder& ReleaseBuilder::table(const std::string& title, Statement statement, int columns) {
  section_.clear();
  ReleaseTable table;
  table.ordinal = static_cast<int>(release.tables.size()) + 1;
  table.title = title;
  table.statement = statement;
  table.scale_clause = "(in thousands)";
  table.money_exponent = 3;
  table.currency = "USD";
  table.audited = false;
  table.columns = columns + 1;
  ++at_.line;
  table.source = next_span(title.size());
  release.tables.push_back(table);
  return *this;
}

ReleaseBuilder& ReleaseBuilder::heading(const std::string& label, int depth) {
  auto& table = release.tables.back();
  ++at_.line;
  TableRow row{RowKind::heading, label + ":", section_, depth, false, false, next_span(label.size() + 1)};
  table.cells.push_back({static_cast<int>(table.rows.size()), 0, 1, CellRole::label, row.label, row.source});
  table.rows.push_back(row);
  section_.push_back(label);
  return *this;
}

ReleaseBuilder& ReleaseBuilder::end_section() {
  section_.pop_back();
  return *this;
}

Fact ReleaseBuilder::fact_of(const std::string& raw, const std::string& unit, int column) const {
  Fact fact;
  fact.column = column;
  fact.unit = unit;
  fact.basis = Basis::gaap;
  const auto& identity = release.identity;
  fact.period = quarter_ending(*identity.fiscal_year - (column - 1), static_cast<unsigned>(*identity.fiscal_quarter) * 3);
  fact.raw = raw;
  fact.nil = raw == "-";
  if (fact.nil) return fact;
  std::string digits = replace_all(raw, ",", "");
  const bool negative = digits.front() == '(';
  if (negative) digits = digits.substr(1, digits.size() - 2);
  fact.value = Decimal::parse(digits).value();
  if (negative) fact.value = fact.value.negated();
  if (unit == "USD") fact.value = fact.value.scaled(3);
  return fact;
}

ReleaseBuilder& ReleaseBuilder::line(const std::string& label, const std::vector<std::string>& cells, const std::string& unit) {
  auto& table = release.tables.back();
  const int row_index = static_cast<int>(table.rows.size());
  ++at_.line;
  TableRow row{RowKind::line,          label, section_, static_cast<int>(section_.size()), label.rfind("Total", 0) == 0, false,
               next_span(label.size())};
  if (!label.empty()) table.cells.push_back({row_index, 0, 1, CellRole::label, label, row.source});
  table.rows.push_back(row);
  first_of_line_ = release.facts.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    Fact fact = fact_of(cells[i], unit, static_cast<int>(i) + 1);
    fact.table = table.ordinal - 1;
    fact.row = row_index;
    fact.section_path = section_;
    fact.label = label;
    fact.source = next_span(cells[i].size());
    table.cells.push_back({row_index, fact.column, 1, fact.nil ? CellRole::nil : CellRole::value, fact.raw, fact.source,
                           static_cast<int>(release.facts.size())});
    ++table.conservation.numeric_cells;
    ++table.conservation.facts;
    release.facts.push_back(fact);
  }
  return *this;
}

ReleaseBuilder& ReleaseBuilder::concept_name(const std::string& name) {
  for (std::size_t i = first_of_line_; i < release.facts.size(); ++i) release.facts[i].concept_name = name;
  return *this;
}

ReleaseBuilder& ReleaseBuilder::mark(const std::string& mark) {
  for (std::size_t i = first_of_line_; i < release.facts.size(); ++i) release.facts[i].notes.push_back(mark);
  return *this;
}

ReleaseBuilder& ReleaseBuilder::note(const std::string& mark, const std::string& text) {
  ++at_.line;
  release.notes.push_back({mark, "", text, static_cast<int>(release.tables.size()) - 1, next_span(text.size())});
  return *this;
}

Release full_release() {
  ReleaseBuilder b;
  b.table("Statements of Operations", Statement::income_statement, 2);
  b.heading("Net revenues").line("Product", {"1,200", "1,000"}).line("Service", {"300", "-"});
  b.line("Total net revenues", {"1,500", "1,000"}).concept_name("Revenues").end_section();
  b.line("Net income", {"90", "(20)"}).concept_name("NetIncomeLoss").mark("A").mark("2");
  b.line("Net income per share", {"0.12", "(0.03)"}, "USD/share").concept_name("EarningsPerShareDiluted");
  b.line("", {"66.20", ""}, "percent");
  b.note("A", "Includes a gain.");
  b.table("Reconciliation", Statement::non_gaap_reconciliation, 1);
  b.line("GAAP net income", {"90"}).concept_name("NetIncomeLoss").line("Amortization > of things", {"15"}).mark("B");
  b.line("Tax effect", {"5"}).line("Non-GAAP net income", {"100"}).note("B", "A note of its own table.");
  b.table("Volumes", Statement::operating_metrics, 1);
  b.line("Output", {"420"}, "MBOED").line("Price", {"61.5"}, "USD/bbl").line("Stores", {"12"}, "unknown");
  Release& r = b.release;
  r.facts.back().period = {};
  r.facts.back().basis = Basis::unknown;
  r.facts.back().period_rule = "";
  r.facts.back().unit_rule = "none";
  r.facts.front().period_rule = "sentence-above";
  r.facts.front().scale_rule = "table-clause";
  r.facts[1].member = {"geography", "Europe > North"};
  r.facts[2].value = Decimal(999999999999999999, 0);
  r.notes.push_back({"*", "Titled", "Holds for the whole release.", -1, {9000, 10, 90}});
  r.walks.push_back({1, 11, {12, 13}, {1, -1}, 14});
  r.walks.push_back({1, 11, {}, {}, -1});
  r.problems.push_back({"period-unknown", "no header", {9100, 4, 91}, "Stores", 3});
  r.problems.push_back({"company-unknown", "not named", {}, "", 0});
  r.skipped.push_back({"contacts", "Call us", {9200, 7, 92}});
  // A range: one printed cell, two facts. A mark beside a label, in the same place.
  ReleaseTable& volumes = r.tables[2];
  volumes.rows.push_back({RowKind::note, "Outlook 10 to 12", {}, 1, false, true, {9300, 16, 93}});
  volumes.cells.push_back({3, 0, 1, CellRole::label, "Outlook", {9300, 7, 93}});
  volumes.cells.push_back({3, 0, 1, CellRole::mark, "(1)", {9307, 3, 93}});
  volumes.cells.push_back({3, 1, 2, CellRole::value, "10 to 12", {9308, 8, 93}, static_cast<int>(r.facts.size())});
  for (const int value : {10, 12}) {
    Fact fact = r.facts.front();
    fact.table = 2;
    fact.row = 3;
    fact.column = 1;
    fact.section_path = {"A > B", "C"};
    fact.label = "Outlook";
    fact.value = Decimal(value, 0);
    fact.raw = "10 to 12";
    fact.source = {9308, 8, 93};
    fact.basis = Basis::guidance;
    r.facts.push_back(fact);
  }
  r.tables[0].audited.reset();
  r.tables[1].audited = true;
  return r;
}

CheckReport full_report() {
  CheckReport report;
  report.calculations.push_back({0, false, 3, {1, 2}, {1, 1}, "USD", 2, 2});
  const std::string sum = "Total net revenues = Product + Service";
  report.checks.push_back({0,
                           "sum-rows",
                           sum,
                           CheckStatus::pass,
                           Decimal(1500, 3),
                           Decimal(1500, 3),
                           Decimal(0, 3),
                           Decimal(15, 2),
                           {{4, 0, true, true}, {0, 1, true, true}, {2, 1, true, true}},
                           0,
                           ""});
  report.checks.push_back({0,
                           "sum-rows",
                           sum,
                           CheckStatus::rounding,
                           Decimal(1000, 3),
                           Decimal(1000, 3),
                           Decimal(0, 3),
                           std::nullopt,
                           {{5, 0, true, true}, {1, 1, true, true}, {1, 1, true, true}},
                           0,
                           ""});
  report.checks.push_back({-1,
                           "tie-net-income",
                           "printed twice",
                           CheckStatus::pass,
                           Decimal(90, 3),
                           Decimal(90, 3),
                           Decimal(0, 3),
                           Decimal(0, 3),
                           {{6, 0}, {11, 1}},
                           -1,
                           ""});
  report.checks.push_back({1,
                           "walk",
                           "GAAP to non-GAAP",
                           CheckStatus::fail,
                           Decimal(105, 3),
                           Decimal(1005, 2),
                           Decimal(-45, 2),
                           Decimal(1, 0),
                           {{14, 0}, {11, 1}, {12, 1}, {13, 1}},
                           -1,
                           "sign of Tax effect"});
  Claim claim;
  claim.raw = "$1.5 million";
  claim.source = {12, 12, 3};
  claim.value = Decimal(15, 5);
  claim.unit = "USD";
  claim.measure = "net revenues";
  claim.period = full_release().facts.front().period;
  claim.basis = Basis::gaap;
  claim.status = ClaimStatus::tied;
  claim.facts = {4};
  claim.reason = "same value";
  report.claims.push_back(claim);
  return report;
}

Release synthetic_release(int number, int facts) {
  ReleaseBuilder b;
  const int company = number / 8;
  b.file(fmt::format("synthetic/{}.txt", number), fmt::format("synthetic {}", number));
  b.company(fmt::format("Company {} Inc.", company), fmt::format("C{}", company), std::to_string(1000 + company));
  b.quarter(2020 + number % 8 / 4, number % 4 + 1);
  for (int i = 0; i < facts; ++i) {
    if (i % 60 == 0) {
      b.table(fmt::format("Table {}", i / 60), static_cast<Statement>(i / 60 % 14), 2);
      b.heading(fmt::format("Section {}", i / 60 % 7));
    }
    if (i % 2 == 0) {
      b.line(fmt::format("Line item number {} of the table", i % 60 / 2), {fmt::format("{},{:03}", 10 + (i * 37 + number) % 900, i % 1000),
                                                                           i % 26 == 0 ? std::string("-") : fmt::format("({})", 100 + i)});
      if (i % 6 != 0) b.concept_name(fmt::format("Concept{}", i % 120));
      if (i % 30 == 4) b.mark("A");
    }
  }
  b.note("A", "A note about some of the lines above.");
  return b.release;
}

CheckReport synthetic_report(const Release& release) {
  CheckReport report;
  for (int i = 0; i + 3 < static_cast<int>(release.facts.size()); i += 6) {
    const int table = release.facts[static_cast<std::size_t>(i)].table;
    report.calculations.push_back({table, false, release.facts[static_cast<std::size_t>(i)].row, {1, 2}, {1, 1}, "USD", 1, 1});
    report.checks.push_back({table,
                             "sum-rows",
                             "one line = the sum of two lines that stand above it",
                             CheckStatus::pass,
                             Decimal(i, 3),
                             Decimal(i, 3),
                             Decimal(0, 3),
                             Decimal(15, 2),
                             {{i, 0}, {i + 1, 1}, {i + 2, 1}},
                             static_cast<int>(report.calculations.size()) - 1,
                             ""});
  }
  return report;
}

}  // namespace finwh::test
