// Options that the commands with a query share: its limits.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

#include "reports/query_runner.h"

namespace finwh {

struct LimitOptions {
  double timeout = 30;               // seconds; 0 = none
  std::uint64_t max_rows = 100'000;  // 0 = all
  std::int64_t max_memory = 1024;    // MB; 0 = no limit
};

void add_limit_options(CLI::App& command, LimitOptions& options);
QueryLimits limits_of(const LimitOptions& options);

// Says on standard error that rows were left out.
void announce_limit(const QueryOutcome& outcome, const LimitOptions& options);

// "name=value" taken apart. Throws UsageError.
std::pair<std::string, std::string> split_assignment(const std::string& text);

}  // namespace finwh
