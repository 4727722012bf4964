// finwh tables: a release's tables printed again, from the warehouse alone or, with --source, as a file is read without loading.
#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "cli/release_choice.h"

namespace finwh {

struct TablesOptions {
  std::string database;
  ReleaseChoice choice;
  std::string source;       // read this file instead
  std::vector<int> tables;  // their numbers; empty = all
  OutputOptions output;
};

void setup_tables(CLI::App& app, Invocation& invocation);
ExitStatus run_tables(const TablesOptions& options);

}  // namespace finwh
