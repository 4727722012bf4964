#include "warehouse/warehouse.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <utility>

#include "warehouse/check_writer.h"
#include "warehouse/companies.h"
#include "warehouse/dimensions.h"
#include "warehouse/keys.h"
#include "warehouse/release_reader.h"
#include "warehouse/release_writer.h"
#include "warehouse/schema.h"
#include "warehouse/statements.h"

namespace finwh {
namespace {

namespace fs = std::filesystem;

std::string now_utc() {
  const auto seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%d %H:%M:%S}", fmt::gmtime(seconds));
}

bool has_content(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return !error && size > 0;
}

// What can be said before SQLite is asked: its own words for these are the same for every cause.
void require_openable(const std::string& path, Access access) {
  std::error_code error;
  const fs::path folder = fs::path(path).has_parent_path() ? fs::path(path).parent_path() : fs::path(".");
  if (fs::is_directory(path, error)) throw WarehouseError("database-foreign", path, "is a folder; give a file with --db");
  if (fs::exists(path, error)) {
    // The journal stands beside the file.
    if (access == Access::write && (::access(path.c_str(), W_OK) != 0 || ::access(folder.c_str(), W_OK) != 0))
      throw sqlite_error(path, SQLITE_READONLY, "", nullptr);
    if (access == Access::read && !has_content(path))
      throw WarehouseError("database-not-found", path, "the database is empty; load releases into it first");
    return;
  }
  if (access == Access::read)
    throw WarehouseError("database-not-found", path, "no such database; make it with `finwh load`, or give another with --db");
  if (!fs::is_directory(folder, error))
    throw WarehouseError("database-not-found", path,
                         fs::exists(folder, error) ? fmt::format("{} is no folder; give another file with --db", folder.string())
                                                   : fmt::format("there is no folder {}; make it first", folder.string()));
  if (::access(folder.c_str(), W_OK) != 0) throw sqlite_error(path, SQLITE_READONLY, "", nullptr);
}

}  // namespace

struct Warehouse::Connection {
  Connection(const std::string& path, int flags, const WarehouseOptions& options)
      // One thread uses the connection: it needs no locks of its own.
      : database(path, flags | SQLite::OPEN_NOMUTEX, options.busy_milliseconds),
        statements(database),
        dimensions(statements),
        companies(statements),
        releases(statements, dimensions, companies),
        checks(statements, dimensions) {
    sqlite3_extended_result_codes(database.getHandle(), 1);
  }

  // Foreign keys stay off: looking up nine keys for each fact costs as much as writing it. The writers make every key
  // themselves, and refuse what points nowhere (plan_cells, CheckWriter).
  void prepare_for_writing() {
    database.exec("PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;");
    log = database.execAndGet("PRAGMA journal_mode").getString() == "wal";
  }

  // The log saves a file sync for each release, but costs some to begin and to end: it pays from the second release on. While
  // others read, SQLite may refuse to change over; then the rollback journal goes on.
  void begin_log() {
    if (log || stored == 0) return;
    statements.clear();
    log = database.tryExec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000;") == SQLITE_OK &&
          database.execAndGet("PRAGMA journal_mode").getString() == "wal";
  }

  // A reader or a second writer keeps the log; the last one to close folds it in.
  void end_log() {
    if (!log) return;
    statements.clear();
    sqlite3_busy_timeout(database.getHandle(), 0);
    const int code = database.tryExec("PRAGMA journal_mode = DELETE") & 0xff;
    if (code != SQLITE_OK && code != SQLITE_BUSY && code != SQLITE_LOCKED) throw SQLite::Exception(database.getHandle(), code);
    log = false;
  }

  // Keys found before somebody else wrote may be wrong after.
  void notice_other_writers() {
    const std::int64_t version = statements.find_integer("PRAGMA data_version").value_or(0);
    if (version != data_version) forget();
    data_version = version;
  }

  void forget() {
    dimensions.forget();
    companies.forget();
  }

  SQLite::Database database;
  Statements statements;
  Dimensions dimensions;
  Companies companies;
  ReleaseWriter releases;
  CheckWriter checks;
  bool ready = false;  // the schema is there
  bool log = false;    // journal_mode is WAL
  int stored = 0;      // releases stored by this connection
  std::int64_t data_version = -1;
};

template <typename Work>
auto Warehouse::guarded(const Work& work) {
  const auto recover = [&] {
    if (!connection_) return;
    connection_->statements.clear();
    connection_->forget();
  };
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    recover();
    throw sqlite_error(path_, error.getExtendedErrorCode(), error.what(), connection_ ? connection_->database.getHandle() : nullptr);
  } catch (...) {
    recover();
    throw;
  }
}

Warehouse::Warehouse(const std::string& path, Access access, const WarehouseOptions& options)
    : path_(path), access_(access), options_(options) {
  require_openable(path, access);
  if (!has_content(path)) return;
  guarded([&] {
    // What a killed load left beside the file must be taken in by somebody who may write.
    std::error_code error;
    const bool left_over = fs::exists(path + "-wal", error) || fs::exists(path + "-journal", error);
    if (access == Access::read && left_over) fold_in_leftovers();
    connection_ = std::make_unique<Connection>(path, access == Access::write ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY, options);
    connection_->ready = recognise_file(connection_->database, path) == FileKind::warehouse;
    // A load that was killed before its first release leaves a file without a schema.
    if (access == Access::read) connection_for_reading();
    if (access == Access::write) connection_->prepare_for_writing();
  });
}

void Warehouse::fold_in_leftovers() {
  if (::access(path_.c_str(), W_OK) != 0) return;
  try {
    SQLite::Database database(path_, SQLite::OPEN_READWRITE, 0);
    database.execAndGet("SELECT count(*) FROM sqlite_schema");
    database.tryExec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception&) {
    // A loader is at work, or the folder cannot be written: the opening that follows says so if it matters.
  }
}

Warehouse::~Warehouse() {
  try {
    close();
  } catch (...) {
  }
}

void Warehouse::close() {
  if (!connection_) return;
  guarded([&] { connection_->end_log(); });
  connection_.reset();
}

SQLite::Database* Warehouse::database() { return connection_ && connection_->ready ? &connection_->database : nullptr; }

Warehouse::Connection& Warehouse::connection_for_reading() {
  if (!database()) throw WarehouseError("database-not-found", path_, "the database is empty; load releases into it first");
  return *connection_;
}

Warehouse::Connection& Warehouse::connection_for_writing() {
  if (access_ == Access::read) throw WarehouseError("database-readonly", path_, "opened for reading");
  if (!connection_) {
    connection_ = std::make_unique<Connection>(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, options_);
    connection_->prepare_for_writing();
  }
  return *connection_;
}

std::optional<std::int64_t> Warehouse::find_release(const std::string& sha256) {
  if (!database()) return std::nullopt;
  return guarded([&] { return connection_->statements.find_integer("SELECT release_id FROM dim_release WHERE sha256 = ?1", sha256); });
}

LoadOutcome Warehouse::store(const Release& release, const CheckReport& report, const LoadOptions& options) {
  std::error_code error;
  const bool new_file = !fs::exists(path_, error);
  try {
    return guarded([&] { return store_in_transaction(release, report, options.loaded_at.empty() ? now_utc() : options.loaded_at); });
  } catch (...) {
    if (new_file && !has_content(path_)) {
      connection_.reset();
      fs::remove(path_, error);
    }
    throw;
  }
}

LoadOutcome Warehouse::store_in_transaction(const Release& release, const CheckReport& report, const std::string& loaded_at) {
  Connection& to = connection_for_writing();
  to.begin_log();
  SQLite::Transaction transaction(to.database, SQLite::TransactionBehavior::IMMEDIATE);
  // Somebody else may have made the schema since the file was opened.
  const bool ready = to.ready || recognise_file(to.database, path_) == FileKind::warehouse;
  if (!ready) create_schema(to.database);
  to.notice_other_writers();
  LoadOutcome outcome;
  if (const auto earlier = to.statements.find_integer("SELECT release_id FROM dim_release WHERE sha256 = ?1", release.file.sha256)) {
    outcome.already_loaded = true;
    outcome.release_id = *earlier;
    outcome.version =
        static_cast<int>(to.statements.find_integer("SELECT version FROM dim_release WHERE release_id = ?1", *earlier).value_or(1));
    outcome.supersedes =
        to.statements.find_integer("SELECT supersedes FROM dim_release WHERE release_id = ?1 AND supersedes IS NOT NULL", *earlier);
    to.ready = true;
    return outcome;
  }
  const StoredRelease stored = to.releases.write(release, loaded_at);
  to.checks.write(stored.release_id, report, {release.tables.size(), release.facts.size()});
  transaction.commit();
  to.ready = true;
  ++to.stored;
  outcome.release_id = stored.release_id;
  outcome.version = stored.version;
  outcome.supersedes = stored.supersedes;
  return outcome;
}

void Warehouse::store_checks(std::int64_t release_id, const CheckReport& report) {
  guarded([&] {
    connection_for_reading();
    Connection& to = connection_for_writing();
    SQLite::Transaction transaction(to.database, SQLite::TransactionBehavior::IMMEDIATE);
    to.notice_other_writers();
    const auto tables = to.statements.find_integer("SELECT tables FROM dim_release WHERE release_id = ?1", release_id);
    const auto facts = to.statements.find_integer("SELECT facts FROM dim_release WHERE release_id = ?1", release_id);
    if (!tables || !facts) throw WarehouseError("release-not-found", path_, fmt::format("no release {}", release_id));
    to.checks.remove(release_id, !report.claims.empty());
    to.checks.write(release_id, report, {static_cast<std::size_t>(*tables), static_cast<std::size_t>(*facts)});
    transaction.commit();
  });
}

Release Warehouse::read_release(std::int64_t release_id) {
  return guarded([&] { return finwh::read_release(connection_for_reading().statements, release_id, path_); });
}

std::vector<std::int64_t> Warehouse::release_ids() {
  return guarded([&] {
    std::vector<std::int64_t> ids;
    SQLite::Statement& select = connection_for_reading().statements["SELECT release_id FROM dim_release ORDER BY release_id"];
    while (select.executeStep()) ids.push_back(select.getColumn(0).getInt64());
    select.reset();
    return ids;
  });
}

}  // namespace finwh
