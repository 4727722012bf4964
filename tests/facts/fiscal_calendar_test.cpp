#include "facts/fiscal_calendar.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

namespace {

Block paragraph(const std::string& text) {
  Block block;
  block.text = text;
  return block;
}

Block table(const std::vector<std::vector<std::string>>& rows) {
  Block block;
  block.kind = BlockKind::table;
  for (const auto& row : rows) {
    RawRow raw;
    for (const auto& text : row) {
      RawCell cell;
      cell.text = text;
      raw.cells.push_back(cell);
    }
    block.table.rows.push_back(raw);
  }
  return block;
}

ReleaseIdentity identity(const char* end, int year, int quarter) {
  ReleaseIdentity result;
  result.period_end = parse_iso_date(end);
  result.fiscal_year = year;
  result.fiscal_quarter = quarter;
  return result;
}

std::string dump(const std::optional<Period>& period) { return period ? to_string(*period) : "nothing"; }

FiscalCalendar by_months() { return read_fiscal_calendar({}, identity("2024-08-31", 2025, 1)); }

FiscalCalendar by_weeks() {
  Document document;
  document.blocks.push_back(paragraph("Results for the fourth quarter ended January 26, 2025."));
  document.blocks.push_back(table({{"", "Three Months Ended", "Twelve Months Ended"},
                                   {"", "January 26,", "October 27,", "January 28,"},
                                   {"", "2025", "2024", "2024"},
                                   {"Revenue", "10", "9", "8"}}));
  return read_fiscal_calendar(document, identity("2025-01-26", 2025, 4));
}

}  // namespace

TEST_CASE("fiscal calendar: quarters that end with calendar months follow from the year's end") {
  const auto calendar = by_months();
  CHECK(calendar.year_end_month == 5);
  CHECK(dump(calendar.quarter(2025, 1)) == "2024-06-01..2024-08-31");
  CHECK(dump(calendar.quarter(2024, 3)) == "2023-12-01..2024-02-29");
  CHECK(dump(calendar.half(2025, 2)) == "2024-12-01..2025-05-31");
  CHECK(dump(calendar.first_quarters(2025, 3)) == "2024-06-01..2025-02-28");
  CHECK(dump(calendar.fiscal_year(2024)) == "2023-06-01..2024-05-31");
  CHECK(calendar.fiscal_year_of(*parse_iso_date("2024-06-15")) == 2025);
  CHECK(calendar.quarter_of(*parse_iso_date("2024-06-15")) == 1);
  CHECK(calendar.quarter_of(*parse_iso_date("2025-05-31")) == 4);
  CHECK(to_string(*calendar.day_in_month(2024, 2)) == "2024-02-29");
}

TEST_CASE("fiscal calendar: of weeks only printed ends are known, and starts from the end before") {
  const auto calendar = by_weeks();
  CHECK_FALSE(calendar.calendar_months);
  CHECK(calendar.year_end_month == 1);
  CHECK(dump(calendar.quarter(2025, 4)) == "2024-10-28..2025-01-26");
  CHECK(dump(calendar.fiscal_year(2025)) == "2024-01-29..2025-01-26");
  CHECK(dump(calendar.quarter(2024, 4)) == "..2024-01-28");
  CHECK(dump(calendar.quarter(2025, 3)) == "..2024-10-27");
  CHECK(dump(calendar.quarter(2025, 1)) == "nothing");
  CHECK(dump(calendar.ending_weeks(*parse_iso_date("2025-01-26"), 13)) == "2024-10-28..2025-01-26");
  CHECK(to_string(*calendar.day_in_month(2024, 10)) == "2024-10-27");
  CHECK_FALSE(calendar.day_in_month(2024, 7).has_value());
}

TEST_CASE("fiscal calendar: weeks that a sentence prints give the start") {
  Document document;
  document.blocks.push_back(paragraph("For the thirteen weeks ended December 29, 2024 and the thirteen weeks ended December 31, 2023"));
  const auto calendar = read_fiscal_calendar(document, identity("2024-12-29", 2024, 4));
  CHECK(dump(calendar.quarter(2024, 4)) == "2024-09-30..2024-12-29");
  CHECK(dump(calendar.quarter(2023, 4)) == "2023-10-02..2023-12-31");
}

TEST_CASE("fiscal calendar: quarters by weeks within a calendar year") {
  Document document;
  document.blocks.push_back(paragraph("Three Months Ended June 27, 2025. Net cash at December 31, 2024 was lower."));
  const auto calendar = read_fiscal_calendar(document, identity("2025-06-27", 2025, 2));
  CHECK(dump(calendar.quarter(2025, 2)) == "..2025-06-27");
  CHECK(dump(calendar.half(2025, 1)) == "2025-01-01..2025-06-27");
  CHECK(dump(calendar.fiscal_year(2024)) == "2024-01-01..2024-12-31");
}

TEST_CASE("fiscal calendar: a year named for its start") {
  Document document;
  const auto calendar = read_fiscal_calendar(document, identity("2025-02-01", 2024, 4));
  CHECK(calendar.fiscal_year_of(*parse_iso_date("2025-02-01")) == 2024);
  CHECK(dump(calendar.quarter(2024, 4)) == "..2025-02-01");
  CHECK(weeks_between(*parse_iso_date("2024-12-28"), *parse_iso_date("2025-03-29")) == 13);
  CHECK_FALSE(weeks_between(*parse_iso_date("2024-12-28"), *parse_iso_date("2025-03-30")).has_value());
}
