// What the figures of a column are, from the words in its header: amounts, a change in percent or in money, points, a share of
// revenue; GAAP or not; which segment or measure. Knowledge is one ordered table of words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "facts/fact.h"

namespace finwh {

enum class Measure {
  amount,
  change_amount,  // difference in the line's own unit
  change_percent,
  change_points,  // percentage or basis points
  percent_of,     // share of revenue or of another total
  unit,           // the units of the lines, in words
  marks,          // note marks
};

struct ColumnMeaning {
  Measure measure = Measure::amount;
  std::optional<Basis> basis;  // what the header says of it
  bool constant_currency = false;
  std::string member;  // words that are no period and no measure; "" = none
};

// `rest` is the header without its period words; `full` the whole header.
ColumnMeaning read_column_meaning(std::string_view rest, std::string_view full);

}  // namespace finwh
