#include "document/html_elements.h"

#include <algorithm>
#include <array>

namespace finwh {
namespace {

struct Element {
  std::string_view name;
  HtmlRole role;
};

// In the order of the names.
constexpr std::array<Element, 66> kElements = {{
    {"address", HtmlRole::block},
    {"article", HtmlRole::block},
    {"aside", HtmlRole::block},
    {"b", HtmlRole::bold},
    {"blockquote", HtmlRole::block},
    {"body", HtmlRole::block},
    {"br", HtmlRole::line_break},
    {"button", HtmlRole::hidden},
    {"caption", HtmlRole::block},
    {"center", HtmlRole::centered},
    {"dd", HtmlRole::block},
    {"dir", HtmlRole::block},
    {"div", HtmlRole::block},
    {"dl", HtmlRole::block},
    {"dt", HtmlRole::block},
    {"fieldset", HtmlRole::block},
    {"figure", HtmlRole::block},
    {"footer", HtmlRole::block},
    {"form", HtmlRole::block},
    {"h1", HtmlRole::heading},
    {"h2", HtmlRole::heading},
    {"h3", HtmlRole::heading},
    {"h4", HtmlRole::heading},
    {"h5", HtmlRole::heading},
    {"h6", HtmlRole::heading},
    {"header", HtmlRole::block},
    {"hr", HtmlRole::rule},
    {"html", HtmlRole::block},
    {"iframe", HtmlRole::hidden},
    {"ix:header", HtmlRole::hidden},
    {"ix:hidden", HtmlRole::hidden},
    {"li", HtmlRole::block},
    {"listing", HtmlRole::preformatted},
    {"main", HtmlRole::block},
    {"menu", HtmlRole::block},
    {"nav", HtmlRole::block},
    {"noframes", HtmlRole::hidden},
    {"noscript", HtmlRole::hidden},
    {"object", HtmlRole::hidden},
    {"ol", HtmlRole::block},
    {"p", HtmlRole::block},
    {"page", HtmlRole::page},
    {"plaintext", HtmlRole::preformatted},
    {"pre", HtmlRole::preformatted},
    {"script", HtmlRole::hidden},
    {"section", HtmlRole::block},
    {"select", HtmlRole::hidden},
    {"strong", HtmlRole::bold},
    {"style", HtmlRole::hidden},
    {"sup", HtmlRole::raised},
    {"svg", HtmlRole::hidden},
    {"table", HtmlRole::table},
    {"tbody", HtmlRole::row_group},
    {"td", HtmlRole::cell},
    {"template", HtmlRole::hidden},
    {"textarea", HtmlRole::hidden},
    {"tfoot", HtmlRole::row_group},
    {"th", HtmlRole::header_cell},
    {"thead", HtmlRole::header_group},
    {"title", HtmlRole::title},
    {"tr", HtmlRole::row},
    {"u", HtmlRole::underlined},
    {"ul", HtmlRole::block},
    {"video", HtmlRole::hidden},
    {"xml", HtmlRole::hidden},
    {"xmp", HtmlRole::preformatted},
}};

static_assert(std::is_sorted(kElements.begin(), kElements.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));

// Where the elements of each letter begin, and the end.
constexpr auto kFirst = [] {
  std::array<std::size_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter)
    while (first[letter] < kElements.size() && static_cast<std::size_t>(kElements[first[letter]].name.front() - 'a') < letter)
      ++first[letter];
  return first;
}();

}  // namespace

HtmlRole html_role(std::string_view name) {
  if (name.empty() || name.front() < 'a' || name.front() > 'z') return HtmlRole::inline_flow;
  const auto letter = static_cast<std::size_t>(name.front() - 'a');
  for (auto i = kFirst[letter]; i < kFirst[letter + 1]; ++i)
    if (kElements[i].name == name) return kElements[i].role;
  return HtmlRole::inline_flow;
}

}  // namespace finwh
