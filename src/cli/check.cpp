#include "cli/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "checks/proof.h"
#include "cli/interrupt.h"
#include "reports/figure_text.h"
#include "reports/row_writer.h"
#include "reports/visible_text.h"
#include "warehouse/warehouse.h"

namespace finwh {
namespace {

using Json = nlohmann::ordered_json;

constexpr CheckStatus kStatuses[] = {CheckStatus::pass, CheckStatus::rounding, CheckStatus::fail, CheckStatus::not_applicable};

// One release with what its checks came to.
struct Checked {
  std::int64_t id = 0;
  Release release;
  CheckReport report;
  std::map<CheckStatus, int> counts;
  int proven = 0, tied = 0;
};

Checked check_one(std::int64_t id, Warehouse& warehouse, bool store) {
  Checked checked{id, warehouse.read_release(id), {}, {}, 0, 0};
  checked.report = check_release(checked.release);
  if (store) warehouse.store_checks(id, checked.report);
  for (const auto& check : checked.report.checks) ++checked.counts[check.status];
  for (const auto& proof : prove_facts(checked.release, checked.report)) {
    checked.proven += proof.status == ProofStatus::proven;
    checked.tied += proof.status == ProofStatus::tied;
  }
  return checked;
}

int table_of(const Checked& checked, const Check& check) {
  return check.table < 0 ? 0 : checked.release.tables[static_cast<std::size_t>(check.table)].ordinal;
}

std::string amount(const std::optional<Decimal>& value) {
  if (!value) return "";
  const auto text = value->to_string();
  const auto integer = value->to_integer();
  return integer ? figure_text(*integer, {}) : text;
}

// Where a failing identity stands: the line of the figure that is tested, else of its first figure.
std::uint32_t line_of(const Checked& checked, const Check& check) {
  const CheckTerm* shown = nullptr;
  for (const auto& term : check.terms)
    if (shown == nullptr || (term.weight == 0 && shown->weight != 0)) shown = &term;
  return shown == nullptr ? 0 : checked.release.facts[static_cast<std::size_t>(shown->fact)].source.line;
}

// "FILE:LINE: fail in table 2: what [rule]", then the amounts and the hint.
std::string describe_check(const Checked& checked, const Check& check) {
  std::string out = checked.release.file.path;
  if (const auto line = line_of(checked, check); line > 0) out += fmt::format(":{}", line);
  out += fmt::format(": {}", to_string(check.status));
  if (const int table = table_of(checked, check); table > 0) out += fmt::format(" in table {}", table);
  out += fmt::format(": {} [{}]\n", check.description, check.rule);
  if (check.found || check.expected)
    out +=
        fmt::format("    printed {}, comes to {}, differs by {}\n", amount(check.found), amount(check.expected), amount(check.difference));
  if (!check.hint.empty()) out += "    " + check.hint + "\n";
  return visible_text(out, true);
}

std::string describe(const Checked& checked, bool all) {
  const auto& identity = checked.release.identity;
  std::string out =
      fmt::format("{}: release {}{}\n", checked.release.file.path, checked.id, identity.company.empty() ? "" : ", " + identity.company);
  std::vector<std::string> counts;
  for (const auto status : kStatuses)
    counts.push_back(fmt::format("{} {}", checked.counts.contains(status) ? checked.counts.at(status) : 0, to_string(status)));
  out += fmt::format("  {} checks: {}\n", checked.report.checks.size(), join(counts, ", "));
  const auto facts = checked.release.facts.size();
  if (facts > 0)
    out += fmt::format("  {} facts: {} proven ({:.1f} %), {} tied, {} unproven\n", facts, checked.proven,
                       100.0 * checked.proven / static_cast<double>(facts), checked.tied,
                       static_cast<int>(facts) - checked.proven - checked.tied);
  out = visible_text(out, true);
  for (const auto& check : checked.report.checks)
    if (all || check.status == CheckStatus::fail) out += describe_check(checked, check);
  return out;
}

Json as_json(const Checked& checked, bool all) {
  Json out = {{"release_id", checked.id}, {"file", checked.release.file.path}, {"company", checked.release.identity.company}};
  for (const auto status : kStatuses)
    out["checks"][std::string(to_string(status))] = checked.counts.contains(status) ? checked.counts.at(status) : 0;
  out["facts"] = checked.release.facts.size();
  out["facts_proven"] = checked.proven;
  out["facts_tied"] = checked.tied;
  Json& list = out[all ? "identities" : "failures"] = Json::array();
  const auto number = [](const std::optional<Decimal>& value) { return value ? Json(value->to_string()) : Json(nullptr); };
  for (const auto& check : checked.report.checks) {
    if (!all && check.status != CheckStatus::fail) continue;
    const int table = table_of(checked, check);
    list.push_back({{"table_no", table > 0 ? Json(table) : Json(nullptr)},
                    {"line", line_of(checked, check)},
                    {"rule", check.rule},
                    {"description", check.description},
                    {"status", to_string(check.status)},
                    {"expected", number(check.expected)},
                    {"found", number(check.found)},
                    {"difference", number(check.difference)},
                    {"tolerance", number(check.tolerance)},
                    {"hint", check.hint.empty() ? Json(nullptr) : Json(check.hint)}});
  }
  return out;
}

bool is_failure(const Checked& checked, const std::string& fail_on) {
  if (fail_on == "never") return false;
  if (checked.counts.contains(CheckStatus::fail)) return true;
  return fail_on == "rounding" && checked.counts.contains(CheckStatus::rounding);
}

std::vector<std::int64_t> chosen_releases(const CheckOptions& options, const std::string& path, Warehouse& warehouse) {
  if (!options.choice.any()) return warehouse.release_ids();
  QueryRunner runner(path, {}, &interrupted());
  return {chosen_release(runner, options.choice)};
}

}  // namespace

void setup_check(CLI::App& app, Invocation& invocation) {
  const auto options = std::make_shared<CheckOptions>();
  auto* command = app.add_subcommand("check", "Check the arithmetic of releases");
  command->footer(
      "Tries every identity that a release implies: sums, ties between tables, walks from GAAP to non-GAAP, per-share amounts. The\n"
      "results are stored (v_check, v_proof). What fails is reported with its amounts and never repaired; it gives exit status 1.");
  add_release_choice(*command, options->choice);
  command
      ->add_option("--fail-on", options->fail_on,
                   "What gives exit status 1: fail (default), rounding (also what holds only within rounding) or never")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"fail", "rounding", "never"}).description(""));
  command->add_flag("--all", options->all, "List every identity, not only those that fail");
  command->add_flag("--dry-run", options->dry_run, "Do not store the results");
  command->add_flag("--json", options->json, "Print the results as JSON");
  add_database_option(*command, options->database);
  command->callback([options, &invocation] { invocation.run = [options] { return run_check(*options); }; });
}

ExitStatus run_check(const CheckOptions& options) {
  const std::string path = database_path(options.database);
  Output output(OutputOptions{});
  std::vector<std::int64_t> releases;
  {
    Warehouse warehouse(path, Access::read);
    releases = chosen_releases(options, path, warehouse);
  }
  Warehouse warehouse(path, options.dry_run ? Access::read : Access::write);
  bool failed = false;
  Json all = Json::array();
  for (std::size_t i = 0; i < releases.size(); ++i) {
    if (interrupted()) throw Interrupted();
    const Checked checked = check_one(releases[i], warehouse, !options.dry_run);
    failed = failed || is_failure(checked, options.fail_on);
    if (options.json)
      all.push_back(as_json(checked, options.all));
    else
      output.write((i > 0 ? "\n" : "") + describe(checked, options.all));
  }
  warehouse.close();
  if (options.json) output.write(all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  output.finish();
  return failed ? ExitStatus::check_failed : ExitStatus::done;
}

}  // namespace finwh
