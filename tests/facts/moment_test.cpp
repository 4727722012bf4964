#include "facts/moment.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

TEST_CASE("moments: what a line's label says of the moment it speaks of") {
  struct Row {
    std::string label;
    std::string says;
  };
  const Row rows[] = {
      {"Cash and cash equivalents at beginning of year", "beginning"},
      {"Opening balance", "beginning"},
      {"Cash, end of the period", "end"},
      {"Stores open at end of quarter", "end"},
      {"Net debt - EURm", "level"},
      {"Net debt / Adjusted EBITDA", "level"},
      {"Number of stores", "level"},
      {"Funded backlog", "level"},
      {"Change in net debt", "flow"},
      {"Repayments of total debt", "flow"},
      {"Same-store sales, 80 stores", "flow"},
      {"Amortization of customer backlog", "flow"},
      {"Net income", "flow"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.label);
    const auto moment = moment_of(row.label);
    const auto* said = moment == Moment::beginning ? "beginning"
                       : moment == Moment::end     ? "end"
                       : names_level(row.label)    ? "level"
                                                   : "flow";
    CHECK(said == row.says);
  }
}
