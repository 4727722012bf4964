#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <random>
#include <string>

#include "checks/check.h"
#include "support/table_text.h"

using namespace finwh;
using finwh::testing::release_of;

namespace {

constexpr int kRows = 5000;

// A statement of kRows lines with four columns; `label` names a line, `value` gives a figure.
Release long_release(const std::function<std::string(int row)>& label, const std::function<int(int row, int column)>& value) {
  std::string text = "income_statement: A long table, thousands\n| 2007Q1 | 2006Q1 | 2007FY | 2006FY\n";
  for (int row = 0; row < kRows; ++row) {
    text += label(row);
    for (int column = 0; column < 4; ++column) text += " | " + std::to_string(value(row, column));
    text += '\n';
  }
  return release_of(text);
}

double seconds_to_check(const Release& release) {
  const auto start = std::chrono::steady_clock::now();
  check_release(release);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

// Generous, since a busy machine and sanitizers slow everything; the search itself takes a tenth of it.
TEST_CASE("bounds: a table of 5,000 lines is searched in bounded time, whatever it holds") {
  std::mt19937 random(5);
  const auto any = [&](int, int) { return static_cast<int>(random() % 1000000); };
  const auto line = [](int row) { return "Line " + std::to_string(row); };
  const auto total = [](int row) { return "= Total of " + std::to_string(row); };
  const auto same = [](int) { return std::string("Interest expense"); };
  struct Row {
    const char* name;
    Release release;
  };
  const Row rows[] = {
      {"lines without a sum", long_release(line, any)},
      {"every line says total", long_release(total, any)},
      {"every line is called the same", long_release(same, any)},
      {"every figure is the same", long_release(line, [](int, int) { return 1234567; })},
      {"one label, one figure", long_release(same, [](int, int) { return 1234567; })},
      {"totals of pairs",
       long_release([](int row) { return row % 3 == 2 ? "= Total " + std::to_string(row) : "Line " + std::to_string(row); },
                    [](int row, int column) { return row % 3 == 2 ? 3003 * (column + 1) : 1001 * (row % 3 + 1) * (column + 1); })},
      {"totals of pairs that fail",
       long_release([](int row) { return row % 3 == 2 ? "= Total " + std::to_string(row) : "Line " + std::to_string(row); },
                    [](int row, int column) {
                      return row % 3 == 2 ? 3003 * (column + 1) + (column == 0 ? 500 : 0) : 1001 * (row % 3 + 1) * (column + 1);
                    })},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const double seconds = seconds_to_check(row.release);
    MESSAGE(std::string(row.name), ": ", seconds, " s");
    CHECK(seconds < 5);
  }
}
