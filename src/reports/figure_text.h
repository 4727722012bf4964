// Numbers as a release prints them: 1,234 and (1,234), percentages with their sign, a nil as a dash. For people only;
// machines get plain_text().
#pragma once

#include <string>
#include <string_view>

#include "reports/result_set.h"

namespace finwh {

inline constexpr std::string_view kNil = "—";

struct FigureStyle {
  int scale = 0;         // the figure is divided by 10^scale before it is shown
  int decimals = -1;     // digits behind the point; -1 = as many as the value has
  bool percent = false;  // a % sign behind it
  bool grouped = true;   // thousands separated by commas, negatives in parentheses; otherwise as plain_text()
};

// A number for people; text stays as it is, NULL is "".
std::string figure_text(const Value& value, const FigureStyle& style);

// "thousands" for 3, "10^5" for an exponent without a name; "" for 0.
std::string scale_name(int scale);

// True for columns that name or count places rather than measure: fact_id, fiscal_year, source_line, table_no. Their numbers
// have no thousands separators.
bool is_identifier_column(std::string_view name);

}  // namespace finwh
