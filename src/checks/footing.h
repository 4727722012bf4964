// Footing: finds which lines of a table are sums of which others, nested, by reading it from top to bottom as an auditor does
// (see reading.h for what counts as evidence). Knows structure and figures of one table; nothing of statements or SQL.
#pragma once

#include <string>
#include <vector>

#include "checks/reading.h"

namespace finwh {

// A relation between lines that another source names (a walk of a reconciliation): indices into UnitGrid::lines.
struct NamedSum {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
  std::vector<int> weights;
  bool plain = false;  // the labels of its ends say that they are one quantity, GAAP and not: it counts though it holds nowhere
};

// The sums of the grid in the order of their totals. Each line is the total of one reading at most and a part of one at most,
// but for the lines that a named sum holds. A reading whose structure is unmistakable is there though it holds in no column.
// Time is bounded: see kLookBack in line_search.h.
std::vector<SumReading> find_footings(const UnitGrid& grid, const std::vector<NamedSum>& named);

}  // namespace finwh
