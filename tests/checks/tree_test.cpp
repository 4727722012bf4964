#include "checks/tree.h"

#include <doctest/doctest.h>

#include "checks/linkbase.h"
#include "support/table_text.h"

using namespace finwh;
using finwh::testing::release_of;

namespace {

constexpr const char* kStatement = R"(income_statement: Operations, thousands
| 2007Q1 | 2006Q1
Net revenues:
  Product | 509,773 | 474,125
  Service | 117,163 | 92,589
= Total net revenues | 626,936 | 566,714
Cost of revenues | 212,109 | 184,947
Gross margin | 414,827 | 381,767

segment: Net revenues by product, thousands
| 2007Q1 | 2006Q1
Infrastructure | 385,249 | 363,004
Service Layer | 124,524 | 111,121
= Total product | 509,773 | 474,125)";

}  // namespace

TEST_CASE("tree: a fact is proven down to the cells, and what else it takes part in is listed") {
  const Release release = release_of(kStatement);
  const CheckReport report = check_release(release);
  const int gross_margin = 8;
  CHECK(to_text(release, report, proof_tree(release, report, gross_margin)) ==
        "Gross margin  414,827  [sum-rows, pass]\n"
        "  + Net revenues: Total net revenues  626,936  [sum-rows, pass]\n"
        "    + Net revenues: Product  509,773\n"
        "    + Net revenues: Service  117,163\n"
        "  - Cost of revenues  212,109\n");
  const int product = 0;
  CHECK(to_text(release, report, proof_tree(release, report, product)) ==
        "Net revenues: Product  509,773\n"
        "takes part in:\n"
        "  sum-rows (pass): Total net revenues = Net revenues: Product + Net revenues: Service\n"
        "  tie-total (pass): Total product as in Operations\n");
}

TEST_CASE("linkbase: every sum over rows is an arc a part with its weight") {
  const Release release = release_of(
      "other: A \"small\" table, thousands\n| 2007Q1 | 2006Q1\nSales | 1,000,000 | 900,123\n"
      "Cost of sales | 400,001 | 300,456\nGross profit & more | 599,999 | 599,667");
  CHECK(calculation_linkbase(release, check_release(release)) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<link:linkbase xmlns:link=\"http://www.xbrl.org/2003/linkbase\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
        "  <link:arcroleRef arcroleURI=\"https://xbrl.org/2023/arcrole/summation-item\" xlink:type=\"simple\" "
        "xlink:href=\"https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item\"/>\n"
        "  <link:calculationLink xlink:type=\"extended\" xlink:role=\"urn:finwh:table:1\" xlink:title=\"A &quot;small&quot; table\">\n"
        "    <link:loc xlink:type=\"locator\" xlink:href=\"#t1r1\" xlink:label=\"t1r1\" xlink:title=\"Sales\"/>\n"
        "    <link:loc xlink:type=\"locator\" xlink:href=\"#t1r2\" xlink:label=\"t1r2\" xlink:title=\"Cost of sales\"/>\n"
        "    <link:loc xlink:type=\"locator\" xlink:href=\"#t1r3\" xlink:label=\"t1r3\" xlink:title=\"Gross profit &amp; more\"/>\n"
        "    <link:calculationArc xlink:type=\"arc\" xlink:arcrole=\"https://xbrl.org/2023/arcrole/summation-item\" xlink:from=\"t1r3\" "
        "xlink:to=\"t1r1\" order=\"1\" weight=\"1.0\"/>\n"
        "    <link:calculationArc xlink:type=\"arc\" xlink:arcrole=\"https://xbrl.org/2023/arcrole/summation-item\" xlink:from=\"t1r3\" "
        "xlink:to=\"t1r2\" order=\"2\" weight=\"-1.0\"/>\n"
        "  </link:calculationLink>\n"
        "</link:linkbase>\n");
}
