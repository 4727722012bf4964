#include "document/markdown.h"

#include <doctest/doctest.h>

#include <string>

#include "document/dump.h"

using finwh::read_markdown;
using finwh_test::dump;

TEST_CASE("markdown: blocks") {
  struct Row {
    const char* source;
    const char* dump;
  };
  const Row rows[] = {
      {"**Acme Corp**  \n**Balance Sheets**  \n(in thousands)\n\nText of\ntwo lines.\n",
       "H Acme Corp/Balance Sheets/(in thousands)\nP Text of two lines.\n"},
      {"# Results\n## Outlook ##\n#hash\n", "H Results\nH Outlook\nP #hash\n"},
      {"Results\n=======\nOutlook\n---\nEnd\n", "H Results\nH Outlook\nP End\n"},
      {"one\n\n---\n\n* * *\ntwo\n", "P one\nP two\n"},
      {"* first\n  goes on\n* second\n  + inner\n\n1. numbered\n(1) note\n",
       "P first goes on\nP second\nP inner\nP 1. numbered (1) note\n"},
      {"> quoted\n", "P quoted\n"},
      {"**Note A: Items.** We leave out items.\n", "P Note A: Items. We leave out items.\n"},
      {"a\n\f\nb\n", "P a\nbreak\nP b\n"},
      {"\xEF\xBB\xBF# Title\r\n\r\ntext\r\n", "H Title\nP text\n"},
      {"&nbsp;\n\n\n", ""},
      {"\xE2\x80\xA2\tfirst point of the list\n\xE2\x80\xA2\tsecond\n", "P \xE2\x80\xA2 first point of the list \xE2\x80\xA2 second\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    CHECK(dump(read_markdown(row.source)) == row.dump);
  }
}

TEST_CASE("markdown: lines with tabs are a table, every tab a boundary") {
  const auto document = read_markdown(
      "**Acme Corp**  \n(in thousands)\n\n"
      "\tYear Ended June 30,\t\n\t2031\t2030\nRevenues:\t\t\nProduct\t\\$ 512\t\\$ 498\nnot a cell\n  Total\t<u>1,024</u>\t<b>996</b>\n\n"
      "\t\t2031\nOther\tA/B\t-\n");
  CHECK(dump(document) ==
        "H Acme Corp/(in thousands)\n"
        "T\n  [][Year Ended June 30,][]\n  [][2031][2030]\n  [Revenues:][][]\n  [Product][$ 512][$ 498]\n  [not a cell]\n"
        "  [{2}Total][u:1,024][b:996]\n"
        "T\n  [][][2031]\n  [Other][A/B][-]\n");
}

TEST_CASE("markdown: a cell's span is the cell as in the source") {
  const std::string source = "text\n\nProduct\t<u>\\$ 512</u>\t 7 \n";
  const auto document = read_markdown(source, {100, 0, 9});
  const auto& row = document.blocks.at(1).table.rows.at(0);
  const auto& cell = row.cells.at(1);
  CHECK(source.substr(cell.span.offset - 100, cell.span.length) == "<u>\\$ 512</u>");
  CHECK(cell.span.line == 11);
  CHECK(source.substr(row.cells.at(2).span.offset - 100, row.cells.at(2).span.length) == "7");
  CHECK(document.blocks.at(0).span == finwh::Span{100, 4, 9});
}

TEST_CASE("markdown: pipe tables") {
  struct Row {
    const char* source;
    const char* dump;
  };
  const Row rows[] = {
      {"| a | b |\n| --- | ---: |\n| c | d |\n", "T\n  [h:a][h:b]\n  [c][d]\n"},
      {"a | b\n--- | ---\nc | d\n\nx | y\n", "T\n  [h:a][h:b]\n  [c][d]\nP x | y\n"},
      {"| a \\| b |  |\n|  |  |\n| c |\n", "T\n  [a | b][]\n  [][]\n  [c]\n"},
      {"| &nbsp;&nbsp;Basic | **1** |\n", "T\n  [{2}Basic][b:1]\n"},
      {"text\n| a | b |\ntext\n", "P text\nT\n  [a][b]\nP text\n"},
      // cells that were merged: no blank at all, or a narrower blank than empty cells have
      {"|  | **Year** ||| x |\n| c | 1 | 2 | 3 | 4 |\n", "T\n  [][<3>b:Year][x]\n  [c][1][2][3][4]\n"},
      {"|  | 2031 | |  |\n| c | $ | 5 |  |\n", "T\n  [][<2>2031][]\n  [c][$][5][]\n"},
      // rows without outer pipes: a pipe at the start follows an empty cell
      {"| 2031 | 2030  \n---|---|---  \nSales | 5 | 4  \n", "T\n  [h:][h:2031][h:2030]\n  [Sales][5][4]\n"},
      {"---|---  \nSales | 5  \n", "T\n  [Sales][5]\n"},
      // cells that a converter wrote once for each column that they spanned
      {"| Per share: | Per share: | Per share: |\n| Basic | 1 | 2 |\n", "T\n  [<3>Per share:]\n  [Basic][1][2]\n"},
      {"| NM | NM |\n", "T\n  [NM][NM]\n"},
      {"| | 2031 | 2031 | 2030 |\n| a | 5 | 5 | 4 |\n| b | 6 | 6 | 6 |\n| c | 7 | 7 | 3 |\n",
       "T\n  [][<2>2031][2030]\n  [a][<2>5][4]\n  [b][<2>6][6]\n  [c][<2>7][3]\n"},
      {"|a||b|\n|c|d|e|\n", "T\n  [a][][b]\n  [c][d][e]\n"},
      {"| a | | b |\n| c | d | e |\n", "T\n  [a][][b]\n  [c][d][e]\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    CHECK(dump(read_markdown(row.source)) == row.dump);
  }
}

TEST_CASE("markdown: an HTML table in the text is read as HTML, at its place in the file") {
  const std::string source = "Text\n<table>\n<tr><td>Sales</td><td>512</td></tr>\n</table>\nMore *text*\n";
  const auto document = read_markdown(source);
  CHECK(dump(document) == "P Text\nT\n  [Sales][512]\nP More text\n");
  const auto& cell = document.blocks.at(1).table.rows.at(0).cells.at(1);
  CHECK(source.substr(cell.span.offset, cell.span.length) == "512");
  CHECK(cell.span.line == 3);
}

TEST_CASE("markdown: front matter gives title and date") {
  const auto document =
      read_markdown("---\ntitle: \"Acme \\\"A\\\" Reports\"\ndate: \"2031-02-11 07:17:00\"\ntags:\n  - \"news\"\n---\n\nText\n");
  REQUIRE(document.header_value("title") != nullptr);
  CHECK(*document.header_value("title") == "Acme \"A\" Reports");
  REQUIRE(document.header_value("date") != nullptr);
  CHECK(*document.header_value("date") == "2031-02-11");
  CHECK(dump(document) == "P Text\n");
  CHECK(dump(read_markdown("---\n\nText\n\n---\n")) == "P Text\n");
}

TEST_CASE("markdown: the header of a converted submission") {
  const auto document = read_markdown(
      "## Filing\n**CONFORMED PERIOD OF REPORT**: 20310225\n\n**FILED AS OF DATE**: 20310226\n\n- **COMPANY CONFORMED NAME:** ACME CORP\n"
      "- **CENTRAL INDEX KEY:** 0000012345\n- **FISCAL YEAR END:** 0125\n- **FORMER CONFORMED NAME:** ACME LTD\n");
  const auto value = [&](const char* key) { return document.header_value(key) == nullptr ? "none" : *document.header_value(key); };
  CHECK(value("company") == "ACME CORP");
  CHECK(value("cik") == "12345");
  CHECK(value("filed") == "2031-02-26");
  CHECK(value("period") == "2031-02-25");
  CHECK(value("fiscal-year-end") == "01-25");
}

TEST_CASE("markdown: hostile input ends with a document and a problem") {
  const auto fence = read_markdown("text\n```\ninside\n");
  CHECK(dump(fence) == "P text\nP inside\n");
  REQUIRE(fence.problems.size() == 1);
  CHECK(fence.problems[0].code == "document-truncated");

  CHECK(read_markdown(std::string(100'000, '|')).blocks.size() == 1);
  const auto wide = read_markdown(std::string(3'000'000, '|'));
  CHECK(wide.blocks.empty());
  REQUIRE(wide.problems.size() == 1);
  CHECK(wide.problems[0].code == "document-limit");

  std::string deep;
  for (int i = 0; i < 50'000; ++i) deep += "**a *b [c ";
  CHECK(read_markdown(deep).blocks.size() == 1);
  CHECK(read_markdown(std::string(1'000'000, 'x')).blocks.at(0).text.size() == 1'000'000);
  CHECK(dump(read_markdown(std::string("a\0b\0", 4))) == "P a b\n");
  std::string fences;
  for (int i = 0; i < 50'000; ++i) fences += "```\n~~~\n";
  CHECK(read_markdown(fences).blocks.size() <= 50'000);
  CHECK(read_markdown("").blocks.empty());
}
