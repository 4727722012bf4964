// The schema of a warehouse file: making it, and recognising it. The SQL is schema/*.sql, carried in the binary.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace finwh {

// 'FINW': says in the file's header that it is a warehouse.
constexpr int kApplicationId = 0x46494E57;
// Counts up whenever tables change.
constexpr int kSchemaVersion = 1;

enum class FileKind {
  empty,      // no tables, nobody's mark: may become a warehouse
  warehouse,  // of this schema version
};

// Throws WarehouseError database-foreign, database-older or database-newer for files of others.
FileKind recognise_file(SQLite::Database& database, const std::string& path);

// Makes tables, views, fixed members and the data dictionary inside the caller's transaction.
void create_schema(SQLite::Database& database);

}  // namespace finwh
