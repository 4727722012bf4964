#include "reports/output_format.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace finwh {
namespace {

struct FormatNames {
  OutputFormat format;
  std::string_view name;
  std::array<std::string_view, 2> extensions;
  bool for_people;
};

constexpr std::array<FormatNames, 8> kFormats = {{
    {OutputFormat::table, "table", {"txt", "text"}, true},
    {OutputFormat::box, "box", {"box", ""}, true},
    {OutputFormat::csv, "csv", {"csv", ""}, false},
    {OutputFormat::tsv, "tsv", {"tsv", "tab"}, false},
    {OutputFormat::json, "json", {"json", ""}, false},
    {OutputFormat::jsonl, "jsonl", {"jsonl", "ndjson"}, false},
    {OutputFormat::markdown, "markdown", {"md", "markdown"}, true},
    {OutputFormat::html, "html", {"html", "htm"}, true},
}};

}  // namespace

std::string_view to_string(OutputFormat format) {
  for (const auto& entry : kFormats)
    if (entry.format == format) return entry.name;
  return "table";
}

std::optional<OutputFormat> output_format_from(std::string_view name) {
  const std::string wanted = to_lower(name);
  for (const auto& entry : kFormats)
    if (entry.name == wanted) return entry.format;
  return std::nullopt;
}

std::optional<OutputFormat> output_format_of_file(std::string_view path) {
  const auto dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] == '/') return std::nullopt;
  const std::string extension = to_lower(path.substr(dot + 1));
  if (extension.empty()) return std::nullopt;
  for (const auto& entry : kFormats)
    for (const auto known : entry.extensions)
      if (known == extension) return entry.format;
  return std::nullopt;
}

std::string output_format_names() {
  std::string names;
  for (const auto& entry : kFormats) names += (names.empty() ? "" : ", ") + std::string(entry.name);
  return names;
}

bool is_for_people(OutputFormat format) {
  for (const auto& entry : kFormats)
    if (entry.format == format) return entry.for_people;
  return true;
}

}  // namespace finwh
