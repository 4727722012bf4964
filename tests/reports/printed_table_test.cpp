#include "reports/printed_table.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace finwh;

namespace {

ReleaseTable table() {
  ReleaseTable table;
  table.ordinal = 3;
  table.title = "Statements of Income";
  table.statement = Statement::income_statement;
  table.scale_clause = "(in thousands)";
  table.columns = 4;
  table.source.line = 12;
  const auto row = [&](RowKind kind, int depth) {
    TableRow added;
    added.kind = kind;
    added.depth = depth;
    table.rows.push_back(added);
    return static_cast<int>(table.rows.size()) - 1;
  };
  const auto cell = [&](int at, int column, int columns, CellRole role, const char* text) {
    table.cells.push_back({at, column, columns, role, text, {}, -1});
  };
  int at = row(RowKind::header, 0);
  cell(at, 1, 3, CellRole::header, "Quarter Ended March 31,");
  at = row(RowKind::header, 0);
  cell(at, 1, 1, CellRole::header, "2031");
  cell(at, 3, 1, CellRole::header, "2030");
  row(RowKind::heading, 0);
  cell(2, 0, 1, CellRole::label, "Revenue:");
  at = row(RowKind::line, 1);
  cell(at, 0, 1, CellRole::label, "Products (1)");
  cell(at, 1, 1, CellRole::value, "$ 1,234");
  cell(at, 2, 1, CellRole::mark, "A");
  cell(at, 3, 1, CellRole::value, "(987)");
  row(RowKind::blank, 0);
  at = row(RowKind::line, 0);
  cell(at, 0, 1, CellRole::label, "Total");
  cell(at, 1, 1, CellRole::nil, "—");
  cell(at, 3, 1, CellRole::value, "3");
  cell(at, 3, 1, CellRole::mark, "B");
  at = row(RowKind::note, 0);
  cell(at, 0, 4, CellRole::text, "(1) As restated.");
  return table;
}

}  // namespace

TEST_CASE("printed table: headers, headings, labels, marks and numbers stand as in the release") {
  const std::string drawn = draw_printed_table(table());
  CHECK(drawn.substr(drawn.find("\n\n") + 2) ==
        "                Quarter Ended March 31,\n"
        "                   2031            2030\n"
        "Revenue:\n"
        "  Products (1)  $ 1,234  A        (987)\n"
        "\n"
        "Total                 —             3 B\n"
        "(1) As restated.\n");
  CHECK(drawn.starts_with("Table 3: Statements of Income\nincome_statement, line 12, (in thousands); 0 numbers:"));
}

TEST_CASE("printed table: machines get a row a cell, whatever its role") {
  const ResultSet cells = printed_cells({}, table());
  CHECK(cells.rows.size() == 13);
  for (const auto& row : cells.rows) CHECK(row.size() == cells.columns.size());
}

TEST_CASE("printed table: cells outside the table's rows and columns do no harm") {
  ReleaseTable broken = table();
  broken.columns = 1;
  broken.cells.push_back({99, 0, 1, CellRole::value, "1", {}, 7});
  broken.cells.push_back({0, 500, 1000, CellRole::value, "2", {}, -1});
  CHECK(contains(draw_printed_table(broken), "Total"));
  CHECK(printed_cells({}, broken).rows.size() == 14);
}
