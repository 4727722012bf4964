// Whether a line of labels goes on from the line above it: narrow columns wrap "Cost of products / sold" over lines, and a
// heading with its first line below it looks nearly the same. Knows words and positions only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace finwh {

struct LabelLine {
  std::string text;          // of the label; "" when the line has none
  std::uint32_t indent = 0;  // columns before it
  std::uint32_t end = 0;     // column behind it
  bool values = false;       // the line has cells beside the label
  bool overhangs = false;    // the label runs on over the columns of values
  bool fresh = false;        // a blank line or a rule stands above: nothing goes on across it
  bool completes = false;    // its cells are units of the figures of the line above ("bps" under "(790)")
};

// For each line whether it belongs to the same row as the line above it. `width` is where the label column ends, 0 when nothing
// draws it: then the widest label says it. `ruled_rows`: a rule parts each row from the next.
std::vector<bool> find_wraps(const std::vector<LabelLine>& lines, std::uint32_t width = 0, bool ruled_rows = false);

// The lines of a label as one: joined by a space, or by nothing behind a hyphen that parts a word.
void append_wrapped(std::string& label, const std::string& next);

}  // namespace finwh
