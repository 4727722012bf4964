// Header rows made into what stands over each column: spans that the source lost are found again, lines of one column are read
// together, and what a later block leaves out is taken from the one above.
#pragma once

#include "facts/table_layout.h"
#include "tables/table.h"

namespace finwh {

// Fills layout.blocks, and the `block` of each row, from the rows that are known to be headers.
void read_header_blocks(const Table& table, TableLayout& layout);

// Whether the columns [first, last] hold every column of figures.
bool stands_over_all(const Table& table, int first, int last);

// Whether a header row says nothing but a scale clause, centred over several columns: it is the table's, whatever it stands over.
bool holds_clause_alone(const Table& table, std::size_t row);

}  // namespace finwh
