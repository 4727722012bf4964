// A company's fiscal calendar as far as its release prints it: which dates end which quarters and years, how many weeks a
// period has, and when the fiscal year ends. Column headers that name a quarter or a year only are resolved here. Where
// quarters end with calendar months everything follows from the year's end; of a 52/53-week calendar only what is printed
// is known, and a start only from the date before it or from a printed number of weeks.
#pragma once

#include <optional>
#include <vector>

#include "base/period.h"
#include "document/document.h"
#include "facts/fact.h"

namespace finwh {

struct FiscalCalendar {
  // A period named in the release's words, with its end.
  struct PrintedEnd {
    Date end;
    std::optional<int> fiscal_year;  // the company's
    std::optional<int> quarter;      // 1 to 4; 4 also for the year itself
    int weeks = 0;                   // 13, 14, 26, ... when the words say so; 0 = not said
  };

  std::vector<PrintedEnd> printed;    // in the order of the release, without repetitions
  std::vector<Date> dates;            // the whole dates that end periods or balances, ascending, without repetitions
  std::optional<int> year_end_month;  // month with which the fiscal year ends (52/53 weeks: the nearest month's end counts)
  int year_offset = 0;                // fiscal year less the calendar year in which it ends: 0, or -1 where named for its start
  bool calendar_months = true;        // false: 52/53 weeks, quarters need not end with a month
  bool year_ends_with_month = true;   // false: the year does not either

  // The end of a fiscal quarter; of the fiscal year for quarter 4.
  std::optional<Date> quarter_end(int fiscal_year, int quarter) const;

  // A quarter, a half (1 or 2), the first quarters (2: six months, 3: nine months), the year: the end is known, the start as far
  // as it is determined. Nothing when the end is not known.
  std::optional<Period> quarter(int fiscal_year, int quarter) const;
  std::optional<Period> half(int fiscal_year, int half) const;
  std::optional<Period> first_quarters(int fiscal_year, int quarters) const;
  std::optional<Period> fiscal_year(int fiscal_year) const;

  // The fiscal year in which a day lies, and its quarter. A day in the first ten of a month counts to the month before when
  // the calendar is one of weeks. Nothing when the year's end is not known.
  std::optional<int> fiscal_year_of(Date day) const;
  std::optional<int> quarter_of(Date day) const;

  // The period of `months` months or of `weeks` weeks that ends on `end`; its start as far as it is determined.
  Period ending(Date end, int months) const;
  Period ending_weeks(Date end, int weeks) const;

  // The day that "December 2024" means: the printed end in that month, else the month's last day when the company reports by
  // calendar months. `year` is the calendar year.
  std::optional<Date> day_in_month(int year, int month) const;
};

// Collects the calendar from a release's sentences, headings and table cells. Linear in the document.
FiscalCalendar read_fiscal_calendar(const Document& document, const ReleaseIdentity& identity);

// Whole weeks from one day to another; nothing when the days between are no multiple of seven.
std::optional<int> weeks_between(Date from, Date to);

}  // namespace finwh
