// What is wrong with the file itself, said by SQLite's result codes: missing, locked, damaged, no database.
#pragma once

#include <string>

#include "warehouse/warehouse_error.h"

namespace finwh {

// The error for an SQLite result code on this file, with what to do about it.
WarehouseError warehouse_error_of(int sqlite_code, const std::string& path);

}  // namespace finwh
