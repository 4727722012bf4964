// The two tables that Markdown knows: rows between pipes (GitHub's), and lines with a tab between the cells.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/text_lines.h"

namespace finwh {

// "| a | b |", also without the outer pipes when the line after it is a rule.
bool is_pipe_row(std::string_view line);
bool is_pipe_rule(std::string_view line);       // "| --- | :---: |"
bool is_open_pipe_rule(std::string_view line);  // "---|---": the rows have no outer pipes, one at the start follows an empty cell
bool has_cell_tab(std::string_view line);       // a tab anywhere in a line that is not blank

// Cells in order, empty ones kept. The rule row is dropped and marks the row above it as header. A cell without even
// the usual padding ("||", "| |" where empty cells are written "|  |") goes on from the cell to its left: colspan.
// A converter that writes a cell's text into each column that the cell spanned is undone: words that fill the first cells of a
// row alike, and columns that repeat the one to their left in every row, become colspans.
// At most `cells` cells are read and as many subtracted from it; rows that do not fit are left out.
RawTable read_pipe_table(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, std::size_t& cells);

// Every tab is a boundary; a line without one is a row of one cell.
RawTable read_tabbed_table(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, std::size_t& cells);

}  // namespace finwh
