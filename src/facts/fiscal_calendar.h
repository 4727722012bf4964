// A company's fiscal calendar as far as its release prints it: which dates end which quarters and years, how many weeks a
// period has, and when the fiscal year ends. Column headers that name a quarter or a year only are resolved here. Where
// quarters end with calendar months everything follows from the year's end; of a 52/53-week calendar only what is printed
// is known, and a start only from the date before it or from a printed number of weeks.
#pragma once

#include <optional>
#include <string>
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
    std::optional<int> quarter;      // 1 to 4; none with `fiscal_year` for the year itself
    int months = 0;                  // 3, 6, 9, 12 when the words say so; 0 = not said
    int weeks = 0;                   // 13, 14, 26, ... when the words say so; 0 = not said
  };

  std::vector<PrintedEnd> printed;      // in the order of the release, without repetitions
  std::vector<Date> dates;              // every whole date of the release that may end a period or a balance, ascending
  std::optional<int> year_end_month;    // month in which the fiscal year ends (52/53 weeks: the nearest month's end counts)
  bool calendar_months = true;          // false: 52/53 weeks, quarters need not end with a month
  std::optional<Date> reported_end;     // end of the period that the release reports on
  std::optional<int> reported_year;     // its fiscal year
  std::optional<int> reported_quarter;  // 1 to 4

  // The end of a fiscal quarter; of the fiscal year for quarter 4.
  std::optional<Date> quarter_end(int fiscal_year, int quarter) const;
  // A quarter, a half (1 or 2), the first three quarters, or the year: end known, start as far as it is determined.
  std::optional<Period> quarter(int fiscal_year, int quarter) const;
  std::optional<Period> half(int fiscal_year, int half) const;
  std::optional<Period> first_quarters(int fiscal_year, int quarters) const;  // 2: six months, 3: nine months
  std::optional<Period> fiscal_year(int fiscal_year) const;

  // The fiscal year in which a day lies, and its quarter; nothing when the year's end is not known.
  std::optional<int> fiscal_year_of(Date day) const;
  std::optional<int> quarter_of(Date day) const;

  // The period of `months` months (3, 6, 9, 12 or any other number) or of `weeks` weeks that ends on `end`.
  Period ending(Date end, int months) const;
  Period ending_weeks(Date end, int weeks) const;

  // The day that a partial date means: "December 31," or "December" with a year; with a month only the printed end in that
  // month, else the month's last day for companies that report by calendar months. `year` is the calendar year.
  std::optional<Date> day_in_month(int year, int month) const;
};

// Collects the calendar from a release's sentences, headings and table cells.
FiscalCalendar read_fiscal_calendar(const Document& document, const ReleaseIdentity& identity);

}  // namespace finwh
