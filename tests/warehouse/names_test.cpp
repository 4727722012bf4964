// Names that the warehouse works out: fiscal names of periods, what a company is compared by, kinds of units.
#include <doctest/doctest.h>

#include <string>

#include "warehouse/companies.h"
#include "warehouse/dimensions.h"
#include "warehouse/fiscal_label.h"

using namespace finwh;

namespace {

std::string name_of(const FiscalAnchor& anchor, const char* kind, const char* end, int months) {
  Period period;
  period.kind = std::string_view(kind) == "at" ? PeriodKind::instant : PeriodKind::duration;
  period.end = parse_iso_date(end);
  period.months = months;
  const auto name = fiscal_name(anchor, period);
  return name ? name->label + " " + std::to_string(name->quarters_away) : "none";
}

}  // namespace

TEST_CASE("fiscal names: periods are named by the company's own quarters") {
  struct Row {
    FiscalAnchor anchor;
    const char* kind;
    const char* end;
    int months;
    const char* name;
  };
  const FiscalAnchor calendar{2031, 1, Date{std::chrono::year{2031} / 3 / 31}};
  const FiscalAnchor weeks{2024, 4, Date{std::chrono::year{2024} / 9 / 28}};  // 52/53 weeks, ends in September
  const Row rows[] = {
      {calendar, "to", "2031-03-31", 3, "2031Q1 0"},      {calendar, "to", "2030-03-31", 3, "2030Q1 4"},
      {calendar, "at", "2030-12-31", 0, "2030Q4 1"},      {calendar, "at", "2031-03-31", 0, "2031Q1 0"},
      {calendar, "to", "2030-12-31", 12, "2030FY 1"},     {calendar, "to", "2030-06-30", 6, "2030H1 3"},
      {calendar, "to", "2030-12-31", 6, "2030H2 1"},      {calendar, "to", "2030-09-30", 9, "2030M9 2"},
      {calendar, "to", "2031-03-31", 12, "2031Q1-12M 0"}, {calendar, "to", "2031-04-30", 1, "none"},
      {calendar, "to", "2031-03-31", 0, "none"},          {calendar, "to", "2031-06-30", 3, "2031Q2 1"},
      {weeks, "to", "2024-09-28", 12, "2024FY 0"},        {weeks, "to", "2023-09-30", 12, "2023FY 4"},
      {weeks, "to", "2023-12-30", 3, "2024Q1 3"},         {weeks, "at", "2022-09-24", 0, "2022Q4 8"},
      {weeks, "to", "2014-09-27", 12, "2014FY 40"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.end);
    CAPTURE(row.months);
    CHECK(name_of(row.anchor, row.kind, row.end, row.months) == row.name);
  }
  CHECK(!fiscal_name(calendar, {}));
}

TEST_CASE("companies: legal forms and case do not tell companies apart") {
  struct Row {
    const char* name;
    const char* key;
  };
  const Row rows[] = {
      {"Sample Works, Inc.", "sample works"},
      {"SAMPLE WORKS", "sample works"},
      {"The Sample Works Company", "sample works"},
      {"Sample & Co.", "sample"},
      {"Sample Works plc", "sample works"},
      {"Sample Works S.A.", "sample works"},
      {"Incorporated", "incorporated"},
      {"Coin Corp", "coin"},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(company_key(row.name) == row.key);
  }
}

TEST_CASE("units: each code has a kind and perhaps a currency") {
  struct Row {
    const char* unit;
    const char* dump;
  };
  const Row rows[] = {
      {"USD", "money USD"},    {"EUR", "money EUR"},    {"USD/share", "per_share USD"}, {"shares", "shares "},
      {"percent", "percent "}, {"bps", "bps "},         {"USD/bbl", "rate USD"},        {"TEU", "other "},
      {"MBOED", "other "},     {"tonnes/day", "rate "}, {"unknown", "unknown "},
  };
  for (const auto& row : rows) {
    CAPTURE(row.unit);
    const UnitKind kind = unit_kind_of(row.unit);
    CHECK(std::string(kind.kind) + " " + kind.currency == row.dump);
  }
}
