// How a report wants its rows shown to people: which column becomes columns side by side, which numbers are figures with a
// scale, what is a title, what is hidden. Machines' formats ignore all of it and print the rows of the SELECT as they are.
// Columns are named; a name that the result does not have is passed over.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace finwh {

struct Presentation {
  // Rows that agree in `by` become one row; each different `order` (or, without one, each different `heading`) becomes a column
  // that shows `value` under the heading that its rows have most often. A row whose heading is NULL fills no column.
  struct Pivot {
    std::string heading;
    std::string value;
    std::vector<std::string> by;
    std::string order;
  };
  // A column of figures and the columns that say how to print each: the power of ten that it is shown in, the exponent of its
  // printed precision, its unit (percent gets a sign) and whether it is a nil. Any of the four may be "".
  struct Figure {
    std::string scale;
    std::string exponent;
    std::string unit;
    std::string nil;
  };
  struct Indent {
    std::string label;
    std::string depth;  // a number; two spaces each
  };

  std::optional<Pivot> pivot;
  std::map<std::string, Figure> figures;  // by column
  std::map<std::string, int> scales;      // column -> power of ten that all its numbers are shown in
  std::optional<Indent> indent;
  std::vector<std::string> group;               // rows that agree in these are one table; their texts stand above it
  std::string total;                            // a column that is 1 on totals
  std::vector<std::string> hide;                // columns for machines only
  std::vector<std::string> plain;               // numbers without thousands separators
  std::map<std::string, std::string> headings;  // column -> what to write above it
};

}  // namespace finwh
