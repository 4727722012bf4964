#include "document/html_pre.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "document/html_events.h"
#include "document/text.h"

namespace finwh {
namespace {

std::string_view tag_name(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
}

// The SGML that marks the columns of a text table; the text reader knows it.
bool is_table_markup(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {"table", "caption", "s", "c", "page", "fn"};
  const auto lower = to_lower(name);
  return std::find(names.begin(), names.end(), lower) != names.end();
}

// The text without mark-up, and where its bytes stood.
class Plain {
 public:
  explicit Plain(std::string_view content) : content_(content) {
    for (std::size_t i = 0; i < content.size(); ++i)
      if (content[i] == '\n') newlines_.push_back(i);
    for (std::size_t at = 0; at < content.size();) at = step(at);
  }

  const std::string& text() const { return text_; }

  void restore(Span& span, Span base) const {
    if (span.line == 0) return;
    const auto begin = original(span.offset);
    const auto end = span.length == 0 ? begin : original(span.offset + span.length - 1) + 1;
    const auto line = std::lower_bound(newlines_.begin(), newlines_.end(), begin);
    span.offset = base.offset + begin;
    span.length = static_cast<std::uint32_t>(end - begin);
    span.line = std::max<std::uint32_t>(base.line, 1) + static_cast<std::uint32_t>(line - newlines_.begin());
  }

 private:
  struct Anchor {
    std::size_t plain;
    std::size_t content;
  };

  std::size_t step(std::size_t at) {
    const auto rest = content_.substr(at);
    if (rest.size() > 1 && rest[0] == '<' && (is_alpha(rest[1]) || rest[1] == '/' || rest[1] == '!')) return tag(at, rest);
    if (rest[0] == '&') {
      std::size_t length = 0;
      if (auto decoded = decode_reference(rest, length); !decoded.empty()) {
        if (spacing_at(decoded, 0).spacing == Spacing::space) decoded = " ";  // keeps the columns
        return replace(at, decoded, length);
      }
    }
    const auto next = std::min(content_.find_first_of("<&", at + 1), content_.size());
    text_ += content_.substr(at, next - at);
    return next;
  }

  std::size_t tag(std::size_t at, std::string_view rest) {
    const bool comment = rest.starts_with("<!--");
    const auto close = comment ? rest.find("-->", 4) : rest.find('>');
    if (close == std::string_view::npos) return replace(at, "", rest.size());
    const auto length = close + (comment ? 3 : 1);
    const auto name = tag_name(rest.substr(0, length));
    if (is_table_markup(name)) {
      text_ += rest.substr(0, length);
      return at + length;
    }
    const bool line = to_lower(name) == "br" && !trim(rest.substr(length, rest.find('\n', length) - length)).empty();
    return replace(at, line ? "\n" : "", length);
  }

  std::size_t replace(std::size_t at, std::string_view with, std::size_t length) {
    anchors_.push_back({text_.size(), at});
    text_ += with;
    anchors_.push_back({text_.size(), at + length});
    return at + length;
  }

  std::size_t original(std::size_t plain) const {
    const auto next = std::upper_bound(anchors_.begin(), anchors_.end(), plain, [](std::size_t p, const Anchor& a) { return p < a.plain; });
    if (next == anchors_.begin()) return plain;
    const auto& anchor = *(next - 1);
    const auto there = anchor.content + (plain - anchor.plain);
    return next == anchors_.end() ? there : std::min(there, next->content);
  }

  std::string_view content_;
  std::string text_;
  std::vector<Anchor> anchors_;
  std::vector<std::size_t> newlines_;
};

}  // namespace

std::uint64_t end_of_preformatted(std::string_view source, std::uint64_t at) {
  constexpr std::array<std::string_view, 5> ends = {"/pre", "/xmp", "/listing", "/body", "/html"};
  for (auto open = source.find("</", at); open != std::string_view::npos; open = source.find("</", open + 1)) {
    const auto tag = to_lower(source.substr(open + 1, 8));
    if (std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return tag.starts_with(end); })) return open;
  }
  return source.size();
}

Document read_preformatted(std::string_view content, Span base) {
  const Plain plain(content);
  auto document = read_text(plain.text());
  for (auto& block : document.blocks) {
    plain.restore(block.span, base);
    for (auto& row : block.table.rows) {
      plain.restore(row.span, base);
      for (auto& cell : row.cells) plain.restore(cell.span, base);
    }
  }
  for (auto& problem : document.problems) plain.restore(problem.span, base);
  return document;
}

}  // namespace finwh
