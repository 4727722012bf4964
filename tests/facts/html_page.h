// Small HTML pages for tests of whole tables. One line of text is a paragraph, "# ..." a bold one; lines with "|" are rows of a table,
// "{c2}" and "{r2}" in a cell are its colspan and rowspan, "^x^" a superscript, "//" a line break; blanks in front of a row indent it.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace finwh_test {

inline std::string cell_of(std::string text, bool first) {
  std::string attributes;
  for (const auto& [mark, name] : {std::pair<const char*, const char*>{"{c", "colspan"}, {"{r", "rowspan"}}) {
    const auto at = text.find(mark);
    if (at == std::string::npos) continue;
    const auto end = text.find('}', at);
    attributes += std::string(" ") + name + "=" + text.substr(at + 2, end - at - 2);
    text.erase(at, end - at + 1);
  }
  const auto indent = text.find_first_not_of(' ');
  if (first && indent != std::string::npos && indent > 1) attributes += " style=\"padding-left:" + std::to_string(indent * 6) + "pt\"";
  auto body = finwh::replace_all(std::string(finwh::trim(text)), "//", "<br>");
  for (bool open = true; body.find('^') != std::string::npos; open = !open) body.replace(body.find('^'), 1, open ? "<sup>" : "</sup>");
  return "<td" + attributes + ">" + body + "</td>";
}

inline std::string html_page(std::string_view text) {
  std::string out = "<html><body>";
  bool table = false;
  for (const auto& line : finwh::split(text, '\n')) {
    const bool row = line.find('|') != std::string::npos;
    if (row != table) out += row ? "<table>" : "</table>";
    table = row;
    if (row) {
      out += "<tr>";
      bool first = true;
      for (const auto& cell : finwh::split(line, '|')) {
        out += cell_of(cell, first);
        first = false;
      }
      out += "</tr>\n";
    } else if (line.substr(0, 2) == "# ") {
      out += "<p><b>" + line.substr(2) + "</b></p>\n";
    } else if (!line.empty()) {
      out += "<p>" + line + "</p>\n";
    }
  }
  return out + (table ? "</table>" : "") + "</body></html>";
}

}  // namespace finwh_test
