// Pipe tables have no colspans: a merged cell or a group header becomes one cell, and all behind it move to the left. This
// finds the spans again from the rows that are whole.
#pragma once

#include "document/document.h"

namespace finwh {

// Gives every row of a pipe table as many physical columns as the whole rows have, by setting colspans on cells with text so
// that numbers stand in columns of numbers, symbols in columns of symbols and blanks in spacer columns. Rows that are
// already whole, and tables wider than kMaxPipeColumns, stay as they are.
void recover_spans(RawTable& table);

inline constexpr std::size_t kMaxPipeColumns = 160;

}  // namespace finwh
