// Pages made to break a parser, or broken on their way: each ends soon, within its limits, and says what was lost. A cost
// that grows with the square of the size would make these tests run for minutes.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "document/dump.h"
#include "document/html.h"
#include "document/html_events.h"
#include "document/html_table.h"

using namespace finwh;
using finwh_test::dump;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string codes(const Document& document) {
  std::string out;
  for (const auto& problem : document.problems) out += (out.empty() ? "" : " ") + problem.code;
  return out;
}

}  // namespace

TEST_CASE("html limits: deep nesting is read to its end") {
  const auto bold = read_html(repeat("<b>", 50000) + "x");
  CHECK(dump(bold) == "H* x\n");
  CHECK(read_html(repeat("<div>x", 50000)).blocks.size() == 50000);
  const auto tables = read_html(repeat("<table><tr><td>1", 100000) + repeat("</td></tr></table>", 100000));
  CHECK(tables.blocks.size() == 100000);
  CHECK(tables.problems.empty());
  CHECK(read_html(repeat("<table><tr><td>1", 1000)).problems.at(0).code == "document-truncated");
}

TEST_CASE("html limits: more nesting than any page has stops the reading with a problem") {
  CHECK(codes(read_html("<p>a</p>" + repeat("<i>", 1000100) + "x")) == "document-limit");
  const auto soup = read_html("<p>a</p>" + repeat("<b>", 50000) + repeat("</i>", 500000));
  CHECK(dump(soup) == "P a\n");
  CHECK(codes(soup) == "document-limit");
}

TEST_CASE("html limits: spans, rows and cells are bounded") {
  const auto wide = read_html("<table>" + repeat("<tr><td colspan=1000000 rowspan=1000000>1", 20000) + "</table>");
  CHECK(codes(wide) == "document-limit");  // a cell that covers all columns leaves no room for those below
  CHECK(wide.blocks.at(0).table.rows.at(0).cells.at(0).colspan == kMaxSpan);
  CHECK(wide.blocks.at(0).table.rows.at(0).cells.at(0).rowspan == kMaxSpan);

  const auto many = read_html("<table>" + repeat("<tr><td>1<td>2<td>3<td>4", 250000) + "</table><p>after</p>");
  CHECK(codes(many) == "document-limit");
  REQUIRE(many.blocks.size() == 2);
  CHECK(many.blocks[0].table.rows.size() == HtmlTable::kMaxCells / 4);
  CHECK(many.blocks[1].text == "after");

  const auto row = read_html("<table><tr>" + repeat("<td>1", 1000000) + "</table>");
  CHECK(codes(row) == "document-limit");
  CHECK(row.blocks.at(0).table.rows.at(0).cells.size() == kMaxSpan);
}

TEST_CASE("html limits: a page that ends too early says so") {
  struct Row {
    const char* html;
    const char* dump;
    const char* codes;
  };
  const Row rows[] = {
      {"<p>a</p><!-- never closed <p>b</p>", "P a\n", "document-truncated"},
      {"<p>a</p><table><tr><td>1</td><td>2", "P a\nT\n  [1][2]\n", "document-truncated"},
      {"<table><tr><td>1</td></tr></table><p style='tex", "T\n  [1]\n", "document-truncated"},
      {"<table><tr><td>1</td></tr></table>\n", "T\n  [1]\n", ""},
      {"<table><tr><td>1</body>", "T\n  [1]\n", ""},
      {"<html><p>cut in a sent", "P cut in a sent\n", "document-truncated"},
      {"<p>no end tags", "P no end tags\n", ""},
      {"", "", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.html);
    const auto read = read_html(row.html);
    CHECK(dump(read) == row.dump);
    CHECK(codes(read) == row.codes);
  }
}

TEST_CASE("html limits: crafted pages take linear time") {
  const std::function<std::string()> pages[] = {
      [] { return repeat("<!-- x ", 200000); },
      [] { return repeat("<!x", 200000); },
      [] { return repeat("<![CDATA[", 200000); },
      [] { return repeat("<", 500000); },
      [] { return repeat("&<", 300000); },
      [] { return repeat("&aaaaaaaa", 200000); },
      [] { return repeat("<a href=\"x", 200000); },
      [] { return repeat("<p>a", 200000); },
      [] { return repeat("<table></b></i></td>", 50000); },
      [] { return repeat("<a><p></a><table></p>", 30000); },
      [] { return repeat("<pre>x", 200000); },
      [] { return "<table><tr><td>" + repeat("<sup>1</sup>x", 100000); },
      [] { return repeat("\n", 1000000) + "x"; },
      [] { return "<p style='" + repeat("border:(", 200000) + "'>x"; },
  };
  for (const auto& page : pages) {
    const auto html = page();
    CAPTURE(html.substr(0, 20));
    const auto read = read_html(html);
    CHECK(std::all_of(read.blocks.begin(), read.blocks.end(),
                      [&](const Block& block) { return block.span.offset + block.span.length <= html.size(); }));
  }
}

TEST_CASE("html limits: a tag with more attributes than any page has ends the reading") {
  std::string plain = "<p>a</p><b";
  std::string quoted = "<p>a</p><b";
  for (int i = 0; i < 100000; ++i) {
    plain += " a" + std::to_string(i) + "=1";
    quoted += " a" + std::to_string(i) + "='>'";
  }
  CHECK(codes(read_html(plain + ">x")) == "document-limit");
  CHECK(contains(dump(read_html(quoted + ">x")), "P a\n"));
}

TEST_CASE("html limits: any byte may follow any other") {
  std::string noise = "<table><tr><td>";
  unsigned state = 12345;
  for (int i = 0; i < 300000; ++i) {
    state = state * 1103515245U + 12345U;
    noise += static_cast<char>(state >> 16U);
    if (i % 50 == 0) noise += "<td>&#" + std::to_string(state % 70000) + ";</b>";
  }
  const auto read = read_html(noise);
  for (const auto& block : read.blocks) {
    CHECK(is_valid_utf8(block.text));
    for (const auto& row : block.table.rows)
      for (const auto& cell : row.cells) CHECK_UNARY(is_valid_utf8(cell.text));
  }
}

TEST_CASE("html limits: every cut of a page is read and noticed") {
  const std::string page =
      "<html><head><title>T</title></head><body><p style='font-weight:700'>A &amp; B<br>c</p><!-- x --><table border=1><tr>"
      "<th colspan=2>2025</th></tr><tr><td style='padding-left:9pt'>Sales<sup>1</sup></td><td>1,234</td></tr></table></body></html>";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    const auto read = read_html(std::string_view(page).substr(0, size));
    for (const auto& block : read.blocks) CHECK_UNARY(block.span.offset + block.span.length <= size);
    CAPTURE(page.substr(0, size));
    if (size >= 6 && size < page.find("</body>") + 7) CHECK(codes(read) == "document-truncated");
    if (size == page.size()) CHECK(codes(read).empty());
  }
}
