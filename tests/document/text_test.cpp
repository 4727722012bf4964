#include "document/text.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "document/dump.h"
#include "document/markdown.h"

using finwh::read_text;
using finwh_test::dump;

TEST_CASE("text: wrapped prose, titles, page breaks") {
  CHECK(dump(read_text("                        ACME CORP\n"
                       "                 Quarterly Report\n"
                       "\n"
                       "    Acme said that sales in the quarter were 5,000 tools, which is more\n"
                       "than in the quarter before it, and that it hopes for more to come in the\n"
                       "next.\n"
                       "\n"
                       "OUTLOOK\n"
                       "\n"
                       "    -- The first point is long enough to go on over the end of its own\n"
                       "       line into the next.\n"
                       "    -- A second one.\n"
                       "\n"
                       "                                   -2-\n"
                       "\n"
                       "12 Main Street\n"
                       "Springfield\n"
                       "\n"
                       "                                     3\n"
                       "<PAGE>\n"
                       "End.\n")) ==
        "H ACME CORP/Quarterly Report\n"
        "P Acme said that sales in the quarter were 5,000 tools, which is more than in the quarter before it, and that it hopes for more "
        "to come in the next.\n"
        "H OUTLOOK\n"
        "P -- The first point is long enough to go on over the end of its own line into the next.\n"
        "P -- A second one.\n"
        "break\n"
        "P 12 Main Street/Springfield\n"
        "break\n"
        "P End.\n");
}

TEST_CASE("text: the running heads of pages are no text, what stands on one page only is") {
  CHECK(dump(read_text("Acme said that sales rose.\n"
                       "\n"
                       "      -more-\n"
                       "<PAGE>\n"
                       "Acme Reports Results\n"
                       "Page 2\n"
                       "July 26, 2031\n"
                       "\n"
                       "And costs fell.\n"
                       "<PAGE>\n"
                       "\n"
                       "Acme Reports Results\n"
                       "Page 3\n"
                       "July 26, 2031\n"
                       "Outlook\n"
                       "\n"
                       "Acme expects more.\n"
                       "<PAGE>\n"
                       "Acme Reports Results\n"
                       "Not a head\n")) ==
        "P Acme said that sales rose.\nbreak\nbreak\nP And costs fell.\nbreak\nP Outlook\nP Acme expects more.\nbreak\n"
        "P Acme Reports Results/Not a head\n");
}

TEST_CASE("text: a marked table goes on over blank lines and page breaks; its tags are not part of it") {
  const char* expected =
      "H Acme Corp/(in thousands)\n"
      "T\n"
      "  [h:][<2>h:Three Months Ended]\n"
      "  [h:][<2>h:June 30,]\n"
      "  [h:][h:2031][h:2030]\n"
      "  [Revenues:][][]\n"
      "  [{3}Tools][$ 13,830][$ 11,455]\n"
      "  [Selling, general and administrative][3,044][2,543]\n"
      "  =[][u:10,786][u:8,912]\n"
      "break\n"
      "T\n"
      "  [Per share][][]\n"
      "  [{3}Basic][$ 0.46][$ 0.35]\n"
      "  [{3}Diluted][0.43][0.33]\n"
      "P (1) A note.\n";
  const std::string table =
      "                     Acme Corp\n"
      "                   (in thousands)\n"
      "\n"
      "<TABLE>\n"
      "<CAPTION>\n"
      "                                  Three Months Ended\n"
      "                                       June 30,\n"
      "                                  ------------------\n"
      "\n"
      "                                   2031       2030\n"
      "                                   ----       ----\n"
      "\n"
      "<S>                              <C>        <C>\n"
      "Revenues:\n"
      "   Tools                         $ 13,830   $ 11,455\n"
      "\n"
      "\n"
      "Selling, general and\n"
      " administrative                     3,044      2,543\n"
      "                                 --------   --------\n"
      "\n"
      "                                   10,786      8,912\n"
      "                                 ========   ========\n"
      "<PAGE>\n"
      "Per share\n"
      "   Basic                         $   0.46   $   0.35\n"
      "\n"
      "   Diluted                           0.43       0.33\n"
      "<FN>\n"
      "(1) A note.\n"
      "</TABLE>\n";
  CHECK(dump(read_text(table)) == expected);
  CHECK(dump(read_text(finwh::replace_all(finwh::replace_all(table, "<TABLE>", "<table>"), "<S>", "<s>"))) == expected);
}

TEST_CASE("text: a table with nothing but spaces, headers with one space between them") {
  CHECK(dump(read_text("of the company.\n"
                       "                      Acme Corp\n"
                       "                   (In thousands)\n"
                       "\n"
                       "                        Three Months Ended\n"
                       "                      Jun 30, Mar 31, Jun 30,\n"
                       "                       2031    2031    2030\n"
                       "    Net loss          $(3,370) $(631) $(2,694)\n"
                       "    Write-off\n"
                       "     (Note 3)                     120    900\n"
                       "    Other .........       126      44    (15)\n")) ==
        "P of the company.\n"
        "H Acme Corp/(In thousands)\n"
        "T\n"
        "  [h:][<3>h:Three Months Ended]\n"
        "  [h:][h:Jun 30,][h:Mar 31,][h:Jun 30,]\n"
        "  [h:][h:2031][h:2031][h:2030]\n"
        "  [{4}Net loss][$(3,370)][$(631)][$(2,694)]\n"
        "  [{4}Write-off (Note 3)][][120][900]\n"
        "  [{4}Other][126][44][(15)]\n");
}

TEST_CASE("text: a page typed with a blank line behind every line reads like one without") {
  std::string single = "                         2031     2030\n\nAssets:\n\n";
  for (int i = 0; i < 12; ++i) single += "Tools and\n parts                  12       11\n";
  std::string spaced;
  for (const char c : single) spaced += c == '\n' ? "\n\n" : std::string(1, c);
  CHECK(dump(read_text(spaced)) == dump(read_text(single)));
  CHECK(dump(read_text(single)).find("[Tools and parts][12][11]") != std::string::npos);
}

TEST_CASE("text: cells with tabs between them are a tabbed table, an indenting tab is a space") {
  CHECK(dump(read_text("Title\n\n\t2031\t2030\nSales\t5\t6\nCosts\t3\t2\n")) ==
        "P Title\nT\n  [][2031][2030]\n  [Sales][5][6]\n  [Costs][3][2]\n");
  CHECK(dump(read_text("\tA sentence.\n\tAnother.\n")) == "P A sentence./Another.\n");
}

TEST_CASE("text: tabs up to the next stop, with spaces behind them, are blanks") {
  CHECK(dump(read_text("\t\t\t\tJune 30,\tDecember 31,\n"
                       "\t\t\t\t  2031\t\t    2030\n"
                       "Cash\t\t\t\t$ 4,118,204\t$ 6,330,118\n"
                       "Tools\t\t\t\t  1,204,330\t    990,440\n"
                       "Parts kept\t\t\t  2,330,118\t  2,118,990\n"
                       "  Total of all\t\t\t  7,652,652\t  9,439,548\n")) ==
        "T\n  [h:][h:June 30,][h:December 31,]\n  [h:][h:2031][h:2030]\n  [Cash][$ 4,118,204][$ 6,330,118]\n"
        "  [Tools][1,204,330][990,440]\n  [Parts kept][2,330,118][2,118,990]\n  [{2}Total of all][7,652,652][9,439,548]\n");
}

TEST_CASE("text: tables that lost their structure are reported, not read") {
  std::string line = "Balance sheet As of June 30, 2031 2030 Assets";
  std::string cells;
  for (int i = 0; i < 30; ++i) {
    line += " Item $ 12,345 $ (9,876)";
    cells += "Item number\n\n12,345\n\n(9,876)\n\n";
  }
  for (const auto& text : {line, cells}) {
    const auto document = read_text("Acme Corp\n\n" + text);
    for (const auto& block : document.blocks) CHECK(block.kind != finwh::BlockKind::table);
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].code == "tables-flat");
    CHECK(finwh::read_markdown("Acme Corp\n\n" + text).problems.size() == 1);
  }
  CHECK(read_text("Sales were 1,204 tools and 2,306 parts, and 3,408 of all kinds.\n").problems.empty());
}

TEST_CASE("text: hostile input takes linear time") {
  CHECK(read_text("").blocks.empty());
  CHECK(dump(read_text(std::string("a\0b", 3))) == "P a b\n");
  CHECK(read_text(std::string(2'000'000, '5')).blocks.size() == 1);
  std::string tags;
  for (int i = 0; i < 100'000; ++i) tags += "<TABLE>\n<S> <C>\n<PAGE>\n";
  CHECK(read_text(tags).blocks.size() == 100'000);
  std::string header;
  for (int i = 0; i < 50'000; ++i) header += "                 Words\n          -----\n";
  CHECK_FALSE(read_text(header + "Sales     5,000\nCosts     3,000\nOther       200\n").blocks.empty());
  CHECK_FALSE(read_text("<TABLE>\n" + header + "Sales     5,000\nCosts     3,000\nOther       200\n").blocks.empty());
}
