// The fact model: what the facts stage hands to the checks and to the warehouse. One Release holds everything that was
// read from one file; facts refer to its tables and rows by index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/period.h"
#include "base/problem.h"
#include "base/span.h"

namespace finwh {

enum class Basis { unknown, gaap, adjustment, non_gaap, guidance, metric };

enum class Statement {
  income_statement,
  comprehensive_income,
  balance_sheet,
  cash_flow,
  equity,
  segment,
  revenue,
  stock_compensation,
  non_gaap_reconciliation,
  cash_and_investments,
  highlights,
  guidance,
  operating_metrics,
  other,
};

std::string_view to_string(Basis basis);          // "gaap", ...
std::string_view to_string(Statement statement);  // "income_statement", ...
std::optional<Basis> basis_from(std::string_view code);
std::optional<Statement> statement_from(std::string_view code);
const std::vector<Statement>& all_statements();
const std::vector<Basis>& all_bases();

// What a figure is broken down by. An empty axis: not broken down.
struct Member {
  std::string axis;  // segment, product, geography, expense_function, counterparty, measure, other
  std::string name;  // as printed in the column header
  friend bool operator==(const Member&, const Member&) = default;
};

// One numeric or nil cell.
struct Fact {
  int table = 0;                          // index into Release::tables
  int row = 0;                            // index into ReleaseTable::rows
  int column = 0;                         // column of the printed table, from 1 (0 is the label's)
  std::vector<std::string> section_path;  // headings above, outermost first, no trailing colon
  std::string label;                      // as printed, without note marks; "" for an unlabelled total
  std::string concept_name;               // standard concept (us-gaap element name where one exists); "" = unknown
  Member member;
  Basis basis = Basis::unknown;
  Period period;
  std::string unit;  // USD, USD/share, shares, percent, ...; "unknown" when undecided
  Decimal value;     // base units; the exponent keeps the printed precision; {0,0} for a nil
  bool nil = false;
  std::vector<std::string> notes;  // marks as printed, in order: {"A", "B"} is A/B
  std::string raw;                 // the cell as printed
  Span source;                     // of the cell
  // Names of the rules that inferred what the cell does not print itself ("" = printed).
  std::string period_rule;
  std::string unit_rule;
  std::string scale_rule;
};

enum class RowKind {
  title,    // a title or caption inside the table
  header,   // column headers
  heading,  // a section heading without values
  line,     // a line with values
  note,     // a footnote or a scale clause as a row
  blank,
};

std::string_view to_string(RowKind kind);
std::optional<RowKind> row_kind_from(std::string_view code);

struct TableRow {
  RowKind kind = RowKind::line;
  std::string label;                      // as printed (marks and colon included); "" when the row has none
  std::vector<std::string> section_path;  // headings above the row
  int depth = 0;                          // indentation level for printing, from 0
  bool total = false;                     // the row closes its section (a total or subtotal by label, rule or structure)
  bool ruled_above = false;               // a line is drawn over its figures
  Span source;
};

enum class CellRole { label, header, value, nil, mark, text, unread };

std::string_view to_string(CellRole role);
std::optional<CellRole> cell_role_from(std::string_view code);

// Every non-empty cell of the table in reading order, so that the table can be printed again.
struct PrintedCell {
  int row = 0;      // index into rows
  int column = 0;   // from 0
  int columns = 1;  // how many it covers
  CellRole role = CellRole::text;
  std::string text;  // as printed
  Span source;
  int fact = -1;  // index into Release::facts, for value and nil
};

// The counts of invariant 1: numeric-looking cells of the source, and what became of each.
struct Conservation {
  int numeric_cells = 0;
  int facts = 0;
  int headers = 0;
  int labels = 0;
  int marks = 0;
  int problems = 0;
  int unexplained() const { return numeric_cells - facts - headers - labels - marks - problems; }
};

struct ReleaseTable {
  int ordinal = 0;    // from 1, in the release's order; skipped tables have none and are not here
  std::string title;  // without the company's name, "(unaudited)" and scale clauses
  Statement statement = Statement::other;
  std::string scale_clause;     // as printed; "" when the table has none
  int money_exponent = 0;       // what the clause says of money: 3 for thousands
  int share_exponent = 0;       // of share counts
  std::string currency;         // ISO code; "" unknown
  std::optional<bool> audited;  // what the table says of itself
  int columns = 0;              // including the label's
  std::vector<TableRow> rows;
  std::vector<PrintedCell> cells;
  Conservation conservation;
  Span source;
};

struct Note {
  std::string mark;   // "A", "1", "*"
  std::string title;  // "" when the note has none
  std::string text;
  int table = -1;  // index of the table that it stands under; -1 = the whole release
  Span source;
};

// A walk from a GAAP line over its adjustments to the non-GAAP line, in one column of one table. Indices into facts.
struct Walk {
  int table = 0;
  int gaap = -1;
  std::vector<int> adjustments;  // in printed order; each is added with its printed sign times `sign`
  std::vector<int> signs;        // +1 or -1 for each adjustment
  int non_gaap = -1;
};

// A paragraph or heading outside the tables: the prose that the claims are read from.
struct Prose {
  std::string text;
  bool heading = false;
  Span source;
};

struct SkippedTable {
  std::string reason;  // contacts, layout, footnotes, ...
  std::string excerpt;
  Span source;
};

struct ReleaseIdentity {
  std::string company;  // "" = unknown
  std::string ticker;
  std::string exchange;
  std::string cik;              // digits without leading zeros
  std::string fiscal_year_end;  // MM-DD
  std::string title;
  std::optional<Date> published_on;
  std::optional<int> fiscal_year;
  std::optional<int> fiscal_quarter;  // 1 to 4; a year's release has 4
  std::optional<Date> period_end;     // end of the period the release reports on
};

struct SourceFile {
  std::string path;    // as given
  std::string sha256;  // lower-case hex
  std::string format;  // markdown, html, text, submission
  std::uint64_t bytes = 0;
};

struct Release {
  SourceFile file;
  ReleaseIdentity identity;
  std::vector<ReleaseTable> tables;
  std::vector<Fact> facts;  // in the order of tables, rows, columns
  std::vector<Note> notes;
  std::vector<Walk> walks;
  std::vector<Prose> prose;
  std::vector<SkippedTable> skipped;
  std::vector<Problem> problems;
};

}  // namespace finwh
