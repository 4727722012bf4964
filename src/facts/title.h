// What a table is called: the lines above it and the title rows inside of it, less the company's name, "(Unaudited)", scale
// clauses, table numbers, period lines and marks of continuation.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace finwh {

// A line of text before or inside a table.
struct TitleLine {
  std::string text;
  bool bold = false;
  bool heading = false;
  bool adjacent = false;  // stands on the source line right behind the one before (lines of text, where each line is one of these)
};

struct TableTitle {
  std::string title;             // "" when nothing near names the table
  std::string scale_clause;      // "(in thousands, except per share data)" as printed; "" = none
  std::optional<bool> audited;   // what the lines say: "(unaudited)" is false
  std::string period_text;       // "Three Months Ended March 31, 2007 and 2006" when the title says the period; "" = none
  bool continued = false;        // "(continued)", "concluded"
  bool continues_above = false;  // nothing but footnotes and page lines since the table above: without a title it has that one's
};

// `above`: the blocks before the table since the previous table, nearest last. `inside`: title rows of the table itself, in
// order; they take precedence.
TableTitle read_title(const std::vector<TitleLine>& above, const std::vector<TitleLine>& inside, const std::string& company);

}  // namespace finwh
