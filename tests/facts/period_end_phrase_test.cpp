#include "facts/period_end_phrase.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

namespace {

std::string dump(std::string_view text) {
  std::string out;
  for (const auto& end : find_period_ends(text)) {
    if (!out.empty()) out += ' ';
    out += to_string(end.end);
    if (end.quarter) out += ":Q" + std::to_string(*end.quarter);
    if (end.fiscal_year) out += ":" + std::to_string(*end.fiscal_year);
    if (end.whole_year) out += ":year";
    if (end.months > 0) out += ":" + std::to_string(end.months) + "m";
    if (end.weeks > 0) out += ":" + std::to_string(end.weeks) + "w";
    if (end.ahead) out += ":ahead";
  }
  return out;
}

struct Row {
  const char* text;
  const char* dump;
};

}  // namespace

TEST_CASE("period ends: the words before the date say which period it ends") {
  const Row rows[] = {
      {"for the first quarter ended March 31, 2007.", "2007-03-31:Q1:3m"},
      {"its fiscal 2019 first quarter ended December 29, 2018", "2018-12-29:Q1:2019:3m"},
      {"fiscal 2025 fourth quarter and full year ended May 31, 2025", "2025-05-31:Q4:2025:year:3m"},
      {"fourth quarter and fiscal year 2024 ended Nov. 29, 2024", "2024-11-29:Q4:2024:3m"},
      {"Three Months Ended December 31, 2024", "2024-12-31:3m"},
      {"three and six months ended June 30, 2025", "2025-06-30:Q2:3m"},
      {"the thirteen-week period ended December 29, 2024", "2024-12-29:13w"},
      {"13 weeks ended May 12,2024", "2024-05-12:13w"},
      {"the 16-week fourth quarter, and the 52-week fiscal year ended September 1, 2024", "2024-09-01:Q4:year:3m:16w"},
      {"the fifty-two weeks ended December 28, 2024", "2024-12-28:year:52w"},
      {"year ended December 31, 2024 and 2023", "2024-12-31:year:12m 2023-12-31:year:12m"},
      {"Quarters ended March 30, 2024 and April 1, 2023", "2024-03-30:3m 2023-04-01:3m"},
      {"Half Year ended 31 December 2024", "2024-12-31:6m"},
      {"for the first quarter ending April 27, 2025", "2025-04-27:Q1:3m:ahead"},
      {"the period ended December 31, 2024", "2024-12-31"},
      {"a dividend payable on March 27, 2024, to holders", ""},
      {"cash as of December 31, 2024", ""},
      {"the quarter ended well. March 31, 2024 was", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dump);
  }
}

TEST_CASE("period ends: balances have dates of their own") {
  const auto dates = find_balance_dates("Cash at December 31, 2024 and as of March 1, 2025, paid on May 2, 2025");
  REQUIRE(dates.size() == 2);
  CHECK(to_string(dates[0]) == "2024-12-31");
  CHECK(to_string(dates[1]) == "2025-03-01");
}

TEST_CASE("period ends: numbers of weeks are read as words and digits") {
  CHECK(small_number("13") == 13);
  CHECK(small_number("Fourteen") == 14);
  CHECK(small_number("quarter") == 0);
  CHECK(small_number("2024") == 0);
}
