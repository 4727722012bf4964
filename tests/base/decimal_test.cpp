#include "base/decimal.h"

#include <doctest/doctest.h>

#include <limits>

using finwh::Decimal;

TEST_CASE("decimal: plain notation is read with its precision") {
  struct Row {
    const char* text;
    const char* dump;
  };
  const Row rows[] = {
      {"626936", "626936e0"},
      {"0.12", "12e-2"},
      {"1.50", "150e-2"},
      {"-90", "-90e0"},
      {".5", "5e-1"},
      {"0", "0e0"},
      {"0.00", "0e-2"},
      {"", "nothing"},
      {"-", "nothing"},
      {"1,234", "nothing"},
      {"1.2.3", "nothing"},
      {"12a", "nothing"},
      {"999999999999999999", "999999999999999999e0"},
      {"1234567890123456789", "nothing"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto value = Decimal::parse(row.text);
    CHECK((value ? std::to_string(value->coefficient()) + "e" + std::to_string(value->exponent()) : "nothing") == row.dump);
  }
}

TEST_CASE("decimal: notation, order and sums are exact") {
  CHECK(Decimal(626936, 3).to_string() == "626936000");
  CHECK(Decimal(12, -2).to_string() == "0.12");
  CHECK(Decimal(-5, -3).to_string() == "-0.005");
  CHECK(Decimal(0, 3).to_string() == "0");
  CHECK(Decimal(10, 0) == Decimal(1, 1));
  CHECK(Decimal(-10, 0) < Decimal(-1, 0));
  CHECK(Decimal(-1, 0) < Decimal(0, 0));
  CHECK(Decimal(999, -2) < Decimal(1, 1));
  CHECK(Decimal(1, 12) > Decimal(999999, 0));
  CHECK(*finwh::add(Decimal(1, -1), Decimal(2, -1)) == Decimal(3, -1));
  CHECK(*finwh::subtract(Decimal(1, 3), Decimal(1, 0)) == Decimal(999, 0));
  CHECK(*finwh::multiply(Decimal(11, -2), Decimal(604905, 3)) == Decimal(6653955, 1));
  CHECK_FALSE(finwh::add(Decimal(1, 18), Decimal(1, -3)).has_value());
  CHECK(Decimal(1500, -2).to_integer() == 15);
  CHECK_FALSE(Decimal(1, -1).to_integer().has_value());
  CHECK_FALSE(Decimal(std::numeric_limits<std::int64_t>::max() / 10, 3).to_integer().has_value());
}
