#include "facts/date_phrase.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

namespace {

std::string dump(std::string_view text) {
  std::string out;
  for (const auto& phrase : find_dates(text)) {
    if (!out.empty()) out += ' ';
    out += phrase.year ? std::to_string(*phrase.year) : "?";
    if (phrase.last_year) out += "/" + std::to_string(*phrase.last_year);
    if (phrase.month) out += "-" + std::to_string(*phrase.month);
    if (phrase.day) out += "-" + std::to_string(*phrase.day);
  }
  return out;
}

struct Row {
  const char* text;
  const char* dump;
};

}  // namespace

TEST_CASE("dates: whole dates in the ways that releases write them") {
  const Row rows[] = {
      {"March 31, 2007", "2007-3-31"},
      {"Mar 31, 2007", "2007-3-31"},
      {"Dec. 31 2024", "2024-12-31"},
      {"Sept. 28, 2024", "2024-9-28"},
      {"31 December 2024", "2024-12-31"},
      {"12/31/2024", "2024-12-31"},
      {"3/31/07", "2007-3-31"},
      {"31/12/2024", "2024-12-31"},
      {"31.12.2024", "2024-12-31"},
      {"2024-12-31", "2024-12-31"},
      {"31-Dec-24", "2024-12-31"},
      {"As of December 31,2024", "2024-12-31"},
      {"DECEMBER 31, 2024", "2024-12-31"},
      {"Ended****December 31, 2024", "2024-12-31"},
      {"**March 31,** **2007**", "2007-3-31"},
      {"March 31st, 2007", "2007-3-31"},
      {"March\xC2\xA0"
       "31,\xC2\xA0"
       "2007",
       "2007-3-31"},
      {"Dec. 31, '24", "2024-12-31"},
      {"December 31, 2024(1)", "2024-12-31"},
      {"October 1, 2005 and July 2, 2005", "2005-10-1 2005-7-2"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dump);
  }
}

TEST_CASE("dates: parts of dates keep what is printed") {
  const Row rows[] = {
      {"March 31,", "?-3-31"},
      {"Dec 31,", "?-12-31"},
      {"March 2007", "2007-3"},
      {"Dec-24", "2024-12"},
      {"Mar '25", "2025-3"},
      {"2007", "2007"},
      {"2007 2006", "2007 2006"},
      {"2024-25", "2024/2025"},
      {"FY 2023\xE2\x80\x93"
       "24",
       "2023/2024"},
      {"6M to Dec. 2023", "2023-12"},
      {"December", "?-12"},
      {"Three months ended May 31", "?-5-31"},
      {"May 2025", "2025-5"},
      {"December 31, 2024 and 2023", "2024-12-31 2023"},
      {"2025E", "2025"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dump);
  }
}

TEST_CASE("dates: amounts and words are no dates") {
  const Row rows[] = {
      {"$2024", ""},         {"2,024", ""},  {"2024.5", ""},        {"2024%", ""},      {"results may vary", ""},
      {"May we remind", ""}, {"12,345", ""}, {"1.2.3", ""},         {"", ""},           {"February 30, 2024", "?-2 2024"},
      {"market 2050s", ""},  {"20245", ""},  {"Q42024", ""},        {"13/13/2024", ""}, {"a decrease of 31 percent", ""},
      {"1999999", ""},       {"sep", ""},    {"US-GAAP 10-12", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dump);
  }
}

TEST_CASE("dates: a phrase covers its bytes, the comma inside") {
  const auto dates = find_dates("at March 31, and 2007");
  REQUIRE(dates.size() == 2);
  CHECK(dates[0].begin == 3);
  CHECK(dates[0].end == 12);
  CHECK(dates[1].begin == 17);
  CHECK(dates[1].end == 21);
  CHECK(to_string(*read_date("On 2024 figures, see 28 September 2024.")) == "2024-09-28");
  CHECK_FALSE(read_date("March 31,").has_value());
}
