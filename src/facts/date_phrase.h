// Dates as releases write them: whole ("March 31, 2007", "31 December 2024", "12/31/2024", "2024-12-31", "31-Dec-24") and in
// parts ("March 31," over "2007", "December 2024", "2024-25"). Knows the calendar's words, nothing of quarters or of fiscal years.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/period.h"

namespace finwh {

// One date in a text, as far as it is printed. A year alone has only `year`; "March 31," has month and day.
struct DatePhrase {
  std::optional<int> year;
  std::optional<int> month;        // 1 to 12
  std::optional<int> day;          // 1 to 31, valid for its month
  std::optional<int> last_year;    // of a span of years: "2024-25", "2023/2024"
  std::size_t begin = 0, end = 0;  // bytes of the text, end excluded; a comma that belongs to the date is inside

  // All three parts as a date; nothing when one is missing or the day does not exist.
  std::optional<Date> date() const;
};

// Every date of the text in order. A number counts as a year from 1950 to 2079 and only when nothing makes it an amount
// ("$2,024", "2024%", "2,024"). "May" alone is a month only where no small word follows it. Two-digit years need an
// apostrophe, a slash or a month with a hyphen before them. Linear in the text.
std::vector<DatePhrase> find_dates(std::string_view text);

// Whole months named by the first and the last: "January-June 2012", "Jul 2011 - Jun 2012", "1 April to 30 June 2012".
struct MonthSpan {
  DatePhrase first, last;  // a year that only the last has is the span's
  int months = 0;          // 2 to 15
};

// The span that two dates of the text make, one behind the other.
std::optional<MonthSpan> month_span(std::string_view text, const DatePhrase& first, const DatePhrase& last);

// The first whole date of the text.
std::optional<Date> read_date(std::string_view text);

// The month that a word names ("Dec", "dec.", "Sept", "MARCH"), 1 to 12.
std::optional<int> month_named(std::string_view word);

// A two-digit year's century: 70 to 99 are 1970 to 1999.
int year_of_two_digits(int year);

}  // namespace finwh
