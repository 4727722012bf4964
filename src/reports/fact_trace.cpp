#include "reports/fact_trace.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/figure_text.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

// Each column is a dimension, shown under its name.
constexpr const char* kDimensions = R"(
  SELECT
    v.company || coalesce(' (' || v.ticker || ')', '') AS company,
    coalesce('published ' || v.published_on || ', ', '') || coalesce(v.fiscal_year || 'Q' || v.fiscal_quarter || ', ', '')
      || 'release ' || v.release_id AS release,
    v.table_no || ': ' || v.table_title AS "table",
    v.statement AS statement,
    v.section_path AS section,
    v.label AS label,
    v.concept AS concept,
    v.member AS member,
    v.basis AS basis,
    CASE v.period_kind WHEN 'instant' THEN v.period_end
                       WHEN 'duration' THEN coalesce(v.period_start, '?') || ' to ' || v.period_end
                       ELSE 'unknown' END || iif(i.period_rule <> '', '  (by rule ' || i.period_rule || ')', '') AS period,
    v.unit || iif(i.unit_rule <> '', '  (by rule ' || i.unit_rule || ')', '') AS unit,
    v.value AS value,
    iif(f.exponent > 0, 'times 10^' || f.exponent, 'in units') || iif(i.scale_rule <> '', '  (by rule ' || i.scale_rule || ')', '') AS scale,
    v.notes AS notes,
    p.status || ' by ' || p.relations || ' relations, ' || p.ties || ' ties' AS proof
  FROM v_fact v
  JOIN fact f ON f.fact_id = v.fact_id
  JOIN fact_source o ON o.fact_id = v.fact_id
  JOIN dim_inference i ON i.inference_id = o.inference_id
  JOIN v_proof p ON p.fact_id = v.fact_id
  WHERE v.fact_id = :fact)";
constexpr const char* kSource = R"(
  SELECT r.source_file, r.sha256, o.raw, o.source_offset, o.source_length, o.source_line
  FROM fact_source o JOIN fact f ON f.fact_id = o.fact_id JOIN dim_release r ON r.release_id = f.release_id
  WHERE o.fact_id = :fact)";
constexpr const char* kChecks = R"(
  SELECT DISTINCT v.status || '  ' || v.rule || ': ' || v.description
  FROM check_fact x JOIN v_check v ON v.check_id = x.check_id
  WHERE x.fact_id = :fact ORDER BY x.check_id)";
constexpr const char* kNotes = R"(
  SELECT n.mark || ': ' || coalesce(n.title, substr(n.text, 1, 80))
  FROM fact_note x JOIN dim_note n ON n.note_id = x.note_id
  WHERE x.fact_id = :fact ORDER BY x.position)";

std::vector<std::string> first_column(const ResultSet& result) {
  std::vector<std::string> texts;
  for (const auto& row : result.rows) texts.push_back(plain_text(row[0]));
  return texts;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::optional<FactTrace> trace_fact(QueryRunner& runner, std::int64_t fact_id) {
  const QueryParameters parameters = {{"fact", fact_id}};
  const auto source = runner.rows(kSource, parameters);
  if (source.rows.empty()) return std::nullopt;
  FactTrace trace;
  const auto& from = source.rows[0];
  trace.source_file = plain_text(from[0]);
  trace.sha256 = plain_text(from[1]);
  trace.raw = plain_text(from[2]);
  trace.source = {static_cast<std::uint64_t>(whole_number(from[3], 0)), static_cast<std::uint32_t>(whole_number(from[4], 0)),
                  static_cast<std::uint32_t>(whole_number(from[5], 0))};
  const auto dimensions = runner.rows(kDimensions, parameters);
  for (std::size_t i = 0; !dimensions.rows.empty() && i < dimensions.columns.size(); ++i) {
    const auto& value = dimensions.rows[0][i];
    const auto& name = dimensions.columns[i].name;
    if (name == "value")
      trace.dimensions.emplace_back(name, is_null(value) ? std::string(kNil) + " (nil)" : figure_text(value, {}));
    else if (const auto text = plain_text(value); !text.empty())
      trace.dimensions.emplace_back(name, text);
  }
  trace.checks = first_column(runner.rows(kChecks, parameters));
  trace.notes = first_column(runner.rows(kNotes, parameters));
  return trace;
}

std::string marked_line(std::string_view text, std::uint64_t offset, std::uint64_t length, std::size_t columns) {
  if (offset > text.size()) return "";
  const auto at = static_cast<std::size_t>(offset);
  const auto break_before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  std::size_t first = break_before == std::string_view::npos ? 0 : break_before + 1;
  std::size_t last = std::min(text.find('\n', at), text.size());
  const auto end = std::min(at + static_cast<std::size_t>(length), last);
  std::string before_cut, after_cut;
  // Bytes stand for columns here: a little less than the window is shown when the line has wide characters.
  if (last - first > columns) {
    const auto half = columns > end - at ? (columns - (end - at)) / 2 : 0;
    if (at - first > half) {
      first = at - half;
      while (first < at && continues_character(text[first])) ++first;
      before_cut = "…";
    }
    if (last - end > half) {
      last = end + half;
      while (last < text.size() && continues_character(text[last])) ++last;
      after_cut = "…";
    }
  }
  const auto shown = [](std::string_view part) { return visible_text(replace_all(std::string(part), "\t", "    "), false); };
  const std::string before = before_cut + shown(text.substr(first, at - first));
  const std::string cell = shown(text.substr(at, end - at));
  const std::string after = shown(trim(text.substr(end, last - end)).empty() ? "" : text.substr(end, last - end)) + after_cut;
  return before + cell + after + "\n" + std::string(display_width(before), ' ') +
         std::string(std::max<std::size_t>(display_width(cell), 1), '^') + "\n";
}

}  // namespace finwh
