#include "cli/info.h"

#include "cli/interrupt.h"
#include "reports/overview.h"

namespace finwh {

void setup_info(CLI::App& app, Invocation& invocation) {
  const auto options = std::make_shared<InfoOptions>();
  auto* command = app.add_subcommand("info", "Tell what is in the warehouse");
  command->footer("Companies, releases, periods, facts, checks and problems in numbers. 'finwh query releases' lists the releases.");
  add_database_option(*command, options->database);
  add_output_options(*command, options->output);
  command->callback([options, &invocation] { invocation.run = [options] { return run_info(*options); }; });
}

ExitStatus run_info(const InfoOptions& options) {
  const std::string path = database_path(options.database);
  Output output(options.output);
  QueryLimits limits;
  limits.time = std::chrono::milliseconds(0);
  QueryRunner runner(path, limits, &interrupted());
  write_result(describe_warehouse(runner, path), output);
  return ExitStatus::done;
}

}  // namespace finwh
