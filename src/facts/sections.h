// Which headings each row of a table stands under. Indentation decides where the source shows it; else totals, main lines and
// the rank of headings do: "Current assets:" ends with "Total current assets", "Net revenues:" with its total, an all-caps
// heading with the next one of its kind. Knows the field's words for totals and main lines, no company's wording.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/fact.h"

namespace finwh {

// A row as this stage needs it; rows without a name or a role here have kind blank.
struct SectionRow {
  RowKind kind = RowKind::blank;  // heading and line count; a header row with a corner heading comes as heading
  std::string label;              // without marks, dot leaders and trailing colon
  std::uint32_t indent = 0;
  bool colon = false;  // the printed label ends with a colon
  bool bold = false;
  bool period = false;   // a heading that names a period: it opens a block of its own
  bool restart = false;  // a new header block begins here: nothing above holds any more
};

struct SectionPlace {
  std::vector<std::string> path;  // outermost first
  int depth = 0;                  // for printing, from 0
  bool total = false;             // a total by its label, or the unlabelled line that closes a section
};

// One place for each row. Linear in rows times depth.
std::vector<SectionPlace> place_sections(const std::vector<SectionRow>& rows);

// Whether a label names a total: "Total ...", "Net cash provided by ...", "Subtotal".
bool names_total(const std::string& label);

}  // namespace finwh
