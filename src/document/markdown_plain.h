// Tables in Markdown that no mark-up shows: columns of characters between the paragraphs (as pandoc's simple and multiline
// tables, or text pasted from a newswire), lines of figures with one space between them, and pandoc's grids.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/text_lines.h"

namespace finwh {

// The stretches [first, end) of lines[first, end) that are such tables, in order, with their heads.
std::vector<std::pair<std::size_t, std::size_t>> plain_tables(const std::vector<TextLine>& lines, std::size_t first, std::size_t end);

// Appends the lines of a stretch to `out` as read_fixed_width does, emphasis and escapes taken off.
void read_plain_table(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, Document& out);

// "+----+====+": a line of a grid.
bool is_grid_rule(std::string_view line);

// A grid from its first rule on: cells of several lines, spans over columns; "+===+" ends the header. Where no rule parts the
// rows each line of figures is one. At most `cells` cells are read and as many subtracted from it.
RawTable read_grid_table(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, std::size_t& cells);

}  // namespace finwh
