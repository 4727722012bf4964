#include "support/release_dump.h"

#include <fmt/format.h>

#include "base/text.h"

namespace finwh::test {
namespace {

std::string dump(const Span& span) { return fmt::format("@{}+{}:{}", span.offset, span.length, span.line); }
std::string dump(const std::optional<Date>& date) { return date ? to_string(*date) : "-"; }
std::string dump(const std::optional<int>& number) { return number ? std::to_string(*number) : "-"; }
std::string dump(const Decimal& value) { return fmt::format("{}e{}", value.coefficient(), value.exponent()); }
std::string dump_path(const std::vector<std::string>& path) { return fmt::format("{}[{}]", path.size(), join(path, "|")); }

std::string dump(const Fact& f) {
  return fmt::format("fact t{} r{} c{} {} {:?} {} {}:{} {} {} m{} {} {} nil={} notes={} {:?} {} rules={}|{}|{}", f.table, f.row, f.column,
                     dump_path(f.section_path), f.label, f.concept_name, f.member.axis, f.member.name, to_string(f.basis),
                     to_string(f.period), f.period.months, f.unit, dump(f.value), f.nil, dump_path(f.notes), f.raw, dump(f.source),
                     f.period_rule, f.unit_rule, f.scale_rule);
}

void dump_table(const ReleaseTable& table, std::vector<std::string>& lines) {
  const auto& n = table.conservation;
  lines.push_back(fmt::format("table {} {:?} {} {:?} {} {} {} audited={} columns={} counts={},{},{},{},{},{} {}", table.ordinal,
                              table.title, to_string(table.statement), table.scale_clause, table.money_exponent, table.share_exponent,
                              table.currency, table.audited ? (*table.audited ? "yes" : "no") : "-", table.columns, n.numeric_cells,
                              n.facts, n.headers, n.labels, n.marks, n.problems, dump(table.source)));
  for (const auto& row : table.rows)
    lines.push_back(fmt::format("row {} {:?} {} depth={} total={} ruled={} {}", to_string(row.kind), row.label, dump_path(row.section_path),
                                row.depth, row.total, row.ruled_above, dump(row.source)));
  for (const auto& cell : table.cells)
    lines.push_back(fmt::format("cell r{} c{} +{} {} {:?} {} fact={}", cell.row, cell.column, cell.columns, to_string(cell.role), cell.text,
                                dump(cell.source), cell.fact));
}

}  // namespace

std::vector<std::string> dump_release(const Release& release) {
  std::vector<std::string> lines;
  const auto& id = release.identity;
  lines.push_back(fmt::format("file {} {} {} {}", release.file.path, release.file.sha256, release.file.format, release.file.bytes));
  lines.push_back(fmt::format("identity {:?} {} {} {} {} {:?} {} {} {} {}", id.company, id.ticker, id.exchange, id.cik, id.fiscal_year_end,
                              id.title, dump(id.published_on), dump(id.fiscal_year), dump(id.fiscal_quarter), dump(id.period_end)));
  for (const auto& table : release.tables) dump_table(table, lines);
  for (const auto& fact : release.facts) lines.push_back(dump(fact));
  for (const auto& note : release.notes)
    lines.push_back(fmt::format("note {} {:?} {:?} t{} {}", note.mark, note.title, note.text, note.table, dump(note.source)));
  for (const auto& walk : release.walks)
    lines.push_back(fmt::format("walk t{} {} [{}] [{}] {}", walk.table, walk.gaap, fmt::join(walk.adjustments, ","),
                                fmt::join(walk.signs, ","), walk.non_gaap));
  for (const auto& skipped : release.skipped)
    lines.push_back(fmt::format("skipped {} {:?} {}", skipped.reason, skipped.excerpt, dump(skipped.source)));
  for (const auto& problem : release.problems)
    lines.push_back(
        fmt::format("problem {} {:?} {} {:?} t{}", problem.code, problem.message, dump(problem.span), problem.excerpt, problem.table));
  return lines;
}

std::string first_difference(const Release& a, const Release& b) {
  const auto left = dump_release(a);
  const auto right = dump_release(b);
  for (std::size_t i = 0; i < left.size() || i < right.size(); ++i) {
    const std::string one = i < left.size() ? left[i] : "(nothing)";
    const std::string other = i < right.size() ? right[i] : "(nothing)";
    if (one != other) return one + "\n" + other;
  }
  return "";
}

}  // namespace finwh::test
