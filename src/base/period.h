// Calendar dates and the periods that figures are for. Dates are those of the proleptic Gregorian calendar.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace finwh {

using Date = std::chrono::year_month_day;

// A valid date, or nothing (February 30).
std::optional<Date> make_date(int year, unsigned month, unsigned day);

Date add_days(Date date, int days);
Date add_months(Date date, int months);  // clamped to the month's last day
Date last_day_of_month(int year, unsigned month);
bool is_last_day_of_month(Date date);
int days_between(Date from, Date to);  // to - from

std::string to_string(Date date);  // YYYY-MM-DD
std::optional<Date> parse_iso_date(std::string_view text);

enum class PeriodKind { unknown, instant, duration };

std::string_view to_string(PeriodKind kind);

// What a figure is for: a moment, or a span of days from start to end, both included. A duration whose start the release
// does not determine (a 52-week year without its weeks printed) has an end only.
struct Period {
  PeriodKind kind = PeriodKind::unknown;
  std::optional<Date> start;  // durations only
  std::optional<Date> end;    // none when unknown
  int months = 0;             // of a duration: 3, 6, 9, 12 ... as the header says or the days come to; 0 = not known

  friend bool operator==(const Period&, const Period&) = default;
};

// "2007-01-01..2007-03-31", "2007-03-31", "..2024-09-28", "unknown"
std::string to_string(const Period& period);

}  // namespace finwh
