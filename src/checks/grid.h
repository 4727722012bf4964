// The figures of one unit of one table as a matrix of whole numbers, lines by columns: what the search for sums runs on.
// Knows the release model; nothing of sums.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "checks/label_sense.h"
#include "facts/fact.h"

namespace finwh {

// Values count halves of 10^exponent, so that half a unit of any printed precision is whole.
struct GridCell {
  int fact = -1;  // index into Release::facts; -1 = blank
  bool nil = false;
  std::int64_t value = 0;  // 0 for a nil
  std::int64_t slack = 0;  // half a unit of the printed precision; 0 for a nil

  bool present() const { return fact >= 0; }
};

struct GridLine {
  int row = 0;  // index into ReleaseTable::rows
  int depth = 0;
  bool total = false;  // the row's flag
  bool ruled = false;
  bool names_heading = false;         // its words are those of its nearest heading, but for "total"
  bool names_heading_above = false;   // it stands under no heading and its words are those of the nearest of the line above
  std::vector<int> section;           // its headings, outermost first, as numbers that are equal for equal texts
  const LabelSense* sense = nullptr;  // of its label; owned by the view
};

struct UnitGrid {
  std::string unit;
  int exponent = 0;
  std::vector<int> columns;     // printed columns, ascending
  std::vector<GridLine> lines;  // rows that have a figure of the unit, in order
  std::vector<GridCell> cells;  // lines x columns

  const GridCell& at(std::size_t line, std::size_t column) const { return cells[line * columns.size() + column]; }
};

// Where the facts of each table and row stand in Release::facts.
class FactIndex {
 public:
  explicit FactIndex(const Release& release);

  // The facts of a table as a half-open range of indices.
  std::pair<int, int> of_table(int table) const;
  std::pair<int, int> of_row(int table, int row) const;
  // The fact in a cell, or -1.
  int at(int table, int row, int column) const;

 private:
  const Release* release_;
  std::vector<std::vector<int>> row_starts_;  // one entry a row and one behind the last
};

// One grid a unit, in the order in which the units first stand in the table. A figure too large for 62 bits at the precision
// of its unit's finest is left out.
// `sense` gives the meaning of a fact's label and must outlive the grids.
std::vector<UnitGrid> unit_grids(const Release& release, const FactIndex& index, int table,
                                 const std::function<const LabelSense*(int fact)>& sense);

}  // namespace finwh
