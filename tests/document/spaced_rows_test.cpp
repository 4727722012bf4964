#include "document/spaced_rows.h"

#include <doctest/doctest.h>

#include <string>

#include "document/dump.h"
#include "document/header_units.h"
#include "document/markdown.h"
#include "document/text.h"

using finwh::header_units;
using finwh::read_markdown;
using finwh::read_text;
using finwh_test::dump;

TEST_CASE("header units: a line of heads parted by single spaces is cut by the words of heads") {
  const auto cut = [](const std::string& text) {
    std::string out;
    for (const auto& unit : header_units(text)) out += "[" + text.substr(unit.begin, unit.end - unit.begin) + "]";
    return out;
  };
  CHECK(cut("Three Months Ended Six Months Ended") == "[Three Months Ended][Six Months Ended]");
  CHECK(cut("June 30, June 30,") == "[June 30,][June 30,]");
  CHECK(cut("(in thousands) 2031 2030 % Change") == "[2031][2030][% Change]");
  CHECK(cut("Three Months Ended June 30, 2031 Year Ended December 31, 2030") ==
        "[Three Months Ended June 30, 2031][Year Ended December 31, 2030]");
  CHECK(cut("Q2 2031 Q2 2030") == "[Q2 2031][Q2 2030]");
  CHECK(cut("Cost of sales:").empty());
}

TEST_CASE("spaced rows: figures with one space between them are columns by their order") {
  CHECK(dump(read_text("ACME CORP\n"
                       "Three Months Ended Six Months Ended\n"
                       "June 30, June 30,\n"
                       "2031 2030 2031 2030\n"
                       "Revenues:\n"
                       "  Tools $ 41,204 $ 33,110 $ 80,118 $ 64,002\n"
                       "  Parts, net of what was\n"
                       "  sent back (1,344) - (3,754) (7,656)\n"
                       "Total 39,860 33,110 76,364 56,346\n"
                       "\n"
                       "Acme sold 12 more tools in 2031 than in 2030.\n")) ==
        "H ACME CORP\nT\n  [h:][<2>h:Three Months Ended][<2>h:Six Months Ended]\n  [h:][<2>h:June 30,][<2>h:June 30,]\n"
        "  [h:][h:2031][h:2030][h:2031][h:2030]\n  [Revenues:]\n  [{2}Tools][$ 41,204][$ 33,110][$ 80,118][$ 64,002]\n"
        "  [{2}Parts, net of what was sent back][(1,344)][-][(3,754)][(7,656)]\n  [Total][39,860][33,110][76,364][56,346]\n"
        "P Acme sold 12 more tools in 2031 than in 2030.\n");
}

TEST_CASE("spaced rows: heads over several lines, and a line with too few figures stays whole and is reported") {
  const auto document =
      read_text("March 29,\n2031\nMarch 30,\n2030\nSales 11,359 10,753\nCosts 5,092 4,830\nLoss 612\nMargin 6,267 5,923\n");
  CHECK(dump(document) ==
        "T\n  [h:][h:March 29, 2031][h:March 30, 2030]\n  [Sales][11,359][10,753]\n  [Costs][5,092][4,830]\n  [Loss 612]\n"
        "  [Margin][6,267][5,923]\n");
  REQUIRE(document.problems.size() == 1);
  CHECK(document.problems[0].code == "table-irregular");
  CHECK(document.problems[0].span.line == 7);
}

TEST_CASE("spaced rows: telephone numbers and sentences are no tables") {
  CHECK(dump(read_text("Jo Doe\nTel. +1 202 555 0134\nTel. +1 202 555 0135\nTel. +1 202 555 0136\n")) ==
        "P Jo Doe/Tel. +1 202 555 0134/Tel. +1 202 555 0135/Tel. +1 202 555 0136\n");
}

TEST_CASE("markdown: tables that no mark-up shows are read by their columns, grids by their bars") {
  CHECK(dump(read_markdown("# Acme\n\n**Results** (in millions)\n\n"
                           "                 Q4 2031   Q4 2030\n"
                           "  ------------- --------- ---------\n"
                           "  Sales             412.4     398.0\n"
                           "  **Income**         53.5      49.7\n"
                           "\nA sentence with *stress*.\n")) ==
        "H Acme\nP Results (in millions)\nT\n  [h:][h:Q4 2031][h:Q4 2030]\n  [{2}Sales][412.4][398.0]\n  [{4}Income][53.5][49.7]\n"
        "P A sentence with stress.\n");
  CHECK(dump(read_markdown("+-------+------+------+\n"
                           "|       | 2031 | 2030 |\n"
                           "+=======+======+======+\n"
                           "| Tools | 412  | 398  |\n"
                           "| sold  |      |      |\n"
                           "+-------+------+------+\n"
                           "| **All of them**     |\n"
                           "+-------+------+------+\n")) == "T\n  [h:][h:2031][h:2030]\n  [Tools sold][412][398]\n  [<3>b:All of them]\n");
  CHECK(dump(read_markdown("+-------+------+\n"
                           "| GBPm  | 2031 |\n"
                           "+-------+------+\n"
                           "| Tools | 412  |\n"
                           "| Parts | 398  |\n"
                           "+-------+------+\n")) == "T\n  [GBPm][2031]\n  [Tools][412]\n  [Parts][398]\n");
}
