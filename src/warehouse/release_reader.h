// Reads one release back from the warehouse into the model that it was stored from: everything but its prose. What this cannot
// give back, the warehouse does not hold.
#pragma once

#include <cstdint>
#include <string>

#include "facts/fact.h"
#include "warehouse/statements.h"

namespace finwh {

// Cells come back sorted by row and column. Throws WarehouseError release-not-found.
Release read_release(Statements& statements, std::int64_t release_id, const std::string& path);

}  // namespace finwh
