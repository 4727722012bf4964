// finwh prove: the arithmetic that proves a fact, down to the cells; or all the sums of a release as a calculation linkbase.
#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "cli/release_choice.h"

namespace finwh {

struct ProveOptions {
  std::string database;
  std::vector<std::int64_t> facts;
  bool linkbase = false;
  ReleaseChoice choice;  // of the linkbase
  std::string file;
};

void setup_prove(CLI::App& app, Invocation& invocation);
ExitStatus run_prove(const ProveOptions& options);

}  // namespace finwh
