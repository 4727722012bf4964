// Lines of percentages that print no sign because the line above them did: "Common equity Tier 1 | 10.5%", "Tier 1 capital | 11.9".
// Banks and insurers print the sign as all print the currency's: on the first line only. Knows the lines of one table.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "facts/table_layout.h"
#include "facts/unit_phrase.h"
#include "tables/table.h"

namespace finwh {

// The rows that are percentages by the line above them. `units`: what each line or its heading states, one for each row of the
// table; `names_money`: whether a row's label is known as one of an amount of money.
std::vector<std::size_t> find_percent_runs(const Table& table, const TableLayout& layout,
                                           const std::vector<std::optional<UnitPhrase>>& units,
                                           const std::function<bool(std::size_t)>& names_money);

}  // namespace finwh
