#include "document/fixed_width_rows.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace finwh;

namespace {

// The cells of the body's rows, columns parted with bars.
std::string rows_of(const std::vector<std::string>& texts, const std::vector<ValueColumn>& columns) {
  std::vector<TextLine> lines;
  for (const auto& text : texts) lines.push_back({text, 0, static_cast<std::uint32_t>(lines.size() + 1)});
  std::vector<FixedLine> read;
  read.reserve(lines.size());
  for (const auto& line : lines) read.emplace_back(line);
  std::vector<FixedTableLine> table;
  for (const auto& line : read) table.push_back({&line, false, false});
  std::string out;
  for (const auto& row : build_rows(table, 0, columns).rows) {
    for (const auto& cell : row.cells) out += cell.text + "|";
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("fixed-width rows: as many figures as columns, two of them nearest to one column, are one for each") {
  const std::vector<ValueColumn> columns = {{20, 28, 3}, {30, 38, 3}, {40, 56, 3}};
  CHECK(rows_of({"Revenue             80,135    91,410      76,212", "Tax effect          25,757             402   56,913"}, columns) ==
        "Revenue|80,135|91,410|76,212|\nTax effect|25,757|402|56,913|\n");
}
