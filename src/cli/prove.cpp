#include "cli/prove.h"

#include <fmt/format.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/linkbase.h"
#include "checks/tree.h"
#include "cli/interrupt.h"
#include "reports/visible_text.h"
#include "warehouse/keys.h"
#include "warehouse/warehouse.h"

namespace finwh {
namespace {

std::string proof_of(std::int64_t fact, Warehouse& warehouse) {
  const auto unknown = [&] {
    return UsageError(fmt::format("there is no fact {} in the warehouse; 'finwh query facts' lists them", fact));
  };
  const auto release_id = fact / kKeysOfRelease;
  const auto ids = warehouse.release_ids();
  if (std::find(ids.begin(), ids.end(), release_id) == ids.end()) throw unknown();
  const Release release = warehouse.read_release(release_id);
  const int index = index_of(fact);
  if (index < 0 || static_cast<std::size_t>(index) >= release.facts.size()) throw unknown();
  const CheckReport report = check_release(release);
  return fmt::format("fact {}, {}\n", fact, visible_text(release.file.path, false)) +
         visible_text(to_text(release, report, proof_tree(release, report, index)), true);
}

std::string linkbase_of(const ProveOptions& options, const std::string& path) {
  std::int64_t id = 0;
  {
    QueryRunner runner(path, {}, &interrupted());
    id = chosen_release(runner, options.choice);
  }
  const Release release = Warehouse(path, Access::read).read_release(id);
  return calculation_linkbase(release, check_release(release));
}

}  // namespace

void setup_prove(CLI::App& app, Invocation& invocation) {
  const auto options = std::make_shared<ProveOptions>();
  auto* command = app.add_subcommand("prove", "Show the arithmetic that proves a fact");
  command->footer(
      "The relation that gives the fact, the figures that it is made of, and so on down to cells that nothing else explains. With\n"
      "--linkbase all sums found in a release are printed as an XBRL calculation linkbase (Calculations 1.1).");
  command->add_option("fact", options->facts, "The fact's number")->type_name("FACT");
  command->add_flag("--linkbase", options->linkbase, "Print the sums of a release as a calculation linkbase");
  add_release_choice(*command, options->choice);
  command->add_option("-o,--output", options->file, "Write to a file")->type_name("FILE");
  add_database_option(*command, options->database);
  command->callback([options, &invocation] { invocation.run = [options] { return run_prove(*options); }; });
}

ExitStatus run_prove(const ProveOptions& options) {
  if (options.linkbase != options.facts.empty()) throw UsageError("give the number of a fact, or --linkbase for a release");
  if (!options.linkbase && options.choice.any()) throw UsageError("--release, --company and --period choose the release of --linkbase");
  const std::string path = database_path(options.database);
  Output output(OutputOptions{"table", options.file});
  if (options.linkbase) {
    output.write(linkbase_of(options, path));
  } else {
    Warehouse warehouse(path, Access::read);
    for (std::size_t i = 0; i < options.facts.size(); ++i) output.write((i > 0 ? "\n" : "") + proof_of(options.facts[i], warehouse));
  }
  output.finish();
  return ExitStatus::done;
}

}  // namespace finwh
