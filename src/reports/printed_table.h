// A release's table printed again: title, header rows, headings with their indentation, labels, marks, and each number as it was
// printed. Works from the fact model alone, so that a table that was just read and one from the warehouse look the same.
#pragma once

#include <string>

#include "facts/fact.h"
#include "reports/result_set.h"

namespace finwh {

// The table as text, columns aligned, with a title line that says what was read of it.
std::string draw_printed_table(const ReleaseTable& table);

// One row a cell, for machines: table_no, row_no, kind, depth, column_no, columns, role, text, source_line. `facts` are the
// release's; their periods, units and rules stand beside the value cells.
ResultSet printed_cells(const Release& release, const ReleaseTable& table);

}  // namespace finwh
