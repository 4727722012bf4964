// finwh info: what is in the warehouse.
#pragma once

#include "cli/command.h"
#include "cli/output.h"

namespace finwh {

struct InfoOptions {
  std::string database;
  OutputOptions output;
};

void setup_info(CLI::App& app, Invocation& invocation);
ExitStatus run_info(const InfoOptions& options);

}  // namespace finwh
