// Which statement a table is, by evidence: words of the title, labels of the rows, names of the columns; and whether it is a
// financial table at all. The evidence and its weights are one ordered table in vocabulary/statement_evidence.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"

namespace finwh {

// What is looked at. Texts as printed; empty ones are skipped.
struct TableEvidence {
  std::string title;                 // title and caption lines, joined
  std::vector<std::string> columns;  // full header of each value column, lines joined
  std::vector<std::string> labels;   // row labels and headings, in order
  int value_cells = 0;               // cells that hold a number or a nil
  int text_cells = 0;                // other non-empty cells outside the label column and the headers
  int rows = 0;
};

Statement classify_statement(const TableEvidence& table);

// The reason why a table is no financial table ("contacts", "calls", "contents", "footnotes", "signature", "checkboxes",
// "securities", "exhibits", "layout", "text"), or "" when it is one.
std::string_view reason_not_financial(const TableEvidence& table);

}  // namespace finwh
