// The program: reads the command line, runs one command, and alone decides the exit status.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <new>

#include "base/text.h"
#include "cli/check.h"
#include "cli/command.h"
#include "cli/info.h"
#include "cli/interrupt.h"
#include "cli/load.h"
#include "cli/output.h"
#include "cli/prove.h"
#include "cli/query.h"
#include "cli/sql.h"
#include "cli/tables.h"
#include "cli/trace.h"
#include "input/source.h"
#include "reports/errors.h"
#include "reports/parameter.h"
#include "warehouse/warehouse_error.h"

namespace finwh {
namespace {

int run(const CLI::App& app, const Invocation& invocation) {
  try {
    return static_cast<int>(invocation.run());
  } catch (const CLI::CallForHelp&) {
    std::cout << app.get_subcommands().front()->help(app.get_name());
    return static_cast<int>(ExitStatus::done);
  } catch (const UsageError& error) {
    say_error("", error.what(), "usage");
    return static_cast<int>(ExitStatus::usage);
  } catch (const InputError& error) {
    say_error(error.path(), error.what(), error.code());
    return static_cast<int>(ExitStatus::input_rejected);
  } catch (const WarehouseError& error) {
    say_error(error.path(), error.what(), error.code());
    return static_cast<int>(ExitStatus::database);
  } catch (const QueryError& error) {
    say_error(error.place(), error.what(), error.code());
    return static_cast<int>(ExitStatus::query);
  } catch (const OutputError& error) {
    say_error(error.place(), error.what(), "output");
    return static_cast<int>(ExitStatus::usage);
  } catch (const OutputClosed&) {
    return static_cast<int>(ExitStatus::done);
  } catch (const Interrupted&) {
    say("interrupted");
    return static_cast<int>(ExitStatus::interrupted);
  } catch (const std::bad_alloc&) {
    say_error("", "out of memory", "memory");
    return static_cast<int>(ExitStatus::query);
  } catch (const std::exception& error) {
    say_error("", fmt::format("{}; please report this as a bug", error.what()), "internal");
    return static_cast<int>(ExitStatus::query);
  }
}

// What CLI11 complains of, in one line. A command that does not exist it takes for a missing one.
std::string complaint(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  const auto chosen = app.get_subcommands();
  if (!chosen.empty() || argc < 2 || argv[1][0] == '-')
    return fmt::format("{}; see 'finwh{} --help'", error.what(), chosen.empty() ? "" : " " + chosen.front()->get_name());
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  const auto near = nearest_names(argv[1], names);
  return fmt::format("there is no command '{}'; {} {}", argv[1], near.empty() ? "the commands are" : "did you mean",
                     near.empty() ? join(names, ", ") : join(near, " or ") + "?");
}

int main_of(int argc, char** argv) {
  handle_signals();
  CLI::App app(
      "Turns companies' earnings releases into a financial data warehouse in one SQLite file.\n"
      "Exit status: 0 done; 1 a check failed; 2 usage; 3 an input was rejected; 4 database; 5 query; 130 interrupted.",
      "finwh");
  app.set_version_flag("--version", "finwh " FINWH_VERSION);
  app.require_subcommand(1);
  Invocation invocation;
  setup_load(app, invocation);
  setup_query(app, invocation);
  setup_sql(app, invocation);
  setup_tables(app, invocation);
  setup_check(app, invocation);
  setup_trace(app, invocation);
  setup_prove(app, invocation);
  setup_info(app, invocation);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help_or_version) {
    return app.exit(help_or_version);
  } catch (const CLI::ParseError& error) {
    say_error("", complaint(app, error, argc, argv), "usage");
    return static_cast<int>(ExitStatus::usage);
  }
  return run(app, invocation);
}

}  // namespace
}  // namespace finwh

int main(int argc, char** argv) { return finwh::main_of(argc, argv); }
