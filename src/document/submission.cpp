#include "document/submission.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/period.h"
#include "base/text.h"
#include "document/html.h"
#include "document/text.h"
#include "input/format.h"

namespace finwh {
namespace {

struct Part {
  std::string_view type;  // "EX-99.1", as filed
  std::string_view description;
  std::string_view file;
  Span type_span;
  std::string_view content;
  Span content_span;
  bool closed = false;  // </DOCUMENT> was there
};

// ---- the header

// YYYYMMDD, else nothing.
std::string iso_date(std::string_view digits) {
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.size() != 8 || error != std::errc() || end != digits.data() + digits.size()) return {};
  const auto date = make_date(number / 10000, static_cast<unsigned>(number / 100 % 100), static_cast<unsigned>(number % 100));
  return date ? to_string(*date) : std::string();
}

std::string month_and_day(std::string_view digits) {
  const auto date = iso_date("2000" + std::string(digits));  // a leap year: 0229 is a year's end too
  return date.empty() ? date : date.substr(5);
}

std::string without_leading_zeros(std::string_view digits) {
  const auto first = digits.find_first_not_of('0');
  return std::string(first == std::string_view::npos ? "" : digits.substr(first));
}

std::string as_it_is(std::string_view text) { return collapse_spaces(text); }

struct HeaderField {
  std::string_view name;  // as the header prints it, or as the SGML tag
  std::string_view key;
  std::string (*value)(std::string_view);
};

constexpr std::array<HeaderField, 10> kHeaderFields = {{
    {"COMPANY CONFORMED NAME", "company", as_it_is},
    {"CONFORMED-NAME", "company", as_it_is},
    {"CENTRAL INDEX KEY", "cik", without_leading_zeros},
    {"CIK", "cik", without_leading_zeros},
    {"FILED AS OF DATE", "filed", iso_date},
    {"FILING-DATE", "filed", iso_date},
    {"CONFORMED PERIOD OF REPORT", "period", iso_date},
    {"PERIOD", "period", iso_date},
    {"FISCAL YEAR END", "fiscal-year-end", month_and_day},
    {"FISCAL-YEAR-END", "fiscal-year-end", month_and_day},
}};

void read_header(std::string_view header, Document& document) {
  while (!header.empty()) {
    auto line = header.substr(0, header.find('\n'));
    header.remove_prefix(std::min(header.size(), line.size() + 1));
    line = trim(line);
    const bool tag = line.starts_with('<');
    const auto end = line.find(tag ? '>' : ':');
    if (end == std::string_view::npos) continue;
    const auto name = line.substr(tag ? 1 : 0, end - (tag ? 1 : 0));
    for (const auto& field : kHeaderFields) {
      if (field.name != name || document.header_value(field.key) != nullptr) continue;
      auto value = field.value(trim(line.substr(end + 1)));
      if (!value.empty()) document.header.emplace_back(field.key, std::move(value));
    }
  }
}

// ---- the documents

class Parts {
 public:
  explicit Parts(std::string_view utf8) : utf8_(utf8) {}

  std::vector<Part> split() {
    std::vector<Part> parts;
    for (auto at = utf8_.find(kOpen); at != std::string_view::npos;) {
      const auto next = utf8_.find(kOpen, at + kOpen.size());
      parts.push_back(part(at + kOpen.size(), std::min(next, utf8_.size())));
      at = next;
    }
    return parts;
  }

  static constexpr std::string_view kOpen = "<DOCUMENT>";

 private:
  Part part(std::size_t begin, std::size_t end) {
    Part out;
    const auto close = utf8_.substr(begin, end - begin).rfind("</DOCUMENT>");
    out.closed = close != std::string_view::npos;
    if (out.closed) end = begin + close;
    const auto text = utf8_.substr(begin, end - begin).find("<TEXT>");
    const auto fields_end = text == std::string_view::npos ? end : begin + text;
    const auto fields = utf8_.substr(begin, fields_end - begin);
    out.type = field(fields, "<TYPE>");
    out.description = field(fields, "<DESCRIPTION>");
    out.file = field(fields, "<FILENAME>");
    out.type_span = out.type.empty() ? span(begin, 0) : span(static_cast<std::size_t>(out.type.data() - utf8_.data()), out.type.size());
    if (text == std::string_view::npos) return out;
    const auto content_begin = fields_end + std::string_view("<TEXT>").size();
    const auto content_end = utf8_.substr(content_begin, end - content_begin).rfind("</TEXT>");
    out.content = utf8_.substr(content_begin, std::min(content_end, end - content_begin));
    out.content_span = span(content_begin, out.content.size());
    return out;
  }

  static std::string_view field(std::string_view fields, std::string_view tag) {
    const auto at = fields.find(tag);
    if (at == std::string_view::npos) return {};
    const auto value = fields.substr(at + tag.size());
    return trim(value.substr(0, value.find_first_of("\r\n<")));
  }

  // Places only go forward, so that the lines are counted once.
  Span span(std::size_t offset, std::size_t length) {
    line_ += static_cast<std::uint32_t>(
        std::count(utf8_.begin() + static_cast<std::ptrdiff_t>(counted_), utf8_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
    return {offset, static_cast<std::uint32_t>(length), line_};
  }

  std::string_view utf8_;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
};

bool is_exhibit_99(const Part& part) { return part.type.starts_with("EX-99"); }

// Pictures, archives and PDF are uuencoded; XBRL and its viewer's files are for machines.
bool is_readable(const Part& part) {
  constexpr std::array<std::string_view, 7> machine_types = {"EX-101", "GRAPHIC", "XML", "ZIP", "EXCEL", "JSON", "EX-27"};
  if (std::any_of(machine_types.begin(), machine_types.end(), [&](auto type) { return part.type.starts_with(type); })) return false;
  const auto content = trim(part.content);
  if (content.empty() || content.starts_with("<PDF>") || content.starts_with("begin ")) return false;
  return !(content.starts_with("<XML>") || content.starts_with("<?xml")) || looks_like_html(content);
}

Document read_part(const Part& part) {
  return looks_like_html(part.content) ? read_html(part.content, part.content_span) : read_text(part.content, part.content_span);
}

bool has_table(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return block.kind == BlockKind::table; });
}

void append(Document& whole, const Part& part, Document read) {
  if (!whole.blocks.empty()) {
    Block mark;
    mark.kind = BlockKind::heading;
    mark.text = part.type;
    mark.span = part.type_span;
    whole.blocks.push_back(std::move(mark));
  }
  std::move(read.blocks.begin(), read.blocks.end(), std::back_inserter(whole.blocks));
  std::move(read.problems.begin(), read.problems.end(), std::back_inserter(whole.problems));
  for (auto& [key, value] : read.header)
    if (whole.header_value(key) == nullptr) whole.header.emplace_back(std::move(key), std::move(value));
}

void list_skipped(Document& whole, const Part& part) {
  Problem problem;
  problem.code = "document-skipped";
  problem.message = fmt::format("{} ({}) was passed over", part.type.empty() ? "a document without a type" : part.type,
                                part.description.empty() ? part.file : part.description);
  problem.span = part.type_span;
  whole.problems.push_back(std::move(problem));
}

}  // namespace

Document read_submission(std::string_view utf8) {
  Document whole;
  whole.format = Format::submission;
  const auto header_end = std::min(utf8.find(Parts::kOpen), utf8.size());
  read_header(utf8.substr(0, header_end), whole);
  const auto parts = Parts(utf8).split();

  std::vector<std::pair<const Part*, Document>> read;
  for (const auto& part : parts)
    if (is_exhibit_99(part) && is_readable(part)) read.emplace_back(&part, read_part(part));
  // A company that files its release as the form itself, or figures under another exhibit's number.
  const bool found = std::any_of(read.begin(), read.end(), [](const auto& entry) { return has_table(entry.second); });
  if (!found && !parts.empty() && !is_exhibit_99(parts.front()) && is_readable(parts.front()))
    read.emplace(read.begin(), &parts.front(), read_part(parts.front()));

  auto next = read.begin();
  for (const auto& part : parts) {
    if (next != read.end() && next->first == &part)
      append(whole, part, std::move((next++)->second));
    else
      list_skipped(whole, part);
  }
  if (parts.empty() || !parts.back().closed) {
    Problem problem;
    problem.code = "document-truncated";
    problem.message = parts.empty() ? "the submission has no documents" : "the submission ends inside a document";
    problem.span = parts.empty() ? Span{0, 0, 1} : parts.back().type_span;
    whole.problems.push_back(std::move(problem));
  }
  return whole;
}

}  // namespace finwh
