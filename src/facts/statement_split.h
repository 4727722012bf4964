// Two statements in one table: "Reconciliation of net income to ..." over all columns, below a whole statement of income and above
// a header of its own. Such a table is cut; what is only a section of the same statement stays.
#pragma once

#include <vector>

#include "tables/table.h"

namespace finwh {

// The tables in order, each cut before every line over all columns that names another statement than the rows above it. Linear.
std::vector<Table> split_statements(std::vector<Table> tables);

}  // namespace finwh
