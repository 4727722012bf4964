// finwh trace: a fact's way back to the bytes it came from.
#pragma once

#include "cli/command.h"
#include "cli/output.h"

namespace finwh {

struct TraceOptions {
  std::string database;
  std::vector<std::int64_t> facts;
};

void setup_trace(CLI::App& app, Invocation& invocation);
ExitStatus run_trace(const TraceOptions& options);

}  // namespace finwh
