#include "support/fresh_folder.h"

#include <sqlite3.h>
#include <stdlib.h>

#include <stdexcept>

namespace finwh {

FreshFolder::FreshFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "finwh-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

FreshFolder::~FreshFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void make_small_warehouse(const std::string& path) {
  sqlite3* database = nullptr;
  if (sqlite3_open(path.c_str(), &database) != SQLITE_OK) throw std::runtime_error("cannot make " + path);
  const int code = sqlite3_exec(
      database, "CREATE TABLE t (x); CREATE INDEX t_x ON t (x); CREATE VIEW v_fact AS SELECT 1 AS fact_id, 2 AS a, 3 AS b, 4 AS c WHERE 0",
      nullptr, nullptr, nullptr);
  sqlite3_close(database);
  if (code != SQLITE_OK) throw std::runtime_error("cannot fill " + path);
}

}  // namespace finwh
