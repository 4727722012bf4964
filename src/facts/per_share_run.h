// Lines of a reconciliation that are per share although they do not say so: "Net income per share | 0.42", "Restructuring | 0.07",
// "Adjusted net income per share | 0.49". Their decimals and the lines around them tell. Knows the lines of one table.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "facts/table_layout.h"
#include "facts/unit_phrase.h"
#include "tables/table.h"

namespace finwh {

struct PerShareLine {
  std::size_t row = 0;   // of a line without a unit of its own
  std::size_t from = 0;  // the line above that says it
};

// `units`: what each line or its heading states for certain, one for each row of the table.
std::vector<PerShareLine> find_per_share_runs(const Table& table, const TableLayout& layout,
                                              const std::vector<std::optional<UnitPhrase>>& units);

}  // namespace finwh
