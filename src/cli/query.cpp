#include "cli/query.h"

#include <fmt/format.h>

#include <cstdlib>

#include "base/text.h"
#include "cli/interrupt.h"
#include "reports/report_run.h"

namespace finwh {
namespace {

// What the command line gave before it is sorted out.
struct QueryWords {
  QueryOptions options;
  std::string company, period, release;
  std::vector<std::string> assignments;
};

std::vector<std::string> report_folders(const std::vector<std::string>& given) {
  std::vector<std::string> folders;
  if (const char* path = std::getenv("FINWH_QUERIES"); path != nullptr)
    for (auto& folder : split(path, ':'))
      if (!folder.empty()) folders.push_back(std::move(folder));
  folders.insert(folders.end(), given.begin(), given.end());
  return folders;
}

}  // namespace

void take_parameters(const std::vector<std::string>& words, std::map<std::string, std::string>& parameters) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with("--") || words[i].size() < 3)
      throw UsageError(fmt::format("'{}' is not understood here; parameters are --name value", words[i]));
    const auto equals = words[i].find('=');
    const std::string name = words[i].substr(2, equals == std::string::npos ? equals : equals - 2);
    if (equals != std::string::npos) {
      parameters[name] = words[i].substr(equals + 1);
    } else {
      if (i + 1 == words.size()) throw UsageError(fmt::format("--{} has no value", name));
      parameters[name] = words[++i];
    }
  }
}

void setup_query(CLI::App& app, Invocation& invocation) {
  const auto words = std::make_shared<QueryWords>();
  auto& options = words->options;
  auto* command = app.add_subcommand("query", "Run a saved report; without a name, list them");
  command->footer(
      "Runs a saved report. 'finwh query' lists them, 'finwh query NAME --help' explains one and its parameters,\n"
      "which are given as --name value or -p name=value.");
  command->set_help_flag();
  command->add_flag("-h,--help", options.help, "Explain this command, or the report when one is named");
  command->add_flag("--show", options.show, "Print the report's SQL");
  command->add_option("report", options.name, "Name of the report")->type_name("NAME");
  command->add_option("--company", words->company, "Whose figures: ticker, CIK or name")->type_name("COMPANY");
  command->add_option("--period", words->period, "Which period: 2007Q1, 2007 or 2007-03-31")->type_name("PERIOD");
  command->add_option("--release", words->release, "Which release: its number or file name")->type_name("RELEASE");
  command->add_option("-p,--param", words->assignments, "Any parameter of the report; repeatable")
      ->type_name("name=value")
      ->allow_extra_args(false);
  command->add_option("--queries", options.folders, "A folder with reports of your own, also $FINWH_QUERIES; repeatable")
      ->type_name("DIR")
      ->allow_extra_args(false);
  add_database_option(*command, options.database);
  add_output_options(*command, options.output);
  add_limit_options(*command, options.limits);
  command->allow_extras();
  command->callback([words, command, &invocation] {
    invocation.run = [words, command] {
      auto& run = words->options;
      if (run.help && run.name.empty()) throw CLI::CallForHelp();
      for (const auto& [name, value] :
           {std::pair<std::string, std::string>{"company", words->company}, {"period", words->period}, {"release", words->release}})
        if (!value.empty()) run.parameters[name] = value;
      take_parameters(command->remaining(), run.parameters);
      for (const auto& text : words->assignments)
        run.parameters.insert_or_assign(split_assignment(text).first, split_assignment(text).second);
      return run_query(run);
    };
  });
}

ExitStatus run_query(const QueryOptions& options) {
  const Catalog catalog(report_folders(options.folders));
  Output output(options.output);
  if (options.name.empty()) {
    if (!options.parameters.empty()) throw UsageError("name a report; 'finwh query' lists them");
    write_result(list_reports(catalog), output);
    return ExitStatus::done;
  }
  const Report& report = catalog.at(options.name);
  if (options.help || options.show) {
    output.write(options.help ? describe_report(report) : report.sql);
    output.finish();
    return ExitStatus::done;
  }
  QueryRunner runner(database_path(options.database), limits_of(options.limits), &interrupted());
  const auto parameters = bind_report(report, options.parameters, runner);
  const auto writer = output.writer(report.presentation);
  const auto outcome = runner.run(report.sql, parameters, *writer, report.place);
  output.finish();
  if (outcome.rows == 0 && is_for_people(output.format())) say(fmt::format("{}: nothing found", report.name));
  announce_limit(outcome, options.limits);
  return ExitStatus::done;
}

}  // namespace finwh
