#include "document/html_style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/text.h"

namespace finwh {
namespace {

// The tokens between white space; parentheses keep together what they enclose.
std::vector<std::string_view> tokens_of(std::string_view value) {
  std::vector<std::string_view> tokens;
  std::size_t start = 0;
  int depth = 0;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    const bool end = i == value.size() || (depth == 0 && is_space(value[i]));
    if (end) {
      if (i > start) tokens.push_back(value.substr(start, i - start));
      start = i + 1;
    } else if (value[i] == '(') {
      ++depth;
    } else if (value[i] == ')' && depth > 0) {
      --depth;
    }
  }
  return tokens;
}

std::optional<bool> weight(std::string_view value) {
  if (value == "bold" || value == "bolder") return true;
  if (value == "normal" || value == "lighter") return false;
  if (value.size() == 3 && is_digit(value[0]) && value.ends_with("00")) return value[0] >= '6';
  return std::nullopt;
}

// Whether a border shorthand draws something that a reader sees.
bool is_visible_border(std::string_view value) {
  bool styled = false;
  for (const auto token : tokens_of(value)) {
    if (token == "none" || token == "hidden" || token == "transparent" || token == "white" || token == "#fff" ||
        token.starts_with("#ffffff"))
      return false;
    if (const auto length = css_length(token); length && *length == 0) return false;
    styled =
        styled || token == "solid" || token == "double" || token == "dashed" || token == "dotted" || token == "groove" || token == "ridge";
  }
  return styled;
}

// The left value of a padding or margin shorthand of one to four lengths.
std::int32_t left_of_shorthand(std::string_view value) {
  const auto tokens = tokens_of(value);
  if (tokens.empty()) return 0;
  constexpr std::array<std::size_t, 5> position = {0, 0, 1, 1, 3};
  return css_length(tokens[position[std::min<std::size_t>(tokens.size(), 4)]]).value_or(0);
}

// While a style attribute is read: the sides set so far, since a later declaration replaces an earlier one.
struct Reading {
  CssStyle style;
  std::int32_t padding_left = 0;
  std::int32_t margin_left = 0;
  bool relative = false;
  bool negative_top = false;
  bool top_aligned = false;
};

void set_font_size(Reading& reading, std::string_view value) {
  const bool percent = value.ends_with('%');
  if (!percent && !value.ends_with("em")) {
    reading.style.font_size = css_length(value);
    reading.style.smaller_font = value == "smaller";
    return;
  }
  // 85% and 0.85em are sizes relative to the surrounding; an em of 10pt is 100 tenths.
  const auto share = percent ? css_length(std::string(value.substr(0, value.size() - 1)) + "em") : css_length(value);
  reading.style.font_size.reset();
  reading.style.smaller_font = share && *share < (percent ? 10000 : 100);
}

using Apply = void (*)(Reading&, std::string_view);

struct Property {
  std::string_view name;
  Apply apply;
};

// In the order of the names.
constexpr std::array<Property, 25> kProperties = {{
    {"border", [](Reading& r, std::string_view v) { r.style.rule_above = r.style.rule_below = is_visible_border(v); }},
    {"border-bottom", [](Reading& r, std::string_view v) { r.style.rule_below = is_visible_border(v); }},
    {"border-bottom-style", [](Reading& r, std::string_view v) { r.style.rule_below = is_visible_border(v); }},
    {"border-top", [](Reading& r, std::string_view v) { r.style.rule_above = is_visible_border(v); }},
    {"border-top-style", [](Reading& r, std::string_view v) { r.style.rule_above = is_visible_border(v); }},
    {"break-after", [](Reading& r, std::string_view v) { r.style.break_after = v == "page" || v == "always"; }},
    {"break-before", [](Reading& r, std::string_view v) { r.style.break_before = v == "page" || v == "always"; }},
    {"display",
     [](Reading& r, std::string_view v) {
       using Display = CssStyle::Display;
       r.style.display = v == "none"                        ? Display::none
                         : v.starts_with("inline")          ? Display::inline_flow
                         : v == "block" || v == "list-item" ? Display::block
                                                            : Display::unset;
     }},
    {"font",
     [](Reading& r, std::string_view v) {
       for (const auto token : tokens_of(v)) {
         if (const auto bold = weight(token)) r.style.bold = bold;
         if (const auto size = css_length(token.substr(0, token.find('/'))); size && *size > 0 && !is_digit(token.back()))
           r.style.font_size = size;
       }
     }},
    {"font-size", set_font_size},
    {"font-weight", [](Reading& r, std::string_view v) { r.style.bold = weight(v); }},
    {"margin", [](Reading& r, std::string_view v) { r.margin_left = left_of_shorthand(v); }},
    {"margin-left", [](Reading& r, std::string_view v) { r.margin_left = css_length(v).value_or(0); }},
    {"padding", [](Reading& r, std::string_view v) { r.padding_left = left_of_shorthand(v); }},
    {"padding-left", [](Reading& r, std::string_view v) { r.padding_left = css_length(v).value_or(0); }},
    {"page-break-after", [](Reading& r, std::string_view v) { r.style.break_after = v == "always" || v == "left" || v == "right"; }},
    {"page-break-before", [](Reading& r, std::string_view v) { r.style.break_before = v == "always" || v == "left" || v == "right"; }},
    {"position", [](Reading& r, std::string_view v) { r.relative = v == "relative"; }},
    {"text-align", [](Reading& r, std::string_view v) { r.style.centered = v == "center" || v == "-webkit-center"; }},
    {"text-decoration", [](Reading& r, std::string_view v) { r.style.underlined = contains(v, "underline"); }},
    {"text-decoration-line", [](Reading& r, std::string_view v) { r.style.underlined = contains(v, "underline"); }},
    {"text-indent", [](Reading& r, std::string_view v) { r.style.text_indent = css_length(v).value_or(0); }},
    {"top", [](Reading& r, std::string_view v) { r.negative_top = v.starts_with('-') && css_length(v).value_or(-1) < 0; }},
    {"vertical-align",
     [](Reading& r, std::string_view v) {
       r.style.raised = v == "super";
       r.top_aligned = v == "top" || v == "text-top" || (!v.empty() && is_digit(v[0]) && v[0] != '0');
     }},
    {"visibility", [](Reading& r, std::string_view v) { r.style.invisible = v == "hidden" || v == "collapse"; }},
}};

static_assert(std::is_sorted(kProperties.begin(), kProperties.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));

Apply property(std::string_view name) {
  const auto found =
      std::lower_bound(kProperties.begin(), kProperties.end(), name, [](const Property& p, std::string_view n) { return p.name < n; });
  return found != kProperties.end() && found->name == name ? found->apply : nullptr;
}

}  // namespace

std::optional<std::int32_t> css_length(std::string_view text) {
  struct Unit {
    std::string_view name;
    double tenths;  // of a point
  };
  constexpr std::array<Unit, 9> units = {
      {{"pt", 10}, {"px", 7.5}, {"em", 100}, {"rem", 100}, {"in", 720}, {"pc", 120}, {"cm", 283.46}, {"mm", 28.346}, {"ex", 50}}};
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !(number > -1e5 && number < 1e5)) return std::nullopt;
  const std::string_view unit(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
  if (unit.empty()) return static_cast<std::int32_t>(number * 7.5);  // pixels, as old browsers take a bare number
  for (const auto& [name, tenths] : units)
    if (unit == name) return static_cast<std::int32_t>(number * tenths);
  return std::nullopt;
}

CssStyle CssStyles::read(std::string_view declarations) {
  constexpr std::size_t kMost = 1000;
  constexpr std::size_t kLongest = 400;
  if (declarations.empty()) return {};
  if (const auto found = known_.find(declarations); found != known_.end()) return found->second;
  const auto style = parse_style(declarations);
  if (known_.size() < kMost && declarations.size() <= kLongest) known_.emplace(declarations, style);
  return style;
}

CssStyle parse_style(std::string_view declarations) {
  Reading reading;
  const auto lower = to_lower(declarations);
  std::string_view rest = lower;
  while (!rest.empty()) {
    auto declaration = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), declaration.size() + 1));
    const auto colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const auto apply = property(trim(declaration.substr(0, colon)));
    if (apply == nullptr) continue;
    auto value = declaration.substr(colon + 1);
    value = trim(value.substr(0, value.find('!')));  // !important
    apply(reading, value);
  }
  reading.style.indent = reading.padding_left + reading.margin_left;
  reading.style.shifted_up = (reading.relative && reading.negative_top) || reading.top_aligned;
  return reading.style;
}

}  // namespace finwh
