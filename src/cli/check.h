// finwh check: tries the arithmetic of stored releases again and stores what came out.
#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "cli/release_choice.h"

namespace finwh {

struct CheckOptions {
  std::string database;
  ReleaseChoice choice;          // none = every release
  std::string fail_on = "fail";  // fail, rounding, never
  bool all = false;              // list every identity, not only those that fail
  std::string format;            // text, json, sarif, junit; "" = by the file's extension, else text
  bool json = false;
  std::string file;  // "" = standard output
  bool dry_run = false;
  double wait = 5;  // seconds for another writer
};

void setup_check(CLI::App& app, Invocation& invocation);
ExitStatus run_check(const CheckOptions& options);

}  // namespace finwh
