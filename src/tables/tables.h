// From a document's blocks to its tables: the entry of the tables stage.
#pragma once

#include <vector>

#include "document/document.h"
#include "tables/table.h"

namespace finwh {

// Every table of the document in order, parts of a continued table joined, with the lines of text around each. Tables that
// are only layout (a single cell, words without columns) become context lines of their neighbours.
// Their lines are added to `framed` when it is given.
std::vector<Table> build_tables(const Document& document, std::vector<ContextLine>* framed = nullptr);

// One raw table made rectangular (exposed for tests and for `finwh tables --source`).
Table build_table(const RawTable& raw);

}  // namespace finwh
