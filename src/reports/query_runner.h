// Runs one SELECT over a warehouse that it cannot change. Three locks, since none holds alone: the file is opened read-only, an
// authorizer allows nothing but reading, and the prepared statement must itself be read-only (VACUUM INTO passes the first
// two). Time, rows and memory are limited. Knows SQLite; knows nothing of reports or of how rows are shown.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "reports/errors.h"
#include "reports/row_writer.h"

struct sqlite3;
struct sqlite3_stmt;

namespace finwh {

class Warehouse;

struct QueryLimits {
  std::chrono::milliseconds time{30'000};       // wall clock of one query; 0 = none
  std::uint64_t rows = 100'000;                 // rows given out; 0 = all
  std::int64_t memory = std::int64_t{1} << 30;  // bytes that SQLite may take in this process; 0 = no limit
};

struct QueryOutcome {
  std::uint64_t rows = 0;
  bool row_limit_reached = false;  // there were more
};

struct QueryErrorCode {
  std::string_view code;
  std::string_view meaning;
};

// Every code of a QueryError, in one ordered list.
const std::vector<QueryErrorCode>& query_error_codes();

using QueryParameters = std::map<std::string, Value>;  // by name, without the colon

class QueryRunner {
 public:
  // Opens the file. Throws WarehouseError when it is missing, no warehouse, or newer than this program. `interrupted`, when
  // given, outlives the runner; a query stops with Interrupted soon after it turns true.
  explicit QueryRunner(const std::string& path, const QueryLimits& limits = {}, const std::atomic<bool>* interrupted = nullptr);
  ~QueryRunner();
  QueryRunner(const QueryRunner&) = delete;
  QueryRunner& operator=(const QueryRunner&) = delete;

  // The names of the statement's parameters (:name, @name, $name), in the order of the SQL.
  std::vector<std::string> parameters(const std::string& sql, const std::string& place = "sql");

  // Runs one statement; parameters that are not given are NULL. `place` names the SQL in errors. Throws QueryError,
  // Interrupted, or WarehouseError when the file is damaged or locked.
  QueryOutcome run(const std::string& sql, const QueryParameters& parameters, RowWriter& writer, const std::string& place = "sql");

  // All rows of a query of the program's own.
  ResultSet rows(const std::string& sql, const QueryParameters& parameters = {});

 private:
  struct Clock;
  struct StatementCloser {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, StatementCloser>;

  void lock_down();
  Statement prepare(const std::string& sql, const std::string& place);
  void bind(sqlite3_stmt* statement, const QueryParameters& parameters, const std::string& place);
  [[noreturn]] void fail(int code, const std::string& sql, const std::string& place, bool running);

  std::unique_ptr<Warehouse> warehouse_;
  sqlite3* database_ = nullptr;  // the warehouse's connection
  std::string path_;
  QueryLimits limits_;
  std::unique_ptr<Clock> clock_;
  std::string refused_;  // what the authorizer said no to, for the message
};

}  // namespace finwh
