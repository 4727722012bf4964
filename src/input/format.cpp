#include "input/format.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace finwh {
namespace {

constexpr std::size_t kHead = std::size_t{64} * 1024;  // bytes that decide

bool starts_with_any(std::string_view text, const auto& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) { return text.starts_with(prefix); });
}

// `head` is lower case and starts with a character that is no white space.
bool is_submission(std::string_view head) {
  constexpr std::array<std::string_view, 4> openings = {"-----begin privacy-enhanced message-----", "<sec-document>", "<sec-header>",
                                                        "<submission>"};
  if (starts_with_any(head, openings)) return true;
  return head.starts_with("<document>") && contains(head.substr(0, 256), "<type>");
}

bool is_html(std::string_view head) {
  constexpr std::array<std::string_view, 19> openings = {
      "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<div",  "<p>",   "<p ", "<font",
      "<center",        "<h1",   "<h2",   "<span", "<style", "<xbrl", "<link", "<pre>", "<hr",
  };
  if (starts_with_any(head, openings)) return true;
  // XML declarations, comments and stray text before the root element are common.
  const auto start = head.substr(0, 8192);
  for (const std::string_view tag : {"<html", "<body", "<!doctype html"})
    if (contains(start, tag)) return true;
  // A fragment that was cut out of a page: its tables are HTML's, which no other format marks up cell by cell.
  return head.starts_with('<') && contains(head, "<td") && contains(head, "<tr");
}

// "---", then "key: value" lines, then "---".
bool has_front_matter(std::string_view text) {
  if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return false;
  const auto first = trim(text.substr(4, 200));
  const auto colon = first.find(':');
  return colon != std::string_view::npos && colon < first.find('\n') && contains(text.substr(4), "\n---");
}

// |---|:--:| with at least one pipe and two dashes in a run.
bool is_pipe_rule(std::string_view line) {
  line = trim(line);
  if (line.size() < 4 || line.find_first_not_of("|-: \t") != std::string_view::npos) return false;
  return contains(line, "|") && contains(line, "--");
}

bool is_atx_heading(std::string_view line) {
  const auto level = line.find_first_not_of('#');
  return level != std::string_view::npos && level >= 1 && level <= 6 && line[level] == ' ' && line.size() > level + 1 &&
         (level > 1 || is_alpha(line[level + 1]) || line[level + 1] == '*') && !contains(trim(line), "  ");
}

bool has_bold(std::string_view line) {
  const auto open = line.find("**");
  if (open == std::string_view::npos || open + 2 >= line.size() || is_space(line[open + 2]) || line[open + 2] == '*') return false;
  const auto close = line.find("**", open + 3);
  return close != std::string_view::npos;
}

constexpr int kTopLines = 12;  // where a heading is the release's title

bool is_markdown(std::string_view head) {
  if (has_front_matter(head)) return true;
  int marks = 0;
  for (int lines = 0; !head.empty() && marks < 2; ++lines) {
    const auto end = head.find('\n');
    const auto line = head.substr(0, end);
    if (is_pipe_rule(line) || line.starts_with("```") || line.starts_with("~~~"))
      marks += 2;
    else if (is_atx_heading(line))
      marks += lines < kTopLines ? 2 : 1;
    else if (has_bold(line))
      marks += 1;
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
  }
  return marks >= 2;
}

std::string_view skip_blank(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text.substr(0, kHead);
}

}  // namespace

std::string_view to_string(Format format) {
  switch (format) {
    case Format::markdown: return "markdown";
    case Format::html: return "html";
    case Format::text: return "text";
    case Format::submission: return "submission";
  }
  return "text";
}

bool looks_like_html(std::string_view utf8) { return is_html(to_lower(skip_blank(utf8))); }

Format detect_format(std::string_view utf8) {
  const auto head = skip_blank(utf8);
  const auto lower = to_lower(head);
  if (is_submission(lower)) return Format::submission;
  if (has_front_matter(head)) return Format::markdown;
  if (is_html(lower)) return Format::html;
  return is_markdown(head) ? Format::markdown : Format::text;
}

}  // namespace finwh
