#include "reports/warehouse_error.h"

#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <string_view>

#include "reports/query_runner.h"

namespace finwh {
namespace {

struct Cause {
  int sqlite_code;
  std::string_view code;
  std::string_view message;
};

constexpr std::array<Cause, 7> kCauses = {{
    {SQLITE_NOTADB, "db-foreign", "is no SQLite database; give the warehouse with --db"},
    {SQLITE_CORRUPT, "db-damaged", "is damaged; restore it or load the releases into a new file"},
    {SQLITE_BUSY, "db-locked", "is locked by another program; try again when it is done"},
    {SQLITE_LOCKED, "db-locked", "is locked by another program; try again when it is done"},
    {SQLITE_CANTOPEN, "db-unreadable", "cannot be opened; check the path and its permissions"},
    {SQLITE_PERM, "db-unreadable", "cannot be opened; check the path and its permissions"},
    {SQLITE_IOERR, "db-unreadable", "cannot be read; check the disk"},
}};

}  // namespace

WarehouseError warehouse_error_of(int sqlite_code, const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    return {"db-missing", path, "there is no such file; 'finwh load' makes it, or name another with --db"};
  for (const auto& cause : kCauses)
    if ((sqlite_code & 0xFF) == cause.sqlite_code) return {std::string(cause.code), path, std::string(cause.message)};
  return {"db-failed", path, std::string("SQLite: ") + sqlite3_errstr(sqlite_code)};
}

void QueryRunner::check_identity(const std::string& path) {
  sqlite3_stmt* raw = nullptr;
  const int code = sqlite3_prepare_v2(database_, "SELECT fact_id FROM v_fact LIMIT 0", -1, &raw, nullptr);
  const Statement statement(raw);
  if (code == SQLITE_ERROR) throw WarehouseError("db-foreign", path, "is an SQLite database but no finwh warehouse");
  if (code != SQLITE_OK) throw warehouse_error_of(code, path);
}

}  // namespace finwh
