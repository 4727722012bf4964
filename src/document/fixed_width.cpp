#include "document/fixed_width.h"

#include "base/text.h"

namespace finwh {

void read_fixed_width(const std::vector<TextLine>& lines, std::size_t first, std::size_t end, Document& out) {
  for (std::size_t i = first; i < end; ++i) {
    if (is_blank(lines[i])) continue;
    Block block;
    const auto from = i;
    for (; i < end && !is_blank(lines[i]); ++i) {
      if (!block.text.empty()) block.text += '\n';
      block.text += collapse_spaces(lines[i].text);
    }
    block.span = span_between(lines[from], lines[i - 1]);
    out.blocks.push_back(std::move(block));
  }
}

}  // namespace finwh
