// Names of fiscal periods in a text: "first quarter of 2007", "Q1'07", "4Q24", "fiscal 2025 fourth quarter", "third-quarter 2024",
// "fourth quarter and full year 2024", "H1 2024-25", "nine months", "fiscal year 2025". Dates are date_phrase's business.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace finwh {

struct FiscalPhrase {
  enum class Kind { quarter, half, nine_months, year };
  Kind kind = Kind::quarter;
  int number = 0;                  // of the quarter (1 to 4) or half (1, 2); 0 otherwise
  std::optional<int> year;         // as printed, four digits; of "2024-25" the second
  bool fiscal = false;             // said to be a fiscal year's ("fiscal", "FY")
  std::size_t begin = 0, end = 0;  // bytes of the text, end excluded
};

// Every one of the text, in order. "fourth quarter and full year 2024" is two, both of 2024. A bare year is none, nor is "the
// quarter" without a number. Linear in the text.
std::vector<FiscalPhrase> find_fiscal_phrases(std::string_view text);

}  // namespace finwh
