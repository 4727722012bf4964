// finwh sql: one ad-hoc statement, read-only.
#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "cli/query_options.h"

namespace finwh {

struct SqlOptions {
  std::string database;
  std::string statement;                // the SQL, or "-" for standard input
  std::string file;                     // read it from here
  std::vector<std::string> parameters;  // name=value
  OutputOptions output;
  LimitOptions limits;
};

void setup_sql(CLI::App& app, Invocation& invocation);
ExitStatus run_sql(const SqlOptions& options);

}  // namespace finwh
