#include "document/html_pre.h"

#include <doctest/doctest.h>

#include "document/dump.h"
#include "document/html.h"

using namespace finwh;
using finwh_test::dump;

TEST_CASE("html: fixed-width text is read as text, its mark-up taken out, its places kept") {
  const std::string html =
      "<html><body><p>Before</p>\n<pre>\n"
      "First &amp; only\n"
      "\n"
      "                      <b>2025</b>      2024\n"
      "                    ------    ------\n"
      "Sales &amp; other        $  <u>12</u>      $ 110\n"
      "Costs                    4&nbsp;&nbsp;&nbsp;&nbsp;     50\n"
      "</pre><p>After</p></body></html>";
  const auto read = read_html(html, Span{1000, 0, 1});
  REQUIRE(read.blocks.size() >= 4);
  CHECK(read.blocks.front().text == "Before");
  CHECK(read.blocks[1].text == "First & only");
  CHECK(html.substr(read.blocks[1].span.offset - 1000, read.blocks[1].span.length) == "First &amp; only");
  CHECK(read.blocks.back().text == "After");
  const auto* table = &read.blocks.front();
  for (const auto& block : read.blocks)
    if (block.kind == BlockKind::table) table = &block;
  REQUIRE(table->kind == BlockKind::table);
  const auto& row = table->table.rows.at(table->table.rows.size() - 2);
  CHECK(row.cells.at(0).text == "Sales & other");
  CHECK(html.substr(row.cells[0].span.offset - 1000, row.cells[0].span.length) == "Sales &amp; other");
  CHECK(row.cells.at(1).text.ends_with("12"));
  CHECK(row.cells.at(1).span.line == 7);
  CHECK(html.substr(row.cells[1].span.offset - 1000, row.cells[1].span.length).ends_with("12"));
}

TEST_CASE("html: SGML tables inside fixed-width text stay tables") {
  const auto read = read_html(
      "<pre>\n<TABLE>\n<CAPTION>\n               2025     2024\n<S>            <C>      <C>\n"
      "Net sales     $ 120    $ 110\nCosts            40       50\n</TABLE>\n</pre>\n<p>After</p>");
  const auto shown = dump(read);
  CHECK(shown.find("Net sales") != std::string::npos);
  CHECK(shown.find("<S>") == std::string::npos);
  CHECK(shown.ends_with("P After\n"));
}

TEST_CASE("html: what fixed-width text leaves open does not hide the rest of the page") {
  CHECK(dump(read_html("<pre>one<font><b></pre><p>two</p>")) == "P one\nP two\n");
  CHECK(dump(read_html("<pre>one <table><s><c> </pre><p>two</p>")).ends_with("P two\n"));
  CHECK(dump(read_html("<table><tr><td><pre>12</pre></td></tr></table>")) == "T\n  [12]\n");
  CHECK(dump(read_html("<pre>one")) == "P one\n");
}
