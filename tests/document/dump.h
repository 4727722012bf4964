// Compact dumps of a document for tests that read as tables of {input, dump}.
#pragma once

#include <string>

#include "document/document.h"

namespace finwh_test {

// One line a block: "H text", "P text", "break", with '*' behind the letter when all is bold and '/' for line breaks; a table is
// "T" and one line a row: cells in [], before the text: <n> colspan, <rn> rowspan, {n} indent, h: header, b: bold, u: ruled above, c:
// centred.
inline std::string dump(const finwh::Document& document) {
  std::string out;
  for (const auto& block : document.blocks) {
    if (block.kind == finwh::BlockKind::page_break) out += "break\n";
    if (block.kind == finwh::BlockKind::heading || block.kind == finwh::BlockKind::paragraph) {
      out += block.kind == finwh::BlockKind::heading ? "H" : "P";
      out += block.bold ? "* " : " ";
      for (const char c : block.text) out += c == '\n' ? '/' : c;
      out += '\n';
    }
    if (block.kind != finwh::BlockKind::table) continue;
    out += "T\n";
    for (const auto& row : block.table.rows) {
      out += row.ruled_above ? "  =" : "  ";
      for (const auto& cell : row.cells) {
        out += '[';
        if (cell.colspan > 1) out += "<" + std::to_string(cell.colspan) + ">";
        if (cell.rowspan > 1) out += "<r" + std::to_string(cell.rowspan) + ">";
        if (cell.indent > 0) out += "{" + std::to_string(cell.indent) + "}";
        if (cell.header) out += "h:";
        if (cell.bold) out += "b:";
        if (cell.ruled_above) out += "u:";
        if (cell.centered) out += "c:";
        out += cell.text;
        for (const auto& [from, to] : cell.superscripts) out += "^" + std::to_string(from) + "-" + std::to_string(to);
        out += ']';
      }
      out += '\n';
    }
  }
  return out;
}

}  // namespace finwh_test
