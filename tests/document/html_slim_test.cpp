#include "document/html_slim.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace finwh;

namespace {

struct Case {
  std::string page;
  std::string slim;  // tokens as S and their number
};

std::string shown(const SlimHtml& slim) {
  std::string text(slim.text());
  std::replace(text.begin(), text.end(), '\x01', 'S');
  return text;
}

}  // namespace

TEST_CASE("slim html: attributes that nobody reads go, styles become tokens, all else stays") {
  const std::vector<Case> cases = {
      {"<p>no tags to slim</p>", "<p>no tags to slim</p>"},
      {"<td class=\"x\" style=\"padding:0\" colspan='2'>1</td>", "<td style=\"S0\" colspan='2'>1</td>"},
      {"<td style='a:b'><td style=\"c\"><td STYLE='a:b'>", "<td style='S0'><td style=\"S1\"><td STYLE='S0'>"},
      {"<br class='x'/><ix:nonfraction name='y' id='z' >2", "<br/><ix:nonfraction >2"},
      {"<td\n  valign='top'\n  align='right'\n>", "<td\n  align='right'\n>"},
      {"<p hidden='' title='a > b'>", "<p hidden=''>"},
      // A style with a reference, and a tag that is written in an unusual way from there on, stay as they are.
      {"<p style='font:&quot;A&quot;' id='x'>", "<p style='font:&quot;A&quot;'>"},
      {"<p id='x' title=y style='z'>", "<p title=y style='z'>"},
      {"<p id='x'style='z'>", "<p id='x'style='z'>"},
      {"<p id = 'x' nowrap class='c'>", "<p id = 'x' nowrap class='c'>"},
      {"<p id='never closed>", "<p id='never closed>"},
      {"<p id='1<2'>", "<p id='1<2'>"},
      {"a < b <1 class='c'> </p class='d'>", "a < b <1 class='c'> </p class='d'>"},
      {"<!-- <p class='c'> --><p class='c'>", "<!-- <p class='c'> --><p>"},
      {"<!-- <p class='c'>", "<!-- <p class='c'>"},
  };
  for (const auto& [page, slim] : cases) CHECK(shown(SlimHtml(page)) == slim);
}

TEST_CASE("slim html: places lead back to the page") {
  const std::string page = "<p class='c'>one</p><p style='color:red' id='x'>two</p>";
  const SlimHtml slim(page);
  for (const std::string word : {"one", "two", "/p>"}) CHECK(slim.original(slim.text().find(word)) == page.find(word));
  CHECK(slim.original(slim.text().find("one")) == page.find("one"));  // back again
  CHECK(slim.original(slim.text().size()) == page.size());
  CHECK(slim.original(2) == 2);  // behind the name: what was left out comes after
}

TEST_CASE("slim html: a token gives back its style") {
  const SlimHtml slim("<p style='color:red'><p style='color:blue'>");
  CHECK(slim.value("\x01"
                   "1") == "color:blue");
  CHECK(slim.value("\x01"
                   "7") == "");
  CHECK(slim.value("center") == "center");
}
