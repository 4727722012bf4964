// What finwh wants to know of CSS: the few declarations of a style attribute that carry meaning in a financial table. Bold,
// rules, indentation, superscripts, hidden content, page breaks. No cascade: releases carry their style inline.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace finwh {

// Lengths are tenths of a point, so that 0.25in and 18pt compare.
struct CssStyle {
  enum class Display { unset, inline_flow, block, none };

  Display display = Display::unset;
  bool invisible = false;        // visibility:hidden or collapse
  std::optional<bool> bold;      // font-weight, font
  std::optional<bool> centered;  // text-align; false for any other alignment
  bool underlined = false;
  bool rule_above = false;  // a visible border at the top
  bool rule_below = false;
  bool break_before = false;  // page-break-before
  bool break_after = false;
  bool raised = false;                      // vertical-align:super
  bool shifted_up = false;                  // by a position, or by vertical-align:top or a length: raised if it is also smaller
  std::int32_t indent = 0;                  // padding-left + margin-left; adds to that of the elements around
  std::optional<std::int32_t> text_indent;  // of the first line; replaces that of the elements around
  std::optional<std::int32_t> font_size;    // absolute sizes
  bool smaller_font = false;                // a size relative to the surrounding, and less
};

// Reads a style attribute; what it does not know it skips.
CssStyle parse_style(std::string_view declarations);

// Style attributes repeat all over a page: remembers what it has read.
class CssStyles {
 public:
  CssStyle read(std::string_view declarations);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, CssStyle, Hash, std::equal_to<>> known_;
};

// A CSS length in tenths of a point ("1.5em" with an em of 10pt); nothing for percentages and keywords.
std::optional<std::int32_t> css_length(std::string_view text);

}  // namespace finwh
