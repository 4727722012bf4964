// finwh query: the saved reports, listed, explained and run.
#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "cli/query_options.h"

namespace finwh {

struct QueryOptions {
  std::string database;
  std::string name;  // "" = list
  std::map<std::string, std::string> parameters;
  std::vector<std::string> folders;  // --queries, behind $FINWH_QUERIES
  bool help = false;
  bool show = false;
  OutputOptions output;
  LimitOptions limits;
};

void setup_query(CLI::App& app, Invocation& invocation);
ExitStatus run_query(const QueryOptions& options);

// Words that CLI11 left over, as "--name value" or "--name=value" parameters. Throws UsageError.
void take_parameters(const std::vector<std::string>& words, std::map<std::string, std::string>& parameters);

}  // namespace finwh
