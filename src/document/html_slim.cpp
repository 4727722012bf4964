#include "document/html_slim.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.h"

namespace finwh {
namespace {

constexpr char kToken = '\x01';  // cannot stand in a page

// What the reader of HTML asks for, beside style.
constexpr std::array<std::string_view, 4> kRead = {"align", "colspan", "rowspan", "hidden"};

bool is_name(char c) { return is_alnum(c) || c == '-' || c == '_' || c == ':' || c == '.'; }

bool same_name(std::string_view written, std::string_view name) {
  return written.size() == name.size() && std::equal(written.begin(), written.end(), name.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
         });
}

bool is_read(std::string_view name) {
  return std::any_of(kRead.begin(), kRead.end(), [&](std::string_view read) { return same_name(name, read); });
}

// A quoted attribute; offsets into the page.
struct Attribute {
  std::string_view name;
  std::string_view value;
  std::size_t value_at = 0;
  std::size_t end = 0;  // behind the closing quote
};

std::optional<Attribute> quoted_attribute(std::string_view page, std::size_t at) {
  const auto name_at = at;
  if (at >= page.size() || !is_alpha(page[at])) return std::nullopt;
  while (at < page.size() && is_name(page[at])) ++at;
  Attribute attribute;
  attribute.name = page.substr(name_at, at - name_at);
  if (at + 1 >= page.size() || page[at] != '=' || (page[at + 1] != '"' && page[at + 1] != '\'')) return std::nullopt;
  attribute.value_at = at + 2;
  const auto close = page.find(page[at + 1], attribute.value_at);
  if (close == std::string_view::npos) return std::nullopt;
  attribute.value = page.substr(attribute.value_at, close - attribute.value_at);
  attribute.end = close + 1;
  const char next = attribute.end < page.size() ? page[attribute.end] : '\0';
  if (attribute.value.find('<') != std::string_view::npos || (next != '>' && next != '/' && !is_space(next))) return std::nullopt;
  return attribute;
}

}  // namespace

SlimHtml::SlimHtml(std::string_view page) : page_(page) {
  text_.reserve(page.size());
  for (auto open = page.find('<'); open != std::string_view::npos; open = page.find('<', open)) {
    if (page.substr(open).starts_with("<!--"))
      open = std::min(page.find("-->", open), page.size());
    else
      open = copy_tag(open);
  }
  keep(page.size());
}

// Gives the place to go on from.
std::size_t SlimHtml::copy_tag(std::size_t open) {
  std::size_t at = open + 1;
  if (at >= page_.size() || !is_alpha(page_[at])) return at;
  while (at < page_.size() && is_name(page_[at])) ++at;
  while (at < page_.size() && is_space(page_[at])) {
    const auto gap = at;
    while (at < page_.size() && is_space(page_[at])) ++at;
    const auto attribute = quoted_attribute(page_, at);
    if (!attribute) return at;
    at = attribute->end;
    if (same_name(attribute->name, "style")) {
      if (attribute->value.find('&') != std::string_view::npos) continue;
      const auto [known, added] = known_.try_emplace(attribute->value, styles_.size());
      if (added) styles_.push_back(attribute->value);
      keep(attribute->value_at);
      replace(attribute->end - 1, kToken + std::to_string(known->second));
    } else if (!is_read(attribute->name)) {
      keep(gap);
      replace(at, "");
    }
  }
  return at;
}

void SlimHtml::keep(std::size_t end) {
  text_ += page_.substr(kept_, end - kept_);
  kept_ = end;
}

void SlimHtml::replace(std::size_t end, std::string_view by) {
  text_ += by;
  kept_ = end;
  const Cut cut{text_.size(), end - text_.size()};
  if (!cuts_.empty() && cuts_.back().at == cut.at)
    cuts_.back() = cut;
  else
    cuts_.push_back(cut);
}

std::uint64_t SlimHtml::original(std::uint64_t offset) const {
  while (last_ > 0 && cuts_[last_ - 1].at >= offset) --last_;
  while (last_ < cuts_.size() && cuts_[last_].at < offset) ++last_;
  return last_ == 0 ? offset : offset + cuts_[last_ - 1].missing;
}

std::string_view SlimHtml::value(std::string_view attribute_value) const {
  if (!attribute_value.starts_with(kToken)) return attribute_value;
  std::size_t index = 0;
  std::from_chars(attribute_value.data() + 1, attribute_value.data() + attribute_value.size(), index);
  return index < styles_.size() ? styles_[index] : std::string_view();
}

}  // namespace finwh
