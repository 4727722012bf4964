// Emphasis of inline Markdown: which of its * and _ open a span and which close one (CommonMark 0.31, section 6.2), lenient where
// converters glue bold spans together. Knows nothing of the text around it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace finwh {

struct Delimiter {
  std::size_t at = 0;      // in the source
  std::size_t length = 0;  // characters not yet used
  char mark = '*';
  bool opens = false;
  bool closes = false;
  bool after_space = false;
  std::size_t closed = 0;  // characters used up as closers (they come first)
  std::size_t opened = 0;  // and as openers (they come last)
};

// Finds the runs of * and _ and pairs them, as CommonMark does, with the closers nearest first.
class Emphasis {
 public:
  explicit Emphasis(std::string_view source);

  const std::vector<Delimiter>& runs() const { return runs_; }  // in the order of the source

 private:
  void add_run(std::size_t at, std::size_t length);
  void pair();

  std::string_view source_;
  std::vector<Delimiter> runs_;
};

// Whether two parts that a converter glued together at a seam of two bold spans ("Ended****December", "Q****1") are words of
// their own. `left` is all text before the seam, `right` all source after it.
bool seam_parts_words(std::string_view left, std::string_view right);

}  // namespace finwh
