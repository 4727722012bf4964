#include "reports/fact_trace.h"

#include <doctest/doctest.h>

using namespace finwh;

TEST_CASE("trace: the cell is marked below its line, in terminal columns") {
  struct Row {
    std::string text;
    std::uint64_t offset, length;
    std::size_t columns;
    std::string shown;
  };
  const std::vector<Row> rows = {
      {"one\nNet income 66,647 75,763\nlast", 15, 6, 100, "Net income 66,647 75,763\n           ^^^^^^\n"},
      {"Umsatz in Zürich\t12", 18, 2, 100, "Umsatz in Zürich    12\n                    ^^\n"},
      {"12", 0, 2, 100, "12\n^^\n"},
      {"a\n", 2, 0, 100, "\n^\n"},
      {"first\nsecond", 3, 6, 100, "first\n   ^^\n"},
      {"0123456789012345678901234567890123456789", 20, 2, 12, "…567890123456…\n      ^^\n"},
      {"a\x1b[1m5", 5, 1, 100, "a␛[1m5\n     ^\n"},
      {"short", 99, 2, 100, ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(marked_line(row.text, row.offset, row.length, row.columns) == row.shown);
  }
}
