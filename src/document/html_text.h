// The text of one cell or paragraph while it is put together from the runs of inline mark-up: white space collapsed across
// the runs, no space invented between them, and what all of it has in common (bold, underlined) or parts of it (raised).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace finwh {

// How a run is set.
struct HtmlRun {
  bool bold = false;
  bool raised = false;  // a superscript
  bool underlined = false;
  bool heading = false;  // inside <h1> to <h6>
  bool centered = false;
};

// Counts lines up to places that only go forward.
class LineCounter {
 public:
  LineCounter(std::string_view source, std::uint32_t first_line) : source_(source), line_(first_line) {}
  std::uint32_t line_at(std::uint64_t offset);

 private:
  std::string_view source_;
  std::uint64_t at_ = 0;
  std::uint32_t line_;
};

class HtmlText {
 public:
  // `at` and `length`: the source of the run; when length is not the size of the text it is one character reference.
  void add(std::string_view utf8, std::uint64_t at, std::uint64_t length, const HtmlRun& run, LineCounter& lines);
  void add_space() { space_ = true; }
  void add_break() { ++breaks_; }  // shows as '\n' once more text follows

  bool empty() const { return text_.empty(); }
  int open_breaks() const { return breaks_; }  // since the last text
  // Spaces wider than white space (no-break spaces) before the first text.
  std::uint32_t leading_blanks() const { return leading_; }

  std::string take() { return std::move(text_); }
  const std::string& text() const { return text_; }
  // Of the first to the last character that shows; line 0 when there is none.
  Span span() const { return span_; }
  // What is true of all of the text; nothing is true of no text.
  HtmlRun all() const { return text_.empty() ? HtmlRun{} : all_; }
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& raised() const { return raised_; }

 private:
  // Characters that show, and where they stand.
  void ink(std::string_view characters, std::uint64_t at, std::uint64_t length, const HtmlRun& run, LineCounter& lines);

  std::string text_;
  Span span_;
  HtmlRun all_{true, true, true, true, true};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> raised_;
  std::uint32_t leading_ = 0;
  int breaks_ = 0;
  bool space_ = false;
};

}  // namespace finwh
