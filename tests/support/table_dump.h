// A table as text for tests: one line a row, cells as "first-last:text" joined with " | ".
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tables/table.h"

namespace finwh::test {

// One letter a column: Label, Value, Mark, Text.
inline std::string dump_columns(const Table& table) {
  std::string out;
  for (const auto kind : table.columns) out += "LVMT"[static_cast<int>(kind)];
  return out;
}

inline std::string dump_row(const Row& row) {
  std::string out;
  for (const auto& cell : row.cells) {
    if (!out.empty()) out += " | ";
    out +=
        cell.first == cell.last ? fmt::format("{}:{}", cell.first, cell.text) : fmt::format("{}-{}:{}", cell.first, cell.last, cell.text);
  }
  return out;
}

inline std::vector<std::string> dump_rows(const Table& table) {
  std::vector<std::string> out;
  for (const auto& row : table.rows) out.push_back(dump_row(row));
  return out;
}

}  // namespace finwh::test
