#include "facts/not_financial.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "tables/tables.h"

using namespace finwh;

namespace {

// Rows joined with '/', cells with '|'.
std::string reason(const std::string& text) {
  RawTable raw;
  for (const auto& line : split(text, '/')) {
    RawRow row;
    for (const auto& cell : split(line, '|')) {
      RawCell entry;
      entry.text = cell;
      row.cells.push_back(entry);
    }
    raw.rows.push_back(row);
  }
  return std::string(reason_not_financial(build_table(raw)));
}

}  // namespace

TEST_CASE("not financial: contacts, calls, forms and notes are told from statements") {
  const struct {
    const char* table;
    const char* reason;
  } rows[] = {
      {"|2025|2024/Revenue|1,234|1,100/Net income|56|48", ""},
      {"|2025|2024/Stores|12|11", ""},
      {"|2025|2024/Exchange rate (page 3)|1.08|1.09/Contacts made|1,204|1,100/Phone sales|$ 3.1|$ 2.9/Tel|4.0|4.1", ""},
      {"Investor Relations|Media Contact/Jo Doe|Al Roe/jo@example.com|al@example.com", "contacts"},
      {"Conference call|8:00 a.m. ET/Dial-in|555-0100/Replay|555-0111", "calls"},
      {"Table of Contents|Page/Statements|3/Notes|9", "contents"},
      {"Title of each class|Trading Symbol(s)|Name of each exchange/Common Stock, $0.001 par value|EXNW|The Nasdaq Global Select Market",
       "securities"},
      {"Exhibit Number|Description/99.1|Press release dated May 1, 2025", "exhibits"},
      {"|EXAMPLE CORP/|(Registrant)/By:|A. Person/|Name: A. Person/|Title: Chief Financial Officer", "signature"},
      {"(1)|Amounts include the charges that were taken in the first quarter of last year/(2)|Excludes the effects of the sale of a "
       "business unit",
       "footnotes"},
      {"*|Not meaningful", "legend"},
      {"North|South/East|West", "text"},
  };
  for (const auto& row : rows) {
    CAPTURE(std::string(row.table));
    CHECK(reason(row.table) == row.reason);
  }
}
