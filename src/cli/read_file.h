// The way of one file through the stages, up to but not into the warehouse.
#pragma once

#include <string>

#include "checks/check.h"
#include "facts/fact.h"
#include "facts/read_release.h"

namespace finwh {

struct ReadFile {
  Release release;
  CheckReport report;
};

// Throws InputError for a file that cannot be read at all. What a release leaves open is in its problems.
ReadFile read_file(const std::string& path, const ReadOptions& options);

}  // namespace finwh
