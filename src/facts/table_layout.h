// Which rows of a table are titles, headers, headings, lines and notes, and what stands above each column. Reads shapes,
// positions and the words for periods; decides nothing about units or statements.
#pragma once

#include <string>
#include <vector>

#include "facts/fact.h"
#include "facts/period_phrase.h"
#include "tables/table.h"

namespace finwh {

// What the header rows say over one column, from the outermost line to the innermost.
struct ColumnHeader {
  std::vector<std::string> lines;
  PeriodPhrase period;  // of the lines together
  std::string rest;     // the words of the lines that are no period, joined with a space
  std::string own;      // those of `rest` that do not stand over every column of figures: they tell it from other columns
  int group = -1;       // columns under the same outer header cell share a number; -1 = alone
};

// Header rows that stand together; they hold for the rows behind them until the next block.
struct HeaderBlock {
  int first_row = 0, last_row = 0;
  std::string corner;                 // words in the label column of these rows
  std::vector<ColumnHeader> columns;  // one for each column of the table
};

struct LayoutRow {
  RowKind kind = RowKind::line;
  int label_cell = -1;  // index into Row::cells of the cell that names the line; -1 = none
  int block = -1;       // index into TableLayout::blocks; -1 = no header above
  PeriodPhrase period;  // of a heading that names a period ("Three months ended March 31, 2025"), and of the rows under it
  bool period_heading = false;
};

struct TableLayout {
  std::vector<LayoutRow> rows;
  std::vector<HeaderBlock> blocks;
};

TableLayout read_layout(const Table& table);

}  // namespace finwh
