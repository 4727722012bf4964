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

// The basis that words of a label, heading or title state ("Non-GAAP net income", "Adjusted EBITDA", "GAAP gross profit",
// "As reported"); nothing when they state none.
std::optional<Basis> stated_basis(std::string_view text);

}  // namespace finwh
