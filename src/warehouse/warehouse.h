// The warehouse: one SQLite file that holds releases. The only writer of SQLite in the project. A release is stored in one
// transaction, whole or not at all; what is stored is never changed, except that checks may run again. Knows nothing of how
// facts were read.
//
// Durability: a stored release survives the power failing (synchronous FULL). The first release of a run goes through a
// rollback journal, the following through a write-ahead log, which costs half as much for each; closing folds the log into the
// file again, so that at rest the warehouse is one file that any SQLite program opens.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "facts/fact.h"
#include "warehouse/warehouse_error.h"

namespace SQLite {
class Database;
}

namespace finwh {

enum class Access {
  read,   // the file must exist
  write,  // the file is made when the first release is stored
};

struct WarehouseOptions {
  int busy_milliseconds = 5000;  // how long to wait for another writer
};

struct LoadOptions {
  std::string loaded_at;  // UTC, YYYY-MM-DD HH:MM:SS; "" = now
};

struct LoadOutcome {
  bool already_loaded = false;  // the same bytes are in the warehouse: nothing was written
  std::int64_t release_id = 0;  // of the stored or the earlier release
  int version = 1;
  std::optional<std::int64_t> supersedes;  // the version before it
};

class Warehouse {
 public:
  // Throws WarehouseError, as every function here.
  Warehouse(const std::string& path, Access access, const WarehouseOptions& options = {});
  ~Warehouse();  // closes; an error then leaves the log beside the file, from where the next opening takes it
  Warehouse(const Warehouse&) = delete;
  Warehouse& operator=(const Warehouse&) = delete;

  // The release with these bytes, if it is loaded.
  std::optional<std::int64_t> find_release(const std::string& sha256);
  LoadOutcome store(const Release& release, const CheckReport& report, const LoadOptions& options = {});
  // Replaces what is known of the release's proofs. Facts of the report are indices as in read_release(). The claims of the
  // prose stay when the report has none: a release that was read back has no prose.
  void store_checks(std::int64_t release_id, const CheckReport& report);

  // Everything but the prose. Cells are sorted by row and column.
  Release read_release(std::int64_t release_id);
  std::vector<std::int64_t> release_ids();  // ascending

  // Folds the log into the file and ends the connection.
  void close();

  // The connection, for reading. Null while a new warehouse has no release yet.
  SQLite::Database* database();
  const std::string& path() const { return path_; }

 private:
  struct Connection;

  Connection& connection_for_reading();
  Connection& connection_for_writing();
  void fold_in_leftovers();
  LoadOutcome store_in_transaction(const Release& release, const CheckReport& report, const std::string& loaded_at);
  template <typename Work>
  auto guarded(const Work& work);

  std::string path_;
  Access access_;
  WarehouseOptions options_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace finwh
