#include "document/html.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "document/dump.h"

using namespace finwh;
using finwh_test::dump;

namespace {

struct Row {
  const char* html;
  const char* dump;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& row : rows) {
    CAPTURE(row.html);
    CHECK(dump(read_html(row.html)) == row.dump);
  }
}

}  // namespace

TEST_CASE("html: block elements are paragraphs, bold or h1 to h6 are headings") {
  check({
      {"<p>One</p><p>Two</p>", "P One\nP Two\n"},
      {"<div>One<div>Two</div>Three</div>", "P One\nP Two\nP Three\n"},
      {"<h2>Results</h2>", "H* Results\n"},
      {"<p><b>Results</b> <strong>2025</strong></p>", "H* Results 2025\n"},
      {"<p><b>Results</b> of 2025</p>", "P Results of 2025\n"},
      {"<p style='font-weight:700'>Results <span style='font-weight:400'>x</span></p>", "P Results x\n"},
      {"<p><font style='FONT: bold 10pt Arial'>Results</font></p>", "H* Results\n"},
      {"<p>One<br>Two</p>", "P One/Two\n"},
      {"<p>One<br><br/>Two<br></p>", "P One\nP Two\n"},
      {"<span>One</span><span style='display:block'>Two</span>", "P One\nP Two\n"},
      {"<ul><li>One<li>Two</ul>", "P One\nP Two\n"},
      {"Loose text <center>Middle</center>", "P Loose text\nP Middle\n"},
  });
}

TEST_CASE("html: inline elements join without inventing spaces") {
  check({
      {"<p>Net<font> </font>sales<sup>1</sup></p>", "P Net sales1\n"},
      {"<p><span>39</span><span>.5</span> &nbsp; <span>%</span></p>", "P 39.5 %\n"},
      {"<p>caf&eacute; &#8212; &#151; &#x2014; &amp;&lt;x&gt; &bogus; AT&T</p>", "P café — — — &<x> &bogus; AT&T\n"},
      {"<p>soft&shy;ware\xE2\x80\x8B</p>", "P software\n"},
      {"<p>one<!-- two -->three</p>", "P onethree\n"},
      {"<p>a <ix:nonFraction name='x'>1,234</ix:nonFraction>b</p>", "P a 1,234b\n"},
  });
}

TEST_CASE("html: what a page hides is dropped") {
  check({
      {"<head><title>T</title><style>p{}</style></head><p>x<script>var a='<p>y</p>'</script></p>", "P x\n"},
      {"<div style='display:none'>no<table><tr><td>1</td></tr></table></div>yes", "P yes\n"},
      {"<ix:header><ix:hidden>no</ix:hidden></ix:header><p>yes</p>", "P yes\n"},
      {"<p>a<span style='visibility: hidden'>b</span>c</p><p hidden>d</p>", "P ac\n"},
      {"<table><tr><td>1</td><td style='display:none'>2</td><td>3</td></tr></table>", "T\n  [1][3]\n"},
      {"<p>x<img alt='no'></p>", "P x\n"},
  });
  const auto document = read_html("<title> Annual\n results </title><p>x");
  REQUIRE(document.header_value("title") != nullptr);
  CHECK(*document.header_value("title") == "Annual results");
}

TEST_CASE("html: page breaks stand between blocks, once, never inside a table") {
  check({
      {"<p>a</p><hr style='page-break-after:always'><p>b</p>", "P a\nbreak\nP b\n"},
      {"<p>a</p><div style='page-break-before: always'>b</div>", "P a\nbreak\nP b\n"},
      {"<p style='page-break-after:always'>a</p><p style='page-break-before:always'>b</p>", "P a\nbreak\nP b\n"},
      {"<p>a</p><PAGE><p>b</p>", "P a\nbreak\nP b\n"},
      {"<p>a</p><hr><p>b</p>", "P a\nP b\n"},
      {"<table><tr style='page-break-before:always'><td>1</td></tr></table>", "T\n  [1]\n"},
  });
}

TEST_CASE("html: cells keep their spans, clamped") {
  check({
      {"<table><tr><td colspan=3>a</td><td rowspan='2'>b</td></tr><tr><td>c</td></tr></table>", "T\n  [<3>a][<r2>b]\n  [c]\n"},
      {"<table><tr><td colspan=0>a<td colspan=-4>b<td colspan=x>c<td colspan=5000>d<td rowspan=99999999999>e</table>",
       "T\n  [a][b][c][<997>d]\n"},
      {"<table><tr><td><p>Three months<br>ended</p><p>March 31,</p></td></tr></table>", "T\n  [Three months ended March 31,]\n"},
      {"<table><thead><tr><td>2025</td></tr></thead><tbody><tr><td>1</td></tr></tbody></table>", "T\n  [h:2025]\n  [1]\n"},
      {"<table><tr><th>2025</th><td align=center><b>x</b></td></tr></table>", "T\n  [h:b:c:2025][b:c:x]\n"},
      {"<table><caption>Sales</caption><tr><td>1</td></tr></table>", "P Sales\nT\n  [1]\n"},
      {"<table><tr><td></td><td> &nbsp; </td></tr></table>x", "P x\n"},
  });
}

TEST_CASE("html: indentation comes from padding, margins and leading no-break spaces") {
  check({
      {"<table><tr><td style='padding:2px 1pt 2px 13pt'>a</td><td style='padding-left:1em'>b</td></tr></table>", "T\n  [{13}a][{10}b]\n"},
      {"<table><tr><td><div style='margin-left:0.25in;text-indent:-9pt'>a</div></td></tr></table>", "T\n  [{9}a]\n"},
      {"<table><tr><td>&nbsp;&nbsp;&#160;a</td><td style='padding-left:9pt'>&nbsp;</td></tr></table>", "T\n  [{9}a][]\n"},
  });
}

TEST_CASE("html: a cell's text-indent is its paragraphs' own, not added to theirs") {
  check({{"<table><tr><td style='text-indent:20pt'><p style='margin-left:20pt;text-indent:0'>a<td style='text-indent:9pt'><p>b</table>",
          "T\n  [{20}a][{9}b]\n"}});
}

TEST_CASE("html: a line drawn over a cell comes from its border, the border above, <hr> or underlined figures") {
  check({
      {"<table><tr><td>1<tr><td style='border-top:1pt solid #000'>2</table>", "T\n  [1]\n  [u:2]\n"},
      {"<table><tr><td>a<td style='border-bottom:1px double black'>1<tr><td>b<td>2</table>", "T\n  [a][1]\n  [b][u:2]\n"},
      {"<table><tr><td style='border-bottom:none'>1<tr><td style='border-top:0pt solid black'>2</table>", "T\n  [1]\n  [2]\n"},
      {"<table><tr><td>1<tr><td><hr></td></tr><tr><td>2</table>", "T\n  [1]\n  []\n  [u:2]\n"},
      {"<table><tr><td>1<tr><td style='border-top:2px solid'></td></tr><tr><td>2</table>", "T\n  [1]\n  [u:]\n  [u:2]\n"},
      {"<table><tr><td><u>Assets</u><td><u>12</u><tr><td>a<td>2</table>", "T\n  [Assets][12]\n  [a][u:2]\n"},
      {"<table><tr><td rowspan=2 style='border-bottom:1px solid'>a<td>1<tr><td>2<tr><td>b<td>3</table>",
       "T\n  [<r2>a][1]\n  [2]\n  [u:b][3]\n"},
      {"<table><tr style='border-top:1px solid'><td>1</table>", "T\n  [u:1]\n"},
      {"<table><tr><td><p style='border-bottom:1px solid'>1</p><tr><td>2</table>", "T\n  [1]\n  [u:2]\n"},
  });
}

TEST_CASE("html: superscripts are byte ranges of the text") {
  check({
      {"<table><tr><td>Sales<sup>(1)(2)</sup> net</table>", "T\n  [Sales(1)(2) net^5-11]\n"},
      {"<table><tr><td>Sales <span style='vertical-align:super;font-size:6pt'>a</span></table>", "T\n  [Sales a^6-7]\n"},
      {"<table><tr><td><font style='font-size:9pt'>Café<font style='font-size:6pt;position:relative;top:-3pt'>2</font></font></table>",
       "T\n  [Café2^5-6]\n"},
      {"<table><tr><td>Sales<span style='font-size:65%;vertical-align:top'>(a)</span></table>", "T\n  [Sales(a)^5-8]\n"},
      {"<table><tr><td>Sales<span style='font-size:0.7em;position:relative;top:-3pt'>1</span></table>", "T\n  [Sales1^5-6]\n"},
      {"<table><tr><td style='font-size:10pt'>Sales<span style='font-size:10pt;vertical-align:top'>1</span></table>", "T\n  [Sales1]\n"},
      {"<table><tr><td style='vertical-align:super'>x<span style='position:relative;top:0pt'>y</span></table>", "T\n  [xy]\n"},
  });
}

TEST_CASE("html: a table that holds tables is layout") {
  check({
      {"<table><tr><td><p>Intro</p><table><tr><td>1</td></tr></table>after</td><td>beside</td></tr></table>",
       "P Intro\nT\n  [1]\nP after\nP beside\n"},
      {"<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td><table><tr><td>2</td></tr></table></td></tr><tr><td>c</td><td>3</td></tr></"
       "table>",
       "T\n  [a][1]\nP b\nT\n  [2]\nT\n  [c][3]\n"},
      {"<table><tr><td><table><tr><td><table><tr><td>1</table></table></table>", "T\n  [1]\n"},
  });
}

TEST_CASE("html: tag soup in a table does not leak from cell to cell") {
  check({
      {"<table><tr><td><font><b>a<td>1<tr><td>b<td>2</table>x", "T\n  [b:a][1]\n  [b][2]\nP x\n"},
      {"<td>1</td>", "P 1\n"},
      {"<table>stray<tr>text<td>1</td></tr></table>", "P stray\nP text\nT\n  [1]\n"},
      {"</td></tr></table><p>x</p></div>", "P x\n"},
  });
}

TEST_CASE("html: spans lead to the bytes of the text, whatever stands between") {
  const std::string html =
      "<html><!-- é -->\r\n<body>\f<p>&nbsp; <b>Net</b></bogus> sales<br>\n2025 </p>\n<table>\n<tr><td> &#8220;Total&#8221;</td>\n"
      "<td style='x'><!-- c -->$&nbsp;</font>1,234<sup>(1)</sup> </td><td>\xE2\x80\x94</td><td> </td></tr></table>" +
      ("<p>" + std::string(999, 'x') + "\xC3\xA9" + std::string(1500, 'y') + "z</p>");
  const auto document = read_html(html, Span{100, 0, 7});
  const auto at = [&](const Span& span) { return html.substr(span.offset - 100, span.length); };
  REQUIRE(document.blocks.size() == 3);
  CHECK(at(document.blocks[0].span) == "Net</b></bogus> sales<br>\n2025");
  CHECK(document.blocks[0].span.line == 8);
  const auto& row = document.blocks[1].table.rows.at(0);
  REQUIRE(row.cells.size() == 4);
  CHECK(at(row.cells[0].span) == "&#8220;Total&#8221;");
  CHECK(row.cells[0].span.line == 11);
  CHECK(at(row.cells[1].span) == "$&nbsp;</font>1,234<sup>(1)");
  CHECK(row.cells[1].span.line == 12);
  CHECK(at(row.cells[2].span) == "\xE2\x80\x94");
  CHECK(row.cells[3].span.length == 0);
  CHECK(row.cells[3].span.line == 12);
  CHECK(at(row.span).starts_with("&#8220;"));
  CHECK(document.blocks[1].span == row.span);
  CHECK(at(document.blocks[2].span) == document.blocks[2].text);
}
