#include "warehouse/warehouse_error.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace finwh {
namespace {

struct Advice {
  int sqlite_code;  // primary result code
  std::string_view code;
  std::string_view sentence;  // {0} is the path, {} is SQLite's own message
};

constexpr std::array<Advice, 12> kAdvice = {{
    {SQLITE_BUSY, "database-locked", "another program is writing to the database; try again when it is done"},
    {SQLITE_LOCKED, "database-locked", "another program is writing to the database; try again when it is done"},
    {SQLITE_FULL, "database-full", "no room left to write; free some space and run again, what was loaded before is intact"},
    {SQLITE_READONLY, "database-readonly", "the database cannot be written; check the permissions of the file and its folder"},
    {SQLITE_PERM, "database-readonly", "the database cannot be written; check the permissions of the file and its folder"},
    {SQLITE_NOTADB, "database-foreign", "not a finwh database; give another file with --db"},
    {SQLITE_CORRUPT, "database-corrupt", "the database is damaged ({}); restore a copy or load the releases into a new file"},
    {SQLITE_CANTOPEN, "database-io", "the database cannot be opened ({}); check the path and its permissions"},
    {SQLITE_IOERR, "database-io", "reading or writing failed ({}); check the disk and run again"},
    {SQLITE_NOMEM, "database-io", "out of memory ({})"},
    {SQLITE_TOOBIG, "release-too-large", "a text is longer than the database can hold ({})"},
    {SQLITE_CONSTRAINT, "database-internal", "the release does not fit the schema ({}); please report this as a bug"},
}};

// A full quota and a limit on the size of files are a full disk to the user, though SQLite counts them as plain I/O errors. The
// system's own reason is lost when a commit fails; then a limit that is set is taken for the reason.
bool is_out_of_space(int extended_code, int system_errno) {
  if (system_errno == ENOSPC || system_errno == EFBIG || system_errno == EDQUOT) return true;
  rlimit limit{};
  return system_errno == 0 && extended_code == SQLITE_IOERR_WRITE && ::getrlimit(RLIMIT_FSIZE, &limit) == 0 &&
         limit.rlim_cur != RLIM_INFINITY;
}

}  // namespace

const std::vector<WarehouseErrorCode>& warehouse_error_codes() {
  static const std::vector<WarehouseErrorCode> codes = {
      {"database-not-found", "The database, or the folder that it should be made in, does not exist."},
      {"database-foreign", "The file exists but is no finwh database."},
      {"database-older", "The database was made by an earlier version of finwh with another schema."},
      {"database-newer", "The database was made by a later version of finwh with another schema."},
      {"database-locked", "Another program is writing to the database."},
      {"database-full", "The disk is full, or a size limit is reached."},
      {"database-readonly", "The database or its folder cannot be written."},
      {"database-corrupt", "The file is damaged."},
      {"database-io", "Opening, reading or writing failed."},
      {"database-internal", "The warehouse refused rows that finwh made; a bug."},
      {"release-not-found", "No release with that number is in the database."},
      {"release-too-large", "A release has more facts, rows or text than the warehouse can hold."},
  };
  return codes;
}

WarehouseError sqlite_error(const std::string& path, int extended_code, std::string_view sqlite_message, sqlite3* database) {
  int code = extended_code & 0xff;
  const int system_errno = database != nullptr ? sqlite3_system_errno(database) : 0;
  std::string reason(sqlite_message);
  if (code == SQLITE_IOERR || code == SQLITE_CANTOPEN) {
    if (is_out_of_space(extended_code, system_errno)) code = SQLITE_FULL;
    if (system_errno == EACCES || system_errno == EROFS || system_errno == EPERM) code = SQLITE_READONLY;
    if (system_errno != 0) reason += fmt::format(", {}", std::strerror(system_errno));
  }
  for (const Advice& advice : kAdvice)
    if (advice.sqlite_code == code) return {std::string(advice.code), path, fmt::format(fmt::runtime(advice.sentence), reason)};
  return {"database-io", path, fmt::format("the database failed ({})", reason)};
}

}  // namespace finwh
