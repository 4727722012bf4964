// Where each printed cell of a release is kept: a fact's own cell with the fact, every other cell in table_cell. Also which facts
// stand in which row. Knows the release model, not SQL.
#pragma once

#include <cstddef>
#include <vector>

#include "facts/fact.h"

namespace finwh {

struct PlannedCell {
  std::size_t cell = 0;  // index into ReleaseTable::cells
  int part = 0;          // counts up over the cells in one place
};

// Indices into Release::facts; -1 when there are none.
struct FactRange {
  int first = -1;
  int last = -1;
};

struct CellPlan {
  std::vector<int> own_columns;                   // of each fact: the columns that its own cell covers; 0 = its cell is in `cells`
  std::vector<std::vector<PlannedCell>> cells;    // of each table: the cells that are no fact's own, by row, column, part
  std::vector<std::vector<FactRange>> row_facts;  // of each table and row
};

// Throws WarehouseError database-internal when an index of the release points nowhere.
CellPlan plan_cells(const Release& release);

}  // namespace finwh
