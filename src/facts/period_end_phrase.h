// Sentences and headings that say when a period ended: "first quarter ended March 31, 2007", "13 weeks ended December 29, 2024",
// "fourth quarter and year ended June 30, 2005", "three months ended September 30, 2024 and 2023".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/period.h"

namespace finwh {

struct PeriodEndPhrase {
  Date end;
  std::optional<int> quarter;      // 1 to 4, when the words name it
  std::optional<int> fiscal_year;  // as the words say it, the company's
  bool whole_year = false;         // the words name a year (also beside its last quarter)
  int months = 0;                  // of the shortest period named: 3, 6, 9, 12; 0 = not said
  int weeks = 0;                   // 13, 14, 16, 52, ...; 0 = not said
  bool ahead = false;              // "ending", "will end": may be a forecast
  std::size_t begin = 0;           // byte of the date in the text
};

// Every end of a period in the text, in order. Dates of other things (dividends, calls, balances "as of") are none.
std::vector<PeriodEndPhrase> find_period_ends(std::string_view text);

// The whole dates that "as of" or "at" introduce: dates of balances.
std::vector<Date> find_balance_dates(std::string_view text);

// The number that a word or digits name, 1 to 99: "13", "thirteen", "twenty-six", "fifty-two". 0 = none.
int small_number(std::string_view word);

}  // namespace finwh
