#include "base/period.h"

#include <fmt/format.h>

#include "base/decimal.h"

namespace finwh {

using namespace std::chrono;

std::optional<Date> make_date(int y, unsigned m, unsigned d) {
  const Date date{year{y}, month{m}, day{d}};
  if (y < 1800 || y > 2200 || !date.ok()) return std::nullopt;
  return date;
}

Date add_days(Date date, int count) { return Date{sys_days{date} + days{count}}; }

Date add_months(Date date, int count) {
  const auto ym = year_month{date.year(), date.month()} + months{count};
  const Date last{ym / std::chrono::last};
  return date.day() > last.day() ? last : Date{ym / date.day()};
}

Date last_day_of_month(int y, unsigned m) { return Date{year{y} / month{m} / std::chrono::last}; }

bool is_last_day_of_month(Date date) { return date == Date{date.year() / date.month() / std::chrono::last}; }

int days_between(Date from, Date to) { return static_cast<int>((sys_days{to} - sys_days{from}).count()); }

std::string to_string(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t count) -> std::optional<std::int64_t> {
    const auto number = Decimal::parse(text.substr(from, count));
    if (!number || number->exponent() != 0 || number->is_negative()) return std::nullopt;
    return number->coefficient();
  };
  const auto y = part(0, 4);
  const auto m = part(5, 2);
  const auto d = part(8, 2);
  if (!y || !m || !d) return std::nullopt;
  return make_date(static_cast<int>(*y), static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

std::string_view to_string(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::unknown: return "unknown";
    case PeriodKind::instant: return "instant";
    case PeriodKind::duration: return "duration";
  }
  return "unknown";
}

std::string to_string(const Period& period) {
  const std::string end = period.end ? to_string(*period.end) : "";
  switch (period.kind) {
    case PeriodKind::unknown: return "unknown";
    case PeriodKind::instant: return end;
    case PeriodKind::duration: return (period.start ? to_string(*period.start) : "") + ".." + end;
  }
  return "unknown";
}

}  // namespace finwh
