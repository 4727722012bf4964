#include "reports/catalog.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "base/text.h"
#include "reports/errors.h"

using namespace finwh;

namespace {

std::string dump(const Report& report) {
  std::string out = report.title;
  if (!report.description.empty()) out += " | " + join(report.description, " / ");
  for (const auto& p : report.parameters)
    out += fmt::format(" | :{} {}{}{} - {}", p.name, to_string(p.type), p.required ? " required" : "",
                       p.fallback ? " = " + *p.fallback : "", p.meaning);
  if (report.presentation.pivot) out += " | pivot " + report.presentation.pivot->heading + " " + report.presentation.pivot->value;
  for (const auto& [column, scale] : report.presentation.scales) out += fmt::format(" | scale {} {}", column, scale);
  if (!report.presentation.hide.empty()) out += " | hide " + join(report.presentation.hide, ",");
  for (const auto& problem : report.problems) out += " | ! " + problem;
  return out;
}

}  // namespace

TEST_CASE("catalog: the header grammar") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"-- Margins\nSELECT 1", "Margins"},
      {"-- Margins\n--\n-- Of each release.\n-- Note: in percent.\nSELECT 1", "Margins | Of each release. / Note: in percent."},
      {"-- M\n-- :company company - whose\nSELECT 1", "M | :company company - whose"},
      {"-- M\n-- :n integer = 5 - how many\nSELECT 1", "M | :n integer = 5 - how many"},
      {"-- M\n-- :line text required - the line - as printed\nSELECT 1", "M | :line text required - the line - as printed"},
      {"-- M\n-- hide: a b\n-- scale: v millions\nSELECT 1", "M | scale v 6 | hide a,b"},
      {"-- M\n-- pivot: period value by row_no order column_no\nSELECT 1", "M | pivot period value"},
      {"-- M\nSELECT 1 -- :x text - no header any more", "M"},
      {"SELECT 1", " | ! 1: the file does not begin with a title in a comment: -- Title"},
      {"-- M\n-- :n number - x\n", "M | ! 2: 'number' is no type; types are text, date, period, integer, company, release"},
      {"-- M\n-- :n integer = five - x\n", "M | ! 2: the default 'five' of n is not a whole number"},
      {"-- M\n-- :n\n", "M | ! 2: a parameter is ':name type [= default | required] - meaning'"},
      {"-- M\n-- :n text - a\n-- :n text - b\n", "M | :n text - a | ! 3: the parameter n is there twice"},
      {"-- M\n-- hide: a\n-- hides: b\n", "M | hide a | ! 3: 'hides:' is neither a parameter nor a directive"},
      {"-- M\n-- pivot: period\n", "M | ! 2: the directive is 'pivot: HEADING VALUE by COLUMN... [order COLUMN]'"},
      {"-- M\n-- scale: v dozens\n", "M | ! 2: the directive is 'scale: COLUMN thousands|millions|billions'"},
  };
  for (const auto& [text, expected] : rows) CHECK(dump(read_report("m", "m.sql", text)) == expected);
}

TEST_CASE("parameters: what a user writes becomes a typed value") {
  const std::vector<std::tuple<ParameterType, std::string, std::string>> rows = {
      {ParameterType::period, "2007Q1", "2007Q1"},
      {ParameterType::period, "2007q1", "2007Q1"},
      {ParameterType::period, "Q1 2007", "2007Q1"},
      {ParameterType::period, "2007-Q1", "2007Q1"},
      {ParameterType::period, "2007", "2007"},
      {ParameterType::period, "FY2007", "2007"},
      {ParameterType::period, "2007-03-31", "2007-03-31"},
      {ParameterType::period, "2007Q5", "-"},
      {ParameterType::period, "2007-02-30", "-"},
      {ParameterType::period, "spring", "-"},
      {ParameterType::date, "2007-03-31", "2007-03-31"},
      {ParameterType::date, "2007", "-"},
      {ParameterType::integer, "42", "42"},
      {ParameterType::integer, "4 2", "-"},
      {ParameterType::integer, "", "-"},
      {ParameterType::release, "12", "12"},
      {ParameterType::release, "a.md", "a.md"},
      {ParameterType::text, "", ""},
  };
  for (const auto& row : rows) {
    const auto& [type, text, expected] = row;
    const auto& captured = text;
    CAPTURE(captured);
    const auto value = parameter_value(type, text);
    CHECK((value ? plain_text(*value) : "-") == expected);
  }
}

TEST_CASE("names: a slip of the finger finds the report that was meant") {
  const std::vector<std::string> names = {"balance-sheet", "cash-and-investments", "cash-flow", "income-statement", "margins"};
  CHECK(nearest_names("income", names) == std::vector<std::string>{"income-statement"});
  CHECK(nearest_names("margin", names) == std::vector<std::string>{"margins"});
  CHECK(nearest_names("blaance-sheet", names) == std::vector<std::string>{"balance-sheet"});
  CHECK(nearest_names("cash", names) == std::vector<std::string>{"cash-and-investments", "cash-flow"});
  CHECK(nearest_names("zebra", names).empty());
}

TEST_CASE("catalog: every built-in report has a header without problems") {
  const Catalog catalog;
  for (const auto& report : catalog.reports()) {
    CAPTURE(report.place);
    CHECK(join(report.problems, "; ") == "");
    CHECK(!report.description.empty());
  }
}

TEST_CASE("catalog: an unknown report is a usage error") { CHECK_THROWS_AS(Catalog().at("no-such-report"), UsageError); }
