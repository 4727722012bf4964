#include "facts/fiscal_phrase.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

namespace {

std::string dump(std::string_view text) {
  std::string out;
  for (const auto& phrase : find_fiscal_phrases(text)) {
    if (!out.empty()) out += ' ';
    using Kind = FiscalPhrase::Kind;
    out += phrase.kind == Kind::quarter ? "Q" : phrase.kind == Kind::half ? "H" : phrase.kind == Kind::nine_months ? "9M" : "Y";
    if (phrase.number > 0) out += std::to_string(phrase.number);
    if (phrase.year) out += ":" + std::to_string(*phrase.year);
    if (phrase.fiscal) out += "f";
  }
  return out;
}

struct Row {
  const char* text;
  const char* dump;
};

}  // namespace

TEST_CASE("fiscal phrases: quarters with their years, in all the usual orders") {
  const Row rows[] = {
      {"the first quarter of 2007", "Q1:2007"},
      {"Q1'07 results", "Q1:2007"},
      {"Q4\xE2\x80\x99"
       "25",
       "Q4:2025"},
      {"4Q24 and 4Q23", "Q4:2024 Q4:2023"},
      {"1Q 2024", "Q1:2024"},
      {"Q1 FY2025", "Q1:2025f"},
      {"Q3 FY25", "Q3:2025f"},
      {"Q1-24", "Q1:2024"},
      {"Q4 Fiscal 2024 Summary", "Q4:2024f"},
      {"fiscal 2025 fourth quarter", "Q4:2025f"},
      {"Fiscal 2025 First-Quarter Results", "Q1:2025f"},
      {"FY24 Q3", "Q3:2024f"},
      {"2024 fourth quarter", "Q4:2024"},
      {"third-quarter 2024", "Q3:2024"},
      {"4th Quarter 2024", "Q4:2024"},
      {"its first quarter fiscal year 2024 ended March 1, 2024", "Q1:2024f"},
      {"Fourth Quarter and Fiscal 2024", "Q4:2024f Y:2024f"},
      {"Fourth Quarter and Full Year 2024", "Q4:2024 Y:2024"},
      {"the Fourth Quarter and the Full Year of 2024", "Q4:2024 Y:2024"},
      {"first fiscal quarter", "Q1f"},
      {"third quarter results", "Q3"},
      {"third quarter ended July 27, 2024", "Q3"},
      {"in the second quarter, 2024 was", "Q2:2024"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dump);
  }
}

TEST_CASE("fiscal phrases: halves, nine months and years") {
  const Row rows[] = {
      {"H1 2024-25 results", "H1:2025"},
      {"First Half 2024-25", "H1:2025"},
      {"1H25", "H1:2025"},
      {"the first nine months of fiscal 2025", "9M:2025f"},
      {"9M 2024", "9M:2024"},
      {"fiscal year 2025", "Y:2025f"},
      {"FY 2023-24", "Y:2024f"},
      {"FY25", "Y:2025f"},
      {"full-year 2024", "Y:2024"},
      {"Second Quarter and Full Year", "Q2 Y"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dump);
  }
}

TEST_CASE("fiscal phrases: other words and numbers are none") {
  const Row rows[] = {
      {"the quarter", ""},
      {"2024", ""},
      {"first of many", ""},
      {"a quarter of all", ""},
      {"fiscal discipline", ""},
      {"H100 systems and Q5", ""},
      {"second-half", "H2"},
      {"third quarter. 2024 was", "Q3"},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dump);
  }
}
