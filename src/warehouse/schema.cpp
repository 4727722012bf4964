#include "warehouse/schema.h"

#include <fmt/format.h>

#include "base/embedded.h"
#include "warehouse/dictionary.h"
#include "warehouse/statements.h"
#include "warehouse/warehouse_error.h"

namespace finwh {
namespace {

void fill_dictionary(SQLite::Database& database) {
  SQLite::Statement insert(database,
                           "INSERT INTO data_dictionary (table_name, column_name, position, meaning, unit) VALUES (?1, ?2, ?3, ?4, ?5)");
  for (const auto& file : embedded_files()) {
    if (!file.name.starts_with("schema/")) continue;
    int position = 0;
    for (const auto& entry : read_dictionary(file.content)) {
      position = entry.column.empty() ? 0 : position + 1;
      write_row(insert, entry.table, entry.column, position, entry.meaning, text_or_null(entry.unit));
    }
  }
  database.exec(
      "UPDATE data_dictionary SET nullable = c.nullable FROM "
      "(SELECT s.name AS table_name, x.name AS column_name, NOT x.\"notnull\" AND x.pk = 0 AS nullable "
      "FROM sqlite_schema s, pragma_table_xinfo(s.name) x WHERE s.type = 'table') c "
      "WHERE c.table_name = data_dictionary.table_name AND c.column_name = data_dictionary.column_name");
}

}  // namespace

FileKind recognise_file(SQLite::Database& database, const std::string& path) {
  const int application = database.execAndGet("PRAGMA application_id").getInt();
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (empty && application == 0 && version == 0) return FileKind::empty;
  if (application != kApplicationId) throw WarehouseError("database-foreign", path, "not a finwh database; give another file with --db");
  if (version > kSchemaVersion)
    throw WarehouseError(
        "database-newer", path,
        fmt::format("made by a later version of finwh (schema {}, this one knows {}); upgrade finwh", version, kSchemaVersion));
  if (version < kSchemaVersion)
    throw WarehouseError(
        "database-older", path,
        fmt::format("made by an earlier version of finwh (schema {}, this one writes {}); load the releases into a new file", version,
                    kSchemaVersion));
  return FileKind::warehouse;
}

void create_schema(SQLite::Database& database) {
  for (const auto& file : embedded_files())
    if (file.name.starts_with("schema/")) database.exec(std::string(file.content));
  database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
  database.exec(fmt::format("PRAGMA user_version = {}", kSchemaVersion));
  fill_dictionary(database);
}

}  // namespace finwh
