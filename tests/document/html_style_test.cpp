#include "document/html_style.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

namespace {

std::string dump(const CssStyle& style) {
  std::string out;
  const auto mark = [&](bool on, const std::string& name) {
    if (on) out += (out.empty() ? "" : " ") + name;
  };
  mark(style.display == CssStyle::Display::none, "none");
  mark(style.display == CssStyle::Display::block, "block");
  mark(style.display == CssStyle::Display::inline_flow, "inline");
  mark(style.invisible, "invisible");
  if (style.bold) mark(true, *style.bold ? "bold" : "not-bold");
  if (style.centered) mark(true, *style.centered ? "centered" : "not-centered");
  mark(style.underlined, "underlined");
  mark(style.rule_above, "above");
  mark(style.rule_below, "below");
  mark(style.break_before, "break-before");
  mark(style.break_after, "break-after");
  mark(style.raised, "raised");
  mark(style.shifted_up, "up");
  mark(style.smaller_font, "smaller");
  mark(style.indent != 0, "indent " + std::to_string(style.indent));
  if (style.text_indent) mark(true, "first-line " + std::to_string(*style.text_indent));
  if (style.font_size) mark(true, "size " + std::to_string(*style.font_size));
  return out;
}

}  // namespace

TEST_CASE("html style: the declarations that mean something are read, in any case and spacing") {
  struct Row {
    const char* style;
    const char* dump;
  };
  const Row rows[] = {
      {"", ""},
      {"color:red;;x:y;nothing", ""},
      {"DISPLAY : None !important", "none"},
      {"display:inline-block", "inline"},
      {"visibility:hidden", "invisible"},
      {"font-weight:600", "bold"},
      {"font-weight:500", "not-bold"},
      {"font: italic bold 9.5pt/11pt 'Times New Roman'", "bold size 95"},
      {"text-align:center", "centered"},
      {"text-align:right", "not-centered"},
      {"text-decoration: underline", "underlined"},
      {"border-top:1pt solid #000", "above"},
      {"border-bottom: 3px double rgb(0, 0, 0)", "below"},
      {"border:1px solid black;border-bottom:none", "above"},
      {"border-top:0.5pt solid #ffffff;border-bottom:0 solid black", ""},
      {"border-top-style:solid", "above"},
      {"page-break-before:always", "break-before"},
      {"break-after: page", "break-after"},
      {"page-break-after:avoid", ""},
      {"vertical-align:super;font-size:65%", "raised smaller"},
      {"position:relative;top:-3.5pt;font-size:6.5pt", "up size 65"},
      {"position:relative;top:3.5pt", ""},
      {"top:-3pt", ""},
      {"padding:2px 1pt 2px 19pt", "indent 190"},
      {"padding:1pt 9pt", "indent 90"},
      {"padding-left:9pt;margin-left:0.25in;text-indent:-9pt", "indent 270 first-line -90"},
      {"padding-left:5%", ""},
      {"font-size:12px", "size 90"},
      {"font-size:1.2em", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.style);
    CHECK(dump(parse_style(row.style)) == row.dump);
  }
}

TEST_CASE("html style: a style seen before reads the same again") {
  CssStyles styles;
  for (int i = 0; i < 3; ++i) CHECK(dump(styles.read("font-weight:bold")) == "bold");
  CHECK(dump(styles.read("font-weight:400")) == "not-bold");
}
