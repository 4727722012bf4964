#include "document/markdown_emphasis.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace finwh {
namespace {

bool is_punctuation(char c) { return static_cast<unsigned char>(c) < 0x80 && !is_space(c) && !is_alnum(c); }
bool is_word(char c) { return !is_space(c) && !is_punctuation(c); }

}  // namespace

Emphasis::Emphasis(std::string_view source) : source_(source) {
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\\') {
      ++i;
    } else if (source[i] == '*' || source[i] == '_') {
      const auto end = std::min(source.find_first_not_of(source[i], i), source.size());
      add_run(i, end - i);
      i = end - 1;
    }
  }
  pair();
}

void Emphasis::add_run(std::size_t at, std::size_t length) {
  const char mark = source_[at];
  const char before = at == 0 ? ' ' : source_[at - 1];
  const char after = at + length < source_.size() ? source_[at + length] : ' ';
  const bool left = !is_space(after) && (!is_punctuation(after) || !is_word(before));
  const bool right = !is_space(before) && (!is_punctuation(before) || !is_word(after));
  Delimiter run{at, length, mark, left, right, is_space(before), 0, 0};
  if (mark == '_') {  // inside words an underscore is a letter; a row of them is a rule
    run.opens = left && !is_alnum(before) && length <= 2;
    run.closes = right && !is_alnum(after) && length <= 2;
  } else if (length >= 2) {  // converters leave spaces inside the span: "**Total **" and "** Total**"
    run.opens = left || is_space(before) || length >= 4;
    run.closes = right || is_space(after) || length >= 4;
  }
  runs_.push_back(run);
}

void Emphasis::pair() {
  std::array<std::vector<std::size_t>, 2> open;  // for * and for _
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    auto& stack = open[runs_[i].mark == '_' ? 1 : 0];
    auto& closer = runs_[i];
    // Strong does not nest: inside a strong span a run of two that touches a word ends it ("**Total:**next").
    const bool ends_strong = closer.length >= 2 && !closer.after_space && !stack.empty() && runs_[stack.back()].length >= 2;
    while ((closer.closes || ends_strong) && closer.length > 0 && !stack.empty()) {
      auto& opener = runs_[stack.back()];
      if (opener.length == 1 && closer.length == 2 && closer.opens) break;
      const auto used = opener.length >= 2 && closer.length >= 2 ? std::size_t{2} : std::size_t{1};
      opener.length -= used;
      opener.opened += used;
      closer.length -= used;
      closer.closed += used;
      if (opener.length == 0) stack.pop_back();
    }
    if (closer.opens && closer.length > 0) stack.push_back(i);
  }
}

bool seam_parts_words(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return false;
  const char a = left.back();
  const char b = right.front();
  if (!is_alnum(b)) return false;
  const auto digits_from = [](std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  };
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (a == ',' && is_digit(b)) {  // "1,****234" is one number, "December 31,****2024" is not
    return !(left.size() > 1 && is_digit(left[left.size() - 2]) && digits_from(right) == 3);
  }
  if (a == ',' || a == ';' || a == ')' || a == ':') return true;
  if (a == '.') return is_alpha(b);
  if (!is_alnum(a)) return false;
  if (is_digit(a) && is_digit(b)) {  // "202****4" is a year in two parts, "31****2024" a day and a year
    const auto ahead = digits_from(right.substr(0, 5));
    const auto back = static_cast<std::size_t>(std::find_if_not(left.rbegin(), left.rend(), is_digit) - left.rbegin());
    return ahead == 4 && back <= 2;
  }
  if (is_digit(a)) return upper(b);
  if (is_digit(b)) return !upper(a);
  if (upper(b)) return !upper(a) || (left.size() > 1 && upper(left[left.size() - 2]));
  return false;
}

}  // namespace finwh
