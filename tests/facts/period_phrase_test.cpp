#include "facts/period_phrase.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace {

// "3m 2007-03-31 fiscal instant | rest"
std::string dump(const finwh::PeriodPhrase& p) {
  std::string out;
  const auto put = [&](const std::string& text) { out += (out.empty() ? "" : " ") + text; };
  if (p.months) put(fmt::format("{}m", *p.months));
  if (p.weeks) put(fmt::format("{}w", *p.weeks));
  if (p.quarter) put(fmt::format("q{}", *p.quarter));
  if (p.half) put(fmt::format("h{}", *p.half));
  if (p.year || p.month) {
    put(fmt::format("{}{}{}", p.year ? std::to_string(*p.year) : "?", p.month ? fmt::format("-{:02}", *p.month) : "",
                    p.day ? fmt::format("-{:02}", *p.day) : ""));
  }
  if (p.fiscal) put("fiscal");
  if (p.instant) put("instant");
  if (p.to_date) put("ytd");
  if (p.trailing) put("trailing");
  if (p.forecast) put("forecast");
  if (p.several) put("several");
  if (!p.rest.empty()) put("| " + p.rest);
  return out;
}

}  // namespace

TEST_CASE("period phrase: what headers, titles and rows say of a period") {
  struct Row {
    std::string text;
    std::string dump;
  };
  const Row rows[] = {
      {"Three Months Ended March 31, 2007", "3m 2007-03-31"},
      {"Three Months EndedMarch 31,2007", "3m 2007-03-31"},
      {"Apr-Jun 2012", "3m 2012-06"},
      {"January 1 \xE2\x80\x93 June 30, 2012", "6m 2012-06-30"},
      {"Jul 2011 - Jun 2012", "12m 2012-06"},
      {"Oct-Mar", "6m ?-03"},
      {"As ofDecember 31, 2007(Restated)", "2007-12-31 instant | (Restated)"},
      {"PayPal", "| PayPal"},
      {"Three Months Ended March 31,", "3m ?-03-31"},
      {"2007", "2007"},
      {"January 26, 2025", "2025-01-26"},
      {"Q1 2025", "q1 2025"},
      {"1Q24", "q1 2024"},
      {"Q4'25", "q4 2025"},
      {"4Q 2024", "q4 2024"},
      {"Q4 FY25", "q4 2025 fiscal"},
      {"First Quarter 2025", "q1 2025"},
      {"Third-Quarter", "q3"},
      {"13 Weeks Ended December 28, 2024", "13w 2024-12-28"},
      {"Fifty-Two Weeks Ended", "52w"},
      {"Fiscal Year 2024", "12m 2024 fiscal"},
      {"FY2025", "2025 fiscal"},
      {"YTD 2025", "2025 ytd"},
      {"Year Ended December 31, 2024", "12m 2024-12-31"},
      {"As of September 28, 2024", "2024-09-28 instant"},
      {"At June 30, 2025", "2025-06-30 instant"},
      {"Quarter Ended June 28, 2025", "3m 2025-06-28"},
      {"Twelve Months Ended December 31, 2024 GAAP", "12m 2024-12-31 | GAAP"},
      {"March 31, 2025 and 2024", "2025-03-31 several"},
      {"1H24", "h1 2024"},
      {"First half 2024", "h1 2024"},
      {"Trailing four quarters", "12m trailing"},
      {"% Change", "| % Change"},
      {"Net revenues", "| Net revenues"},
      {"Year over year", "| Year over year"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(finwh::read_period_phrase(row.text)) == row.dump);
  }
}
