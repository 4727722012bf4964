#include "cli/tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/interrupt.h"
#include "cli/read_file.h"
#include "reports/printed_table.h"
#include "reports/visible_text.h"
#include "warehouse/warehouse.h"

namespace finwh {
namespace {

Release stored_release(const TablesOptions& options) {
  const std::string path = database_path(options.database);
  std::int64_t id = 0;
  {
    QueryRunner runner(path, {}, &interrupted());
    id = chosen_release(runner, options.choice);
  }
  return Warehouse(path, Access::read).read_release(id);
}

std::string title_of(const Release& release) {
  const auto& identity = release.identity;
  std::string out = release.file.path;
  if (!identity.company.empty()) out += ": " + identity.company + (identity.ticker.empty() ? "" : " (" + identity.ticker + ")");
  if (identity.fiscal_year && identity.fiscal_quarter) out += fmt::format(", {}Q{}", *identity.fiscal_year, *identity.fiscal_quarter);
  if (identity.published_on) out += ", published " + to_string(*identity.published_on);
  return visible_text(out, false) + "\n";
}

// What `--source` adds: how each column's figures were placed, and what was passed over.
std::string reading_of(const Release& release, std::size_t table) {
  std::vector<std::string> lines;
  std::vector<int> columns;
  for (const auto& fact : release.facts) {
    if (fact.table != static_cast<int>(table) || std::find(columns.begin(), columns.end(), fact.column) != columns.end()) continue;
    columns.push_back(fact.column);
    std::string line = fmt::format("  column {}: {} {}", fact.column, to_string(fact.period), to_string(fact.basis));
    if (!fact.member.name.empty()) line += fmt::format(", {} {}", fact.member.axis, fact.member.name);
    for (const auto& [what, rule] :
         {std::pair<const char*, const std::string*>{"period", &fact.period_rule}, {"unit", &fact.unit_rule}, {"scale", &fact.scale_rule}})
      if (!rule->empty()) line += fmt::format("; {} by {}", what, *rule);
    lines.push_back(
        line + fmt::format(" (line {}: {} = {} {})", fact.source.line, fact.raw, fact.nil ? "nil" : fact.value.to_string(), fact.unit));
  }
  for (const auto& problem : release.problems)
    if (problem.table == release.tables[table].ordinal)
      lines.push_back(fmt::format("  line {}: {} [{}] {}", problem.span.line, problem.message, problem.code, problem.excerpt));
  std::sort(lines.begin(), lines.end());
  return lines.empty() ? "" : visible_text(join(lines, "\n"), true) + "\n";
}

std::string skipped_of(const Release& release) {
  std::string out;
  for (const auto& skipped : release.skipped)
    out += fmt::format("Passed over, line {}: {} ({})\n", skipped.source.line, skipped.reason, shorten(skipped.excerpt, 60));
  for (const auto& problem : release.problems)
    if (problem.table == 0) out += fmt::format("Line {}: {} [{}]\n", problem.span.line, problem.message, problem.code);
  return visible_text(out, true);
}

bool is_wanted(const TablesOptions& options, const ReleaseTable& table) {
  return options.tables.empty() || std::find(options.tables.begin(), options.tables.end(), table.ordinal) != options.tables.end();
}

}  // namespace

void setup_tables(CLI::App& app, Invocation& invocation) {
  const auto options = std::make_shared<TablesOptions>();
  auto* command = app.add_subcommand("tables", "Print a release's tables again, as it printed them");
  command->footer(
      "From the warehouse alone: rows, order, headings, labels, marks and each number as printed. With --source a file is\n"
      "read and not loaded, and each column's period, basis and rules stand below its table. csv, json and the like give a row\n"
      "for each cell.");
  command->add_option("table", options->tables, "Numbers of the tables; without them all")->type_name("N");
  command->add_option("--source", options->source, "Show how this file is read, without loading it")->type_name("FILE");
  add_release_choice(*command, options->choice);
  add_database_option(*command, options->database);
  add_output_options(*command, options->output);
  command->callback([options, &invocation] { invocation.run = [options] { return run_tables(*options); }; });
}

ExitStatus run_tables(const TablesOptions& options) {
  if (!options.source.empty() && options.choice.any()) throw UsageError("give either --source or a release of the warehouse");
  Output output(options.output);
  const Release release = options.source.empty() ? stored_release(options) : read_file(options.source, {}).release;
  for (const int number : options.tables)
    if (std::none_of(release.tables.begin(), release.tables.end(), [&](const ReleaseTable& table) { return table.ordinal == number; }))
      throw UsageError(fmt::format("{} has no table {}; it has {}", release.file.path, number, release.tables.size()));
  if (is_for_people(output.format())) {
    output.write(title_of(release));
    for (std::size_t i = 0; i < release.tables.size(); ++i) {
      if (!is_wanted(options, release.tables[i])) continue;
      output.write("\n" + draw_printed_table(release.tables[i]));
      if (!options.source.empty())
        if (const auto reading = reading_of(release, i); !reading.empty()) output.write("\n" + reading);
    }
    if (!options.source.empty() && options.tables.empty())
      if (const auto skipped = skipped_of(release); !skipped.empty()) output.write("\n" + skipped);
    output.finish();
    return ExitStatus::done;
  }
  ResultSet cells;
  for (const auto& table : release.tables) {
    auto more = printed_cells(release, table);
    cells.columns = more.columns;
    if (is_wanted(options, table)) std::move(more.rows.begin(), more.rows.end(), std::back_inserter(cells.rows));
  }
  write_result(cells, output);
  return ExitStatus::done;
}

}  // namespace finwh
