#include "cli/sql.h"

#include <fmt/format.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/interrupt.h"
#include "reports/parameter.h"

namespace finwh {
namespace {

// The SQL and the name that errors call it by.
std::pair<std::string, std::string> read_statement(const SqlOptions& options) {
  if (options.file.empty() && options.statement.empty()) throw UsageError("give a statement, -f FILE, or - for standard input");
  if (!options.file.empty() && !options.statement.empty()) throw UsageError("give either a statement or -f FILE");
  if (options.file == "-" || options.statement == "-") {
    const WaitingForInput waiting;
    return {std::string{std::istreambuf_iterator<char>(std::cin), {}}, "-"};
  }
  if (options.file.empty()) return {options.statement, "sql"};
  std::error_code error;
  if (std::filesystem::is_directory(options.file, error)) throw UsageError(options.file + ": is a folder, not a file");
  std::ifstream file(options.file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) throw UsageError(fmt::format("{}: cannot be read: {}", options.file, std::strerror(errno)));
  return {text, options.file};
}

// Whole and decimal numbers are bound as numbers, everything else as text.
Value parameter_of(const std::string& text) {
  if (const auto number = parameter_value(ParameterType::integer, text); number && text.find(' ') == std::string::npos) return *number;
  char* end = nullptr;
  const double real = std::strtod(text.c_str(), &end);
  const bool decimal = !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos && *end == '\0';
  return decimal ? Value(real) : Value(text);
}

}  // namespace

void setup_sql(CLI::App& app, Invocation& invocation) {
  const auto options = std::make_shared<SqlOptions>();
  auto* command = app.add_subcommand("sql", "Ask the warehouse in SQL");
  command->footer(
      "Runs one SELECT over the warehouse. It cannot write, attach files, load extensions or change settings.\n"
      "v_fact has one row per figure; 'finwh query dictionary' explains every table and column.");
  command->add_option("statement", options->statement, "The SQL, or - to read it from standard input")->type_name("SQL");
  command->add_option("-f,--file", options->file, "Read the SQL from a file")->type_name("FILE");
  command->add_option("-p,--param", options->parameters, "A value for the parameter :name of the SQL; repeatable")
      ->type_name("name=value")
      ->allow_extra_args(false);
  add_database_option(*command, options->database);
  add_output_options(*command, options->output);
  add_limit_options(*command, options->limits);
  command->callback([options, &invocation] { invocation.run = [options] { return run_sql(*options); }; });
}

ExitStatus run_sql(const SqlOptions& options) {
  const auto [statement, place] = read_statement(options);
  QueryParameters parameters;
  for (const auto& text : options.parameters) {
    const auto [name, value] = split_assignment(text);
    parameters[name] = parameter_of(value);
  }
  Output output(options.output);
  QueryRunner runner(database_path(options.database), limits_of(options.limits), &interrupted());
  for (const auto& name : runner.parameters(statement, place))
    if (!parameters.contains(name))
      throw QueryError("sql-parameter", place, fmt::format("parameter :{0} has no value; give -p {0}=VALUE", name));
  const auto writer = output.writer();
  const auto outcome = runner.run(statement, parameters, *writer, place);
  output.finish();
  announce_limit(outcome, options.limits);
  return ExitStatus::done;
}

}  // namespace finwh
