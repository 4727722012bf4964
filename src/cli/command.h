// What every command is made of: setup_x() declares its options and hands over what to run once the command line is read;
// run_x() does it and gives the exit status. Errors are exceptions that main turns into one line and a status.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

namespace finwh {

enum class ExitStatus {
  done = 0,
  check_failed = 1,
  usage = 2,
  input_rejected = 3,
  database = 4,
  query = 5,
  interrupted = 130,
};

// The command that the command line asks for.
struct Invocation {
  std::function<ExitStatus()> run;
};

// Adds `--db`; the file is found by database_path() when the command runs.
void add_database_option(CLI::App& command, std::string& path);

// Adds `--wait`: how long a command that writes waits for another writer.
void add_wait_option(CLI::App& command, double& seconds);
int milliseconds_of(double seconds);

// The option's value, else the environment's FINWH_DB, else finwh.db in the working folder.
std::string database_path(const std::string& option);

// Writes one line "finwh: TEXT" to standard error.
void say(const std::string& text);

// The one shape of an error line: "finwh: PLACE: what; what to do [code]". An empty place or code is left out.
void say_error(const std::string& place, const std::string& message, const std::string& code);

}  // namespace finwh
