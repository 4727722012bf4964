#include "checks/footing.h"

#include <doctest/doctest.h>

#include "support/check_dump.h"
#include "support/table_text.h"

using namespace finwh;
using finwh::testing::dump_sums;
using finwh::testing::release_of;

namespace {

std::string sums_of(const char* text) {
  const Release release = release_of(text);
  return dump_sums(release, check_release(release));
}

}  // namespace

TEST_CASE("footing: a statement's nested sums are found with their signs") {
  CHECK(sums_of(R"(income_statement: Operations, thousands
| 2007Q1 | 2006Q1
Net revenues:
  Product | 509,773 | 474,125
  Service | 117,163 | 92,589
= Total net revenues | 626,936 | 566,714
Cost of revenues:
  Product | 154,942 | 140,995
  Service | 57,167 | 43,952
= Total cost of revenues | 212,109 | 184,947
Gross margin | 414,827 | 381,767)") ==
        "Total net revenues = Product + Service (2/2)\n"
        "Total cost of revenues = Product + Service (2/2)\n"
        "Gross margin = Total net revenues - Total cost of revenues (2/2)\n");
}
