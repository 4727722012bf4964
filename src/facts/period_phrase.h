// What a text says of a period, as far as it says it: "Three Months Ended March 31," gives months, month and day; "Q4'25" a
// quarter and a year; "As of" an instant. Headers, titles, rows and sentences are read by the same rules and fill each
// other's gaps. Knows the words for periods, no company's calendar.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/period.h"

namespace finwh {

struct PeriodPhrase {
  std::optional<int> months;   // length: 3, 6, 9, 12 ...
  std::optional<int> weeks;    // length as printed: 13, 52, 53 ...
  std::optional<int> quarter;  // 1 to 4
  std::optional<int> half;     // 1 or 2
  std::optional<int> year;     // as printed; fiscal when `fiscal`
  std::optional<int> month;    // 1 to 12
  std::optional<int> day;
  bool fiscal = false;            // "fiscal 2025", "FY25"
  bool fiscal_year_only = false;  // month and year come from different texts, and the year is the fiscal one
  bool instant = false;           // "as of", "at"
  bool ended = false;             // "... ended"
  bool to_date = false;           // "YTD", "year to date"
  bool trailing = false;          // "LTM", "trailing four quarters"
  bool forecast = false;          // "outlook", "guidance", "forecast"
  bool several = false;           // names more than one year or date ("March 31, 2025 and 2024"): no single period
  std::vector<Date> dates;        // every whole date that is printed, in order
  std::string rest;               // the words that are no part of the period, spaces collapsed

  // Whether anything of a period was found.
  bool any() const;
  // Whether it names a day by itself: year, month and day.
  bool has_date() const { return year && month && day; }
};

PeriodPhrase read_period_phrase(std::string_view text);

// Takes from `outer` what `inner` leaves open. A day goes with its month; what `inner` says of length keeps `outer`'s away; of
// several dates in `outer` the one of `inner`'s year counts ("13 weeks ended December 29, 2024 and December 31, 2023" over "2023").
PeriodPhrase filled(PeriodPhrase inner, const PeriodPhrase& outer);

}  // namespace finwh
