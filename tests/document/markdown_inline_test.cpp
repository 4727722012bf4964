#include "document/markdown_inline.h"

#include <doctest/doctest.h>

#include <string>

using finwh::LineBreaks;
using finwh::resolve_inline;

namespace {

std::string dump(const char* source, LineBreaks breaks = LineBreaks::space) {
  const auto result = resolve_inline(source, breaks);
  std::string out = result.bold ? "b:" : "";
  if (result.underlined) out += "u:";
  for (const char c : result.text) out += c == '\n' ? '/' : c;
  for (const auto& [from, to] : result.superscripts) out += " ^" + result.text.substr(from, to - from);
  return out;
}

}  // namespace

TEST_CASE("markdown inline: markup is resolved and text stays") {
  struct Row {
    const char* source;
    const char* dump;
  };
  const Row rows[] = {
      {"plain  text", "plain text"},
      {"\\$ 1,204", "$ 1,204"},
      {"<u>\\$ 88</u>", "u:$ 88"},
      {"<u>88</u> x", "88 x"},
      {"<b>Total</b>", "b:Total"},
      {"**Total**", "b:Total"},
      {"***Results*** ***(1)***", "b:Results (1)"},
      {"*(in millions)*", "(in millions)"},
      {"*(**in millions**)*", "(in millions)"},
      {"$**5102**", "$5102"},
      {"**Net income\\*\\***", "b:Net income**"},
      {"*", "*"},
      {"**", "**"},
      {"\\*\\*", "**"},
      {"5 * 3", "5 * 3"},
      {"** Not meaningful", "** Not meaningful"},
      {"**Total **", "b:Total"},
      {"**Note:**more", "Note:more"},
      {"snake_case_name and _stress_", "snake_case_name and stress"},
      {"______", "______"},
      {"[Annual report](http://x.example/a_(b).htm) out", "Annual report out"},
      {"see <http://x.example/a>.", "see http://x.example/a."},
      {"![logo](a.jpg)Text", "Text"},
      {"[3] and [a] (b)", "[3] and [a] (b)"},
      {"AT&amp;T &#8212; &nbsp;&lt;5&gt; &bogus; R&D", "AT&T — <5> &bogus; R&D"},
      {"March 31,<br>2024", "March 31, 2024"},
      {"Revenue<sup>(1)</sup>", "Revenue(1) ^(1)"},
      {"Revenue[^2] up", "Revenue2 up ^2"},
      {"a < b and <Tag> c", "a < b and <Tag> c"},
      {"<!-- hidden -->seen", "seen"},
      {"open **never closed", "open **never closed"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    CHECK(dump(row.source) == row.dump);
  }
}

TEST_CASE("markdown inline: bold spans that a converter glued together part into words where a reader would part them") {
  struct Row {
    const char* source;
    const char* dump;
  };
  const Row rows[] = {
      {"**Six Months Ended****June 30,**", "b:Six Months Ended June 30,"},
      {"**June 30****, 2031**", "b:June 30, 2031"},
      {"**Year****Ended**", "b:Year Ended"},
      {"**June 30,****2031**", "b:June 30, 2031"},
      {"**Q****1** **203****1**", "b:Q1 2031"},
      {"**de****crease of 7.5****%**", "b:decrease of 7.5%"},
      {"**ACME AND SUBSIDIARIES****SUMMARY**", "b:ACME AND SUBSIDIARIES SUMMARY"},
      {"**1,****234**", "b:1,234"},
      {"**Contact:****Ann**", "b:Contact: Ann"},
      {"**June 30****2031**", "b:June 30 2031"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.source);
    CHECK(dump(row.source) == row.dump);
  }
}

TEST_CASE("markdown inline: hard line breaks are kept in paragraphs, each line knows whether it is bold") {
  const auto text = resolve_inline("**Acme Corp**  \n(in thousands)\\\nsoft\nbreak<br>last", LineBreaks::keep);
  CHECK(text.text == "Acme Corp\n(in thousands)\nsoft break\nlast");
  CHECK(text.bold_lines == std::vector<bool>{true, false, false, false});
  CHECK_FALSE(text.bold);
}

TEST_CASE("markdown inline: hostile input takes linear time") {
  constexpr std::size_t n = 300'000;
  const auto repeat = [](const std::string& part) {
    std::string out;
    while (out.size() < n) out += part;
    return out;
  };
  for (const char* part :
       {"*", "**a ", "*a ", "_a ", "[", "]", "](", "[a](", "<", "<!--", "&", "\\", "![", "***a**b*", "<sup>", "<b>", "a**"}) {
    CAPTURE(part);
    CHECK(resolve_inline(repeat(part), LineBreaks::space).text.size() <= n + 8);
  }
}
