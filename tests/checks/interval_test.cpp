#include "checks/interval.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

namespace {

Decimal number(const char* text) { return *Decimal::parse(text); }

WeightedFigure figure(const char* text, int weight = 1) {
  if (std::string(text) == "nil") return {Decimal(), true, weight};
  return {number(text), false, weight};
}

std::string dump(const Comparison& c) {
  std::string text(to_string(c.status));
  if (c.expected) text += " expected " + c.expected->to_string();
  if (c.difference) text += " off " + c.difference->to_string();
  if (c.tolerance) text += " within " + c.tolerance->to_string();
  return text;
}

}  // namespace

TEST_CASE("interval: a sum holds exactly, within the rounding of its figures, or not") {
  struct Row {
    WeightedFigure found;
    std::vector<WeightedFigure> parts;
    const char* dump;
  };
  const Row rows[] = {
      {figure("10"), {figure("4"), figure("6")}, "pass expected 10 off 0 within 1.5"},
      {figure("11"), {figure("4"), figure("6")}, "rounding expected 10 off 1 within 1.5"},
      {figure("12"), {figure("4"), figure("6")}, "fail expected 10 off 2 within 1.5"},
      {figure("4"), {figure("10"), figure("6", -1)}, "pass expected 4 off 0 within 1.5"},
      {figure("10"), {figure("10"), figure("nil")}, "pass expected 10 off 0 within 1.0"},
      {figure("nil"), {figure("4"), figure("-4")}, "pass expected 0 off 0 within 1.0"},
      {figure("nil"), {figure("nil"), figure("nil")}, "n/a"},
      {{Decimal(63, 5), false, 0}, {{Decimal(6269, 3), false, 1}}, "rounding expected 6269000 off 31000 within 50500"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.dump);
    CHECK(dump(compare_sum(row.found, row.parts)) == row.dump);
  }
}

TEST_CASE("interval: two printings of one precision are equal, of two precisions they meet") {
  CHECK(dump(compare_printings(number("626936"), number("626936"))) == "pass expected 626936 off 0 within 0");
  CHECK(dump(compare_printings(number("626936"), number("626937"))) == "fail expected 626937 off -1 within 0");
  CHECK(dump(compare_printings(Decimal(6269, 5), Decimal(626936, 3))) == "rounding expected 626936000 off -36000 within 50500");
  CHECK(dump(compare_printings(Decimal(6268, 5), Decimal(626936, 3))) == "fail expected 626936000 off -136000 within 50500");
}

TEST_CASE("interval: ratios and growth are compared in the precision in which they are printed") {
  CHECK(dump(compare_ratio(number("66.2"), number("414827"), number("626936"), 2)) == "pass expected 66.2 off 0.0 within 0.05");
  CHECK(dump(compare_ratio(number("66.3"), number("414827"), number("626936"), 2)) == "fail expected 66.2 off 0.1 within 0.05");
  CHECK(dump(compare_ratio(number("0.32"), number("11.4"), number("35.7"), 0)) == "pass expected 0.32 off 0.00 within 0.005");
  CHECK(dump(compare_ratio(number("0.3"), number("1"), number("4"), 0)) == "pass expected 0.3 off 0.0 within 0.05");
  CHECK(dump(compare_ratio(number("5"), number("1"), number("0"), 0)) == "n/a");
  CHECK(dump(compare_growth(number("11"), number("626936"), number("566714"))) == "pass expected 11 off 0 within 0.5");
  CHECK(dump(compare_growth(number("50"), number("-5"), number("-10"))) == "pass expected 50 off 0 within 0.5");
  CHECK(dump(compare_growth(number("-50"), number("-5"), number("-10"))) == "pass expected -50 off 0 within 0.5");
  CHECK(dump(compare_growth(number("300"), number("212"), number("53"))) == "pass expected 300 off 0 within 0.5");
  CHECK(dump(compare_growth(number("8000"), number("212"), number("2"))) == "fail expected 10500 off -2500 within 0.5");
}

TEST_CASE("interval: what does not fit in 37 digits is not known and meets nothing") {
  const Interval huge = printed_interval(Decimal(999999999999999999, 18));
  const Interval product = multiply(huge, multiply(huge, huge));
  CHECK_FALSE(product.known);
  CHECK_FALSE(meet(product, product));
}
