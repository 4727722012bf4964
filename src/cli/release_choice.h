// Options that pick a release, shared by the commands that show one.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "reports/query_runner.h"

namespace finwh {

struct ReleaseChoice {
  std::string release, company, period;
  bool any() const { return !release.empty() || !company.empty() || !period.empty(); }
};

void add_release_choice(CLI::App& command, ReleaseChoice& choice);

// The release that was chosen; without a choice the only or newest one. Throws UsageError.
std::int64_t chosen_release(QueryRunner& runner, const ReleaseChoice& choice);

}  // namespace finwh
