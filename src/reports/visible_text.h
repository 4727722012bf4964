// Text made safe for a terminal: what comes from a release must not move the cursor, change colours or reverse the line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace finwh {

// Control characters become their pictures (ESC is ␛), characters that reorder or hide text <U+202E>, bytes that are no UTF-8
// U+FFFD. Line breaks stay when `keep_lines`, otherwise they are made visible as well.
std::string visible_text(std::string_view text, bool keep_lines);

// The text in lines of at most `columns` terminal columns, broken at spaces where there are any. Leading spaces are kept, and
// repeated before each line that goes on. At least one line.
std::vector<std::string> wrap_text(std::string_view utf8, std::size_t columns);

}  // namespace finwh
