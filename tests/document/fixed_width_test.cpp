#include "document/fixed_width.h"

#include <doctest/doctest.h>

#include <string>

#include "document/dump.h"
#include "document/fixed_width_line.h"

using finwh_test::dump;

namespace {

std::string read(const std::string& text, bool marked = false) {
  finwh::Document document;
  const auto lines = finwh::split_lines(text, {});
  finwh::read_fixed_width(lines, 0, lines.size(), document, marked);
  return dump(document);
}

}  // namespace

TEST_CASE("fixed width: the shape of a figure") {
  struct Row {
    const char* text;
    const char* dump;
  };
  const Row rows[] = {
      {"1,204", "figure"},
      {"$ (1,204)", "figure"},
      {"12.5 %", "figure"},
      {"$205 - $230", "figure"},
      {"$1.117-$1.121 billion", "figure"},
      {"(7) bps", "figure"},
      {"--", "nil"},
      {"n/a", "nil"},
      {"$ --", "nil"},
      {"* %", "nil"},
      {"2031", "year"},
      {"EUR 42.3", "figure"},
      {"(0.05)", "figure"},
      {"31,", "words"},
      {"June 30", "words"},
      {"4Q31", "words"},
      {"(TEU) (1)", "words"},
      {"(646) 856-8734", "words"},
      {"31,2031", "words"},
      {"Note 1 to all", "words"},
      {"8.6 pts", "figure"},
      {"0.40x", "figure"},
      {"12(1)", "figure"},
      {"(40) (a)", "figure"},
      {"-8.4%", "figure"},
      {"a", "words"},
      {"May 5", "words"},
      {"", "words"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto piece = finwh::as_figure(row.text);
    CHECK(std::string(!piece.figure ? "words" : piece.year ? "year" : piece.nil ? "nil" : "figure") == row.dump);
  }
}

TEST_CASE("fixed width: rules give the columns, headers stand over them") {
  CHECK(read("                       Acme Corp\n"
             "                 Statement of Income\n"
             "                   (in thousands)\n"
             "\n"
             "                  Three Months Ended      Year Ended\n"
             "                       June 30,            June 30,\n"
             "                 --------------------  ----------------\n"
             "                   2031       2030      2031     2030\n"
             "                 ---------  ---------  -------  -------\n"
             "Net sales        $   5,148  $   4,316  $22,486  $18,951\n"
             "Cost of goods\n"
             " sold               (3,335)    (2,733)  (9,580)  (8,002)\n"
             "                 ---------  ---------  -------  -------\n"
             "  Gross profit       1,813      1,583   12,906   10,949\n"
             "                 =========  =========  =======  =======\n"
             "\n"
             "(1) A note that is long enough to be wrapped by the writer of\n"
             "    this page over two lines.\n") ==
        "H Acme Corp/Statement of Income/(in thousands)\n"
        "T\n"
        "  [h:][<2>h:Three Months Ended][<2>h:Year Ended]\n"
        "  [h:][<2>h:June 30,][<2>h:June 30,]\n"
        "  [h:][h:2031][h:2030][h:2031][h:2030]\n"
        "  [Net sales][$ 5,148][$ 4,316][$22,486][$18,951]\n"
        "  [Cost of goods sold][(3,335)][(2,733)][(9,580)][(8,002)]\n"
        "  =[{2}Gross profit][u:1,813][u:1,583][u:12,906][u:10,949]\n"
        "P (1) A note that is long enough to be wrapped by the writer of this page over two lines.\n");
}

TEST_CASE("fixed width: a narrow label column wraps its labels, a heading stays a row of its own") {
  CHECK(read("Costs and\n"
             "expenses\n"
             " Cost of tools\n"
             "  sold             (335)   (273)\n"
             " Selling,\n"
             "  general and\n"
             "  other            (803)   (737)\n"
             "Ahead of tax         12      11\n"
             "Net sales\n"
             " Product           9,530   9,726\n"
             " Service             618     590\n"
             "Less: Large\n"
             " Items (in\n"
             " '000s)               25      (4)\n"
             "Basic:\n"
             " Going on           0.05    0.50\n"
             "Speed (ex Old       4.00    3.00\n"
             "Name)\n"
             "Total               1.00    2.00\n") ==
        "T\n"
        "  [Costs and expenses][][]\n"
        "  [{1}Cost of tools sold][(335)][(273)]\n"
        "  [{1}Selling, general and other][(803)][(737)]\n"
        "  [Ahead of tax][12][11]\n"
        "  [Net sales][][]\n"
        "  [{1}Product][9,530][9,726]\n"
        "  [{1}Service][618][590]\n"
        "  [Less: Large Items (in '000s)][25][(4)]\n"
        "  [Basic:][][]\n"
        "  [{1}Going on][0.05][0.50]\n"
        "  [Speed (ex Old Name)][4.00][3.00]\n"
        "  [Total][1.00][2.00]\n");
}

TEST_CASE("fixed width: columns without rules, a space between two figures, a sub-table with wider labels") {
  CHECK(read("                       Jun 30,  Mar 31,\n"
             "                        2031     2030\n"
             "    Revenues            $694  $14,327\n"
             "    Loss               $(370) $(5,267)\n"
             "    Margin %            44.5%    31.2%\n") ==
        "T\n  [h:][h:Jun 30,][h:Mar 31,]\n  [h:][h:2031][h:2030]\n  [{4}Revenues][$694][$14,327]\n"
        "  [{4}Loss][$(370)][$(5,267)]\n  [{4}Margin %][44.5%][31.2%]\n");
  CHECK(read("              Tools   Parts   Total\n"
             "------------  ------  ------  -------\n"
             "Sales            237      20      257\n"
             "Days           6,467     775        -\n"
             "------------  ------  ------  -------\n"
             "Balance sheet measures        At June\n"
             "----------------------------  -------\n"
             "Cash and what is like it          453\n"
             "Debt                              744\n") ==
        "T\n  [h:][h:Tools][h:Parts][h:Total]\n  [Sales][237][20][257]\n  [Days][6,467][775][-]\n"
        "  [<3>h:Balance sheet measures][h:At June]\n  [<3>Cash and what is like it][453]\n  [Debt][][][744]\n");
}

TEST_CASE("fixed width: units that were wrapped below their figures join them") {
  CHECK(read("              Q1       Q2\n"
             "           -------  -------\n"
             "Sales          117      127\n"
             "Gross                 (790)\n"
             " margin %    61.1%      bps\n"
             "Profit %     32.9%   30 bps\n") ==
        "T\n  [h:][h:Q1][h:Q2]\n  [Sales][117][127]\n  [Gross margin %][61.1%][(790) bps]\n  [Profit %][32.9%][30 bps]\n");
}

TEST_CASE("fixed width: a part of a table that is set in widths of its own is read by the order of its figures") {
  CHECK(read("                   2031        2030        2029\n"
             "                ----------  ----------  ----------\n"
             "Gross margin    $   71,753  $   87,688  $  118,947\n"
             "Adjusted        $   72,896  $   87,631  $  120,058\n"
             "\n"
             "Margin in percent\n"
             "Gross margin     61.1%   69.0%   69.7%\n"
             "Adjusted         62.1%   69.0%   70.4%\n") ==
        "T\n  [h:][h:2031][h:2030][h:2029]\n  [Gross margin][$ 71,753][$ 87,688][$ 118,947]\n"
        "  [Adjusted][$ 72,896][$ 87,631][$ 120,058]\n  [<2>Margin in percent][][]\n"
        "  [Gross margin][61.1%][69.0%][69.7%]\n  [Adjusted][62.1%][69.0%][70.4%]\n");
}

TEST_CASE("fixed width: a cell's span is its own line, a wrapped label's covers its lines") {
  const std::string text = "               2031   2030\nCost of\n sales           12     11\nOther            13     14\n";
  finwh::Document document;
  const auto lines = finwh::split_lines(text, {1000, 0, 7});
  finwh::read_fixed_width(lines, 0, lines.size(), document);
  REQUIRE(document.blocks.size() == 1);
  const auto& row = document.blocks[0].table.rows.at(1);
  CHECK(text.substr(row.cells[0].span.offset - 1000, row.cells[0].span.length) == "Cost of\n sales");
  CHECK(row.cells[0].span.line == 8);
  CHECK(text.substr(row.cells[2].span.offset - 1000, row.cells[2].span.length) == "11");
  CHECK(row.cells[2].span.line == 9);
}

TEST_CASE("fixed width: prose, lists and contacts are no tables") {
  const char* texts[] = {
      "Net sales were 5,000 in the year, and the loss was  $631,000 in all.\nIn the year before it had been  $700,000 or so.\n",
      ("Press Contact:           Analyst Contact:\nAnn Example              Bob Example\n"
       "(646) 555-0134          (312) 555-0186\nann@x.example           bob@x.example\n"),
      "1.  The first of two points\n2.  The second of two points\n",
      "                                  2\n\n                                  3\n",
      "(1)    Range for the year\n(2)    Range for the next\n",
  };
  for (const auto* text : texts) {
    CAPTURE(text);
    CHECK(read(text).find("T\n") == std::string::npos);
  }
}

TEST_CASE("fixed width: hostile input takes linear time") {
  std::string labels;
  for (int i = 0; i < 100'000; ++i) labels += "Label of\n";
  CHECK_FALSE(read(labels + "sum       12    13\nTotal     12    13\n").empty());
  std::string wide;
  for (int i = 0; i < 300'000; ++i) wide += " 1,204 ";
  CHECK_FALSE(read(wide + "\n" + wide + "\n").empty());
  std::string many;
  for (int i = 0; i < 60'000; ++i) many += "a   12    13\n\n----  ---\nb  Words over it\n";
  CHECK_FALSE(read(many).empty());
  std::string tables;
  for (int i = 0; i < 20'000; ++i)
    tables += "Title\n\n\n\n             2031   2030\nSales          12     13\nCosts          11     10\n\n\n\n";
  CHECK_FALSE(read(tables).empty());
  std::string dots(500'000, '.');
  CHECK_FALSE(read("Sales " + dots + "\n").empty());
}

TEST_CASE("fixed width: headings that were wrapped in a narrow column are whole") {
  CHECK(read("                     2031      2030\n"
             "                   --------  --------\n"
             "Cash Flows from\n"
             "Operating\n"
             "Activities\n"
             " Income before\n"
             "  tax                11,441    12,325\n"
             " Depreciation &\n"
             "  amortization       15,360    15,043\n"
             "                   --------  --------\n"
             "CASH FLOWS FROM\n"
             " INVESTING\n"
             " ACTIVITIES\n"
             "   Purchases of\n"
             "    property          5,420     4,299\n"
             "   Less:\n"
             "    Acquisition-\n"
             "    related costs       669     1,116\n"
             "                   --------  --------\n"
             "Liabilities and\n"
             "Stockholders'\n"
             "Equity\n"
             "  Trade payables        669     1,116\n") ==
        "T\n"
        "  [h:][h:2031][h:2030]\n"
        "  [Cash Flows from Operating Activities][][]\n"
        "  [{1}Income before tax][11,441][12,325]\n"
        "  [{1}Depreciation & amortization][15,360][15,043]\n"
        "  =[CASH FLOWS FROM INVESTING ACTIVITIES][][]\n"
        "  [{3}Purchases of property][5,420][4,299]\n"
        "  [{3}Less: Acquisition-related costs][669][1,116]\n"
        "  =[Liabilities and Stockholders' Equity][][]\n"
        "  [{2}Trade payables][669][1,116]\n");
}

TEST_CASE("fixed width: a statement's title with heads of columns below it opens a table of its own") {
  CHECK(read("                      Q2       Q2      %\n"
             "                    2031     2030   change\n"
             "Sales              412.0    398.5      3.4\n"
             "Costs             (201.4)  (190.2)\n"
             "BALANCE SHEET\n"
             "                 30 June    31 Dec.\n"
             "                    2031       2030\n"
             "Tools              610.2      622.0\n"
             "Cash                44.0       51.7\n") ==
        "T\n  [h:][h:Q2][h:Q2][h:%]\n  [h:][h:2031][h:2030][h:change]\n  [Sales][412.0][398.5][3.4]\n  [Costs][(201.4)][(190.2)][]\n"
        "H BALANCE SHEET\n"
        "T\n  [h:][h:30 June][h:31 Dec.]\n  [h:][h:2031][h:2030]\n  [Tools][610.2][622.0]\n  [Cash][44.0][51.7]\n");
}

TEST_CASE("fixed width: a title between blank lines with heads of columns below it opens a table of its own") {
  CHECK(read("                Low      High\n"
             "             --------  --------\n"
             "Sales        $   61.0  $   62.5\n"
             "Income       $    5.5  $    6.5\n"
             "\n"
             "Further Data\n"
             "\n"
             "               Q3'31     Q2'31     Q1'31\n"
             "             --------  --------  --------\n"
             "Customers       4,118     3,990     3,850\n"
             "Stores            108       107       106\n") ==
        "T\n  [h:][h:Low][h:High]\n  [Sales][$ 61.0][$ 62.5]\n  [Income][$ 5.5][$ 6.5]\nP Further Data\n"
        "T\n  [h:][h:Q3'31][h:Q2'31][h:Q1'31]\n  [Customers][4,118][3,990][3,850]\n  [Stores][108][107][106]\n");
}

TEST_CASE("fixed width: spaces part thousands where figures show it and no comma does") {
  CHECK(read("               Jan-Mar     Jan-Mar   Full year\n"
             "SEK m             2031        2030        2030\n"
             "Sales          1 204.5     1 118.2     4 690.1\n"
             "Costs           -802.1      -750.4    -3 130.9\n"
             "Stores              98         101         104\n") ==
        "T\n  [h:][h:Jan-Mar][h:Jan-Mar][h:Full year]\n  [h:SEK m][h:2031][h:2030][h:2030]\n  [Sales][1 204.5][1 118.2][4 690.1]\n"
        "  [Costs][-802.1][-750.4][-3 130.9]\n  [Stores][98][101][104]\n");
  CHECK(read("             2031 2030\n"
             "Sales       1,204 980\n"
             "Stores         98 101\n"
             "Offices        12 104\n") == "T\n  [h:][h:2031][h:2030]\n  [Sales][1,204][980]\n  [Stores][98][101]\n  [Offices][12][104]\n");
}
