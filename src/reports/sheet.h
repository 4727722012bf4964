// A sheet is a result laid out for people: captions, headed columns, rows of finished text. The renderers draw sheets and know
// nothing of values; this file knows nothing of drawing.
#pragma once

#include <string>
#include <vector>

#include "reports/presentation.h"
#include "reports/result_set.h"

namespace finwh {

enum class Align { left, right };

struct SheetColumn {
  std::string heading;
  Align align = Align::left;
};

struct SheetRow {
  std::vector<std::string> cells;  // one a column; safe to print, may hold line breaks
  int depth = 0;                   // indentation of the label's cell, from 0
  bool total = false;
};

struct Sheet {
  std::vector<std::string> captions;  // the title first
  std::vector<SheetColumn> columns;
  std::vector<SheetRow> rows;
  int label_column = -1;  // the column that `depth` indents; -1 = none
};

// One sheet for each run of rows that agree in the presentation's group columns; one sheet without rows for an empty result.
std::vector<Sheet> lay_out(const ResultSet& result, const Presentation& presentation);

}  // namespace finwh
