// What a load says of itself: a paragraph or a line for each release, and totals; or the same as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "cli/read_file.h"
#include "warehouse/warehouse.h"

namespace finwh {

struct LoadTotals {
  int files = 0, loaded = 0, already_loaded = 0, rejected = 0;
  int tables = 0, facts = 0, nils = 0, proven = 0, unexplained = 0;
  int checks = 0, failed = 0, problems = 0;
};

// Adds one release that was read and stored (or, in a dry run, only read).
void add_to(LoadTotals& totals, const ReadFile& read, const LoadOutcome& outcome);

// "FILE: release 1, Company (TICK), 2007Q1 ...", then tables, facts, checks and problems on lines of their own.
std::string describe_load(const ReadFile& read, const LoadOutcome& outcome, bool dry_run);
// The same in one line.
std::string describe_load_briefly(const ReadFile& read, const LoadOutcome& outcome, bool dry_run);
std::string describe_totals(const LoadTotals& totals, bool dry_run);

nlohmann::ordered_json load_as_json(const ReadFile& read, const LoadOutcome& outcome, bool dry_run);
nlohmann::ordered_json totals_as_json(const LoadTotals& totals);

}  // namespace finwh
