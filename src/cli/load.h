// finwh load: releases into the warehouse, one transaction each. A file that is rejected leaves the rest to go on.
#pragma once

#include "cli/command.h"
#include "cli/output.h"

namespace finwh {

struct LoadCommandOptions {
  std::string database;
  std::vector<std::string> paths;
  std::string company, ticker, cik, published;
  bool strict = false;
  bool dry_run = false;
  bool json = false;
  bool verbose = false;
  bool quiet = false;
  unsigned jobs = 0;  // 0 = one a processor
  double wait = 5;    // seconds for another writer
};

void setup_load(CLI::App& app, Invocation& invocation);
ExitStatus run_load(const LoadCommandOptions& options);

}  // namespace finwh
