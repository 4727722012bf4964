#include "cli/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/text.h"
#include "cli/check_junit.h"
#include "cli/check_sarif.h"
#include "cli/checked_release.h"
#include "cli/interrupt.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

using Json = nlohmann::ordered_json;

const std::map<std::string, FailOn> kFailOn = {{"fail", FailOn::fail}, {"rounding", FailOn::rounding}, {"never", FailOn::never}};

constexpr CheckStatus kStatuses[] = {CheckStatus::pass, CheckStatus::rounding, CheckStatus::fail, CheckStatus::not_applicable};

// "FILE:LINE: fail in table 2: what [rule]", then the amounts and the hint.
std::string describe_check(const CheckedRelease& checked, const Check& check) {
  std::string out = checked.release.file.path;
  if (const auto* fact = checked.shown_fact(check); fact != nullptr && fact->source.line > 0) out += fmt::format(":{}", fact->source.line);
  out += fmt::format(": {}", to_string(check.status));
  if (const int table = checked.table_of(check); table > 0) out += fmt::format(" in table {}", table);
  out += fmt::format(": {} [{}]\n", check.description, check.rule);
  if (const auto amounts = amounts_of(check); !amounts.empty()) out += "    " + amounts + "\n";
  if (!check.hint.empty()) out += "    " + check.hint + "\n";
  return visible_text(out, true);
}

std::string describe(const CheckedRelease& checked, FailOn fail_on, bool all) {
  const auto& identity = checked.release.identity;
  std::string out =
      fmt::format("{}: release {}{}\n", checked.release.file.path, checked.id, identity.company.empty() ? "" : ", " + identity.company);
  std::vector<std::string> counts;
  for (const auto status : kStatuses) counts.push_back(fmt::format("{} {}", checked.count(status), to_string(status)));
  out += fmt::format("  {} checks: {}\n", checked.report.checks.size(), join(counts, ", "));
  const auto facts = checked.release.facts.size();
  if (facts > 0)
    out += fmt::format("  {} facts: {} proven ({:.1f} %), {} tied, {} unproven\n", facts, checked.proven,
                       100.0 * checked.proven / static_cast<double>(facts), checked.tied,
                       static_cast<int>(facts) - checked.proven - checked.tied);
  out = visible_text(out, true);
  for (const auto& check : checked.report.checks)
    if (all || is_complaint(check, fail_on)) out += describe_check(checked, check);
  return out;
}

Json as_json(const CheckedRelease& checked, FailOn fail_on, bool all) {
  Json out = {{"release_id", checked.id}, {"file", checked.release.file.path}, {"company", checked.release.identity.company}};
  for (const auto status : kStatuses) out["checks"][std::string(to_string(status))] = checked.count(status);
  out["facts"] = checked.release.facts.size();
  out["facts_proven"] = checked.proven;
  out["facts_tied"] = checked.tied;
  Json& list = out[all ? "identities" : "failures"] = Json::array();
  const auto number = [](const std::optional<Decimal>& value) { return value ? Json(value->to_string()) : Json(nullptr); };
  for (const auto& check : checked.report.checks) {
    if (!all && !is_complaint(check, fail_on)) continue;
    const int table = checked.table_of(check);
    const Fact* fact = checked.shown_fact(check);
    list.push_back({{"table_no", table > 0 ? Json(table) : Json(nullptr)},
                    {"line", fact == nullptr ? 0 : fact->source.line},
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

// Takes the releases one by one and gives the whole text at the end, in the form that was asked for.
class CheckListing {
 public:
  CheckListing(const std::string& format, FailOn fail_on, bool all)
      : format_(format), fail_on_(fail_on), all_(all), sarif_(fail_on, all), junit_(fail_on) {}

  // What can be printed at once.
  std::string add(const CheckedRelease& checked) {
    const bool first = !std::exchange(any_, true);
    if (format_ == "sarif")
      sarif_.add(checked);
    else if (format_ == "junit")
      junit_.add(checked);
    else if (format_ == "json")
      json_.push_back(as_json(checked, fail_on_, all_));
    else
      return (first ? "" : "\n") + describe(checked, fail_on_, all_);
    return "";
  }

  std::string end() const {
    if (format_ == "sarif") return sarif_.text();
    if (format_ == "junit") return junit_.text();
    if (format_ == "json") return json_.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    return "";
  }

 private:
  std::string format_;
  FailOn fail_on_;
  bool all_;
  bool any_ = false;
  SarifLog sarif_;
  JunitReport junit_;
  Json json_ = Json::array();
};

// -O, else what --json or the file's extension says.
std::string format_of(const CheckOptions& options) {
  if (options.json && !options.format.empty() && options.format != "json") throw UsageError("give either --json or --format");
  if (options.json) return "json";
  if (!options.format.empty()) return options.format;
  for (const auto& [extension, format] : {std::pair{".sarif", "sarif"}, {".xml", "junit"}, {".json", "json"}})
    if (options.file.ends_with(extension)) return format;
  return "text";
}

bool counts_as_failed(const CheckedRelease& checked, FailOn fail_on) {
  return fail_on != FailOn::never && std::any_of(checked.report.checks.begin(), checked.report.checks.end(),
                                                 [&](const Check& check) { return is_complaint(check, fail_on); });
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
  command
      ->add_option("-O,--format", options->format,
                   "Form of the results: text (default), json, sarif (SARIF 2.1.0, for code hosts and editors) or junit (JUnit XML, "
                   "for build servers; always lists every identity)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"text", "json", "sarif", "junit"}).description(""));
  command->add_flag("--json", options->json, "The same as --format json");
  command->add_option("-o,--output", options->file, "Write the results to a file; .json, .sarif and .xml (JUnit) imply the form")
      ->type_name("FILE");
  command->add_flag("--dry-run", options->dry_run, "Do not store the results");
  add_wait_option(*command, options->wait);
  add_database_option(*command, options->database);
  command->callback([options, &invocation] { invocation.run = [options] { return run_check(*options); }; });
}

ExitStatus run_check(const CheckOptions& options) {
  const std::string path = database_path(options.database);
  const FailOn fail_on = kFailOn.at(options.fail_on);
  CheckListing listing(format_of(options), fail_on, options.all);
  Output output(OutputOptions{"table", options.file}, WhenClosed::go_on);
  std::vector<std::int64_t> releases;
  {
    Warehouse warehouse(path, Access::read);
    releases = chosen_releases(options, path, warehouse);
  }
  Warehouse warehouse(path, options.dry_run ? Access::read : Access::write, {milliseconds_of(options.wait)});
  bool failed = false;
  for (const auto id : releases) {
    if (interrupted()) throw Interrupted();
    const CheckedRelease checked = check_stored_release(id, warehouse);
    if (!options.dry_run) warehouse.store_checks(id, checked.report);
    failed = failed || counts_as_failed(checked, fail_on);
    output.write(listing.add(checked));
  }
  warehouse.close();
  output.write(listing.end());
  output.finish();
  return failed ? ExitStatus::check_failed : ExitStatus::done;
}

}  // namespace finwh
