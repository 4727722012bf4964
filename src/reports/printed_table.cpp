#include "reports/printed_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/text.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

constexpr std::size_t kGap = 2;  // columns between two cells
constexpr std::size_t kWidestLabel = 60;
constexpr std::size_t kNarrowestHeader = 12;
constexpr std::size_t kNarrowestSpan = 20;  // of each column under a header that covers several
constexpr std::size_t kNarrowestNote = 80;

// What stands in one place of the page: the texts of its cells, joined.
struct Place {
  std::size_t first = 0;
  std::size_t count = 1;
  bool right = false;
  bool header = false;
  std::vector<std::string> lines;
};

struct PageRow {
  RowKind kind = RowKind::line;
  std::vector<Place> places;
};

class Page {
 public:
  explicit Page(const ReleaseTable& table) : table_(table), widths_(static_cast<std::size_t>(std::max(table.columns, 1)), 0) {
    take_cells();
    measure();
  }

  std::string text() const {
    std::string out;
    for (const auto& row : rows_) out += row.kind == RowKind::title || row.kind == RowKind::note ? free_line(row) : aligned(row);
    return out;
  }

 private:
  void take_cells() {
    for (const auto& row : table_.rows) rows_.push_back({row.kind, {}});
    for (const auto& cell : table_.cells) {
      if (cell.row < 0 || static_cast<std::size_t>(cell.row) >= rows_.size()) continue;
      auto& places = rows_[static_cast<std::size_t>(cell.row)].places;
      const auto first = std::min(static_cast<std::size_t>(std::max(cell.column, 0)), widths_.size() - 1);
      const auto count = std::min(static_cast<std::size_t>(std::max(cell.columns, 1)), widths_.size() - first);
      const std::string text = visible_text(cell.text, false);
      if (!places.empty() && places.back().first == first) {
        places.back().lines.front() += " " + text;
        continue;
      }
      const bool number = cell.role == CellRole::value || cell.role == CellRole::nil || cell.role == CellRole::mark;
      places.push_back({first, count, number || (cell.role == CellRole::header && first > 0), cell.role == CellRole::header, {text}});
    }
    for (std::size_t i = 0; i < rows_.size(); ++i)
      for (auto& place : rows_[i].places)
        if (place.first == 0 && !place.header && !place.right)
          place.lines.front().insert(0, std::string(static_cast<std::size_t>(std::clamp(table_.rows[i].depth, 0, 20)) * 2, ' '));
  }

  std::size_t span_width(const Place& place) const {
    std::size_t width = kGap * (place.count - 1);
    for (std::size_t c = place.first; c < place.first + place.count; ++c) width += widths_[c];
    return width;
  }

  void widen(const Place& place, std::size_t wanted) {
    const auto have = span_width(place);
    if (wanted > have) widths_[place.first + place.count - 1] += wanted - have;
  }

  // The figures decide the widths; then labels and headers are broken into lines that fit, or widen what they must.
  void measure() {
    const auto each = [&](const auto& wanted, const auto& act) {
      for (auto& row : rows_)
        if (row.kind != RowKind::title && row.kind != RowKind::note)
          for (auto& place : row.places)
            if (wanted(place)) act(place);
    };
    const auto widest = [](const Place& place) {
      std::size_t width = 0;
      for (const auto& line : place.lines) width = std::max(width, display_width(line));
      return width;
    };
    each([](const Place& p) { return !p.header && p.count == 1; },
         [&](Place& p) {
           if (!p.right) p.lines = wrap_text(p.lines.front(), kWidestLabel);
           widen(p, widest(p));
         });
    each([](const Place& p) { return !p.header && p.count > 1; }, [&](Place& p) { widen(p, std::min(widest(p), kWidestLabel)); });
    each([](const Place& p) { return p.header; },
         [&](Place& p) {
           p.lines = wrap_text(p.lines.front(), std::max(span_width(p), (p.count > 1 ? kNarrowestSpan : kNarrowestHeader) * p.count));
           widen(p, widest(p));
         });
  }

  std::string free_line(const PageRow& row) const {
    std::vector<std::string> texts;
    for (const auto& place : row.places) texts.push_back(join(place.lines, " "));
    const Place whole{0, widths_.size(), false, false, {}};
    std::string out;
    for (const auto& line : wrap_text(join(texts, "  "), std::max(span_width(whole), kNarrowestNote))) out += line + "\n";
    return out;
  }

  std::string aligned(const PageRow& row) const {
    std::size_t height = 1;
    for (const auto& place : row.places) height = std::max(height, place.lines.size());
    std::string out;
    for (std::size_t i = 0; i < height; ++i) {
      std::string line;
      for (const auto& place : row.places) {
        // The last line of a label stands beside its figures; headers end on the same line, too.
        const auto skipped = height - place.lines.size();
        const std::string text = i < skipped ? "" : place.lines[i - skipped];
        std::size_t at = 0;
        for (std::size_t c = 0; c < place.first; ++c) at += widths_[c] + kGap;
        const auto width = span_width(place);
        const auto taken = display_width(text);
        if (place.right && width > taken) at += place.count > 1 && place.header ? (width - taken) / 2 : width - taken;
        const auto used = display_width(line);
        line += std::string(at > used ? at - used : used > 0 ? 1 : 0, ' ') + text;
      }
      while (!line.empty() && line.back() == ' ') line.pop_back();
      out += line + "\n";
    }
    return out;
  }

  const ReleaseTable& table_;
  std::vector<std::size_t> widths_;
  std::vector<PageRow> rows_;
};

template <typename... Values>
void append(ResultRow& row, Values&&... values) {
  (row.emplace_back(std::forward<Values>(values)), ...);
}

Value value_of(const Fact& fact) {
  Value value;
  if (fact.nil) return value;
  if (const auto integer = fact.value.to_integer())
    value = *integer;
  else
    value = std::strtod(fact.value.to_string().c_str(), nullptr);
  return value;
}

}  // namespace

std::string draw_printed_table(const ReleaseTable& table) {
  std::string heading = fmt::format("Table {}: {}", table.ordinal, visible_text(table.title.empty() ? "(no title)" : table.title, false));
  std::string reading = fmt::format("{}, line {}", to_string(table.statement), table.source.line);
  if (!table.scale_clause.empty()) reading += ", " + visible_text(table.scale_clause, false);
  const auto& counts = table.conservation;
  reading += fmt::format("; {} numbers: {} facts, {} in headers, {} in labels, {} marks, {} problems, {} unexplained", counts.numeric_cells,
                         counts.facts, counts.headers, counts.labels, counts.marks, counts.problems, counts.unexplained());
  return heading + "\n" + reading + "\n\n" + Page(table).text();
}

ResultSet printed_cells(const Release& release, const ReleaseTable& table) {
  ResultSet result{{{"table_no", "INTEGER"},
                    {"row_no", "INTEGER"},
                    {"kind", "TEXT"},
                    {"depth", "INTEGER"},
                    {"section_path", "TEXT"},
                    {"column_no", "INTEGER"},
                    {"columns", "INTEGER"},
                    {"role", "TEXT"},
                    {"text", "TEXT"},
                    {"value", ""},
                    {"unit", "TEXT"},
                    {"period", "TEXT"},
                    {"basis", "TEXT"},
                    {"member", "TEXT"},
                    {"concept", "TEXT"},
                    {"rules", "TEXT"},
                    {"source_line", "INTEGER"}},
                   {}};
  for (const auto& cell : table.cells) {
    if (cell.row < 0 || static_cast<std::size_t>(cell.row) >= table.rows.size()) continue;
    const auto& row = table.rows[static_cast<std::size_t>(cell.row)];
    ResultRow out;
    append(out, std::int64_t{table.ordinal}, std::int64_t{cell.row + 1}, std::string(to_string(row.kind)), std::int64_t{row.depth},
           join(row.section_path, " > "), std::int64_t{cell.column}, std::int64_t{cell.columns}, std::string(to_string(cell.role)),
           cell.text);
    if (cell.fact >= 0 && static_cast<std::size_t>(cell.fact) < release.facts.size()) {
      const auto& fact = release.facts[static_cast<std::size_t>(cell.fact)];
      std::vector<std::string> rules;
      for (const auto& [what, rule] : {std::pair<const char*, const std::string*>{"period", &fact.period_rule},
                                       {"unit", &fact.unit_rule},
                                       {"scale", &fact.scale_rule}})
        if (!rule->empty()) rules.push_back(std::string(what) + ": " + *rule);
      append(out, value_of(fact), fact.unit, to_string(fact.period), std::string(to_string(fact.basis)), fact.member.name,
             fact.concept_name, join(rules, "; "));
    } else {
      while (out.size() + 1 < result.columns.size()) out.emplace_back();
    }
    append(out, std::int64_t{cell.source.line});
    result.rows.push_back(std::move(out));
  }
  return result;
}

}  // namespace finwh
