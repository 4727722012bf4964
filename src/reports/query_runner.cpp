#include "reports/query_runner.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <limits>

#include "base/text.h"
#include "reports/authorizer.h"
#include "warehouse/warehouse.h"

namespace finwh {
namespace {

constexpr int kProgressEvery = 2'000;    // virtual machine steps between two looks at the clock
constexpr int kLongestValue = 64 << 20;  // bytes of one string or row
constexpr int kLongestSql = 1 << 20;
constexpr int kLongestPattern = 1'000;  // of LIKE and GLOB, whose matching no clock interrupts

// Tables that are functions. SQLite declares each at its first use with what looks to an authorizer like CREATE TABLE, so
// they are used once before it watches.
constexpr std::array<std::string_view, 9> kTableFunctions = {"json_each",
                                                             "json_tree",
                                                             "pragma_table_info",
                                                             "pragma_table_xinfo",
                                                             "pragma_table_list",
                                                             "pragma_index_list",
                                                             "pragma_index_info",
                                                             "pragma_foreign_key_list",
                                                             "dbstat"};

int authorize(void* refused, int action, const char* first, const char* second, const char*, const char*) {
  return is_reading(action, first, second, *static_cast<std::string*>(refused)) ? SQLITE_OK : SQLITE_DENY;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::string text_of(const unsigned char* text, int bytes) {
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(bytes));
}

Value column_value(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
      const auto* text = sqlite3_column_text(statement, column);
      return text_of(text, sqlite3_column_bytes(statement, column));
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(statement, column));
      const int count = sqlite3_column_bytes(statement, column);
      std::string text = "X'";
      for (int i = 0; i < count; ++i) text += fmt::format("{:02X}", bytes[i]);
      return text + "'";
    }
    default: return std::monostate{};
  }
}

std::vector<ResultColumn> columns_of(sqlite3_stmt* statement) {
  std::vector<ResultColumn> columns;
  for (int i = 0; i < sqlite3_column_count(statement); ++i) {
    const char* name = sqlite3_column_name(statement, i);
    const char* declared = sqlite3_column_decltype(statement, i);
    columns.push_back({name == nullptr ? "" : name, declared == nullptr ? "" : upper(declared)});
  }
  return columns;
}

// "FILE:LINE:COLUMN" of a byte of the SQL.
std::string place_in(const std::string& sql, const std::string& place, int offset) {
  if (offset < 0 || static_cast<std::size_t>(offset) > sql.size()) return place;
  const std::string before = sql.substr(0, static_cast<std::size_t>(offset));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto start = before.rfind('\n') == std::string::npos ? 0 : before.rfind('\n') + 1;
  return fmt::format("{}:{}:{}", place, line, 1 + display_width(before.substr(start)));
}

}  // namespace

const std::vector<QueryErrorCode>& query_error_codes() {
  static const std::vector<QueryErrorCode> codes = {
      {"sql-empty", "There is no statement to run."},
      {"sql-syntax", "SQLite did not understand the statement, or it names a table or column that does not exist."},
      {"sql-several", "More than one statement was given; one is run at a time."},
      {"sql-forbidden", "The statement would change something; queries only read."},
      {"sql-parameter", "A parameter was given that the statement does not have, or one that it has was not given."},
      {"sql-time-limit", "The query took longer than --timeout allows."},
      {"sql-memory-limit", "The query needed more memory, or a longer string, than is allowed."},
      {"sql-failed", "The statement failed while it ran."},
      {"report-header", "The header of a saved report does not follow the grammar, or does not fit its SQL."},
  };
  return codes;
}

// What the progress handler looks at.
struct QueryRunner::Clock {
  const std::atomic<bool>* interrupted = nullptr;
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  bool late = false;

  static int look(void* self) {
    auto& clock = *static_cast<Clock*>(self);
    if (clock.interrupted != nullptr && clock.interrupted->load(std::memory_order_relaxed)) return 1;
    clock.late = std::chrono::steady_clock::now() > clock.deadline;
    return clock.late ? 1 : 0;
  }
};

void QueryRunner::StatementCloser::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

QueryRunner::QueryRunner(const std::string& path, const QueryLimits& limits, const std::atomic<bool>* interrupted)
    : warehouse_(std::make_unique<Warehouse>(path, Access::read)), path_(path), limits_(limits), clock_(std::make_unique<Clock>()) {
  clock_->interrupted = interrupted;
  database_ = warehouse_->database()->getHandle();
  sqlite3_extended_result_codes(database_, 1);
  lock_down();
}

QueryRunner::~QueryRunner() {
  if (limits_.memory > 0) sqlite3_hard_heap_limit64(0);
}

void QueryRunner::lock_down() {
  sqlite3_exec(database_, "PRAGMA temp_store = MEMORY", nullptr, nullptr, nullptr);  // so that the memory limit holds for sorting
  for (const int option : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                           SQLITE_DBCONFIG_WRITABLE_SCHEMA, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, SQLITE_DBCONFIG_DQS_DML})
    sqlite3_db_config(database_, option, 0, nullptr);
  sqlite3_db_config(database_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  for (const auto name : kTableFunctions) {
    sqlite3_stmt* unused = nullptr;
    sqlite3_prepare_v2(database_, fmt::format("SELECT 1 FROM {}", name).c_str(), -1, &unused, nullptr);
    sqlite3_finalize(unused);
  }
  sqlite3_limit(database_, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(database_, SQLITE_LIMIT_LENGTH, kLongestValue);
  sqlite3_limit(database_, SQLITE_LIMIT_SQL_LENGTH, kLongestSql);
  sqlite3_limit(database_, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, kLongestPattern);
  sqlite3_limit(database_, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_hard_heap_limit64(limits_.memory);
  sqlite3_progress_handler(database_, kProgressEvery, &Clock::look, clock_.get());
  sqlite3_set_authorizer(database_, &authorize, &refused_);
}

void QueryRunner::fail(int code, const std::string& sql, const std::string& place, bool running) {
  const std::string message = sqlite3_errmsg(database_);
  const int primary = code & 0xFF;
  if (primary == SQLITE_INTERRUPT) {
    if (!clock_->late) throw Interrupted();
    throw QueryError("sql-time-limit", place,
                     fmt::format("stopped after {:g} seconds; narrow the query or raise --timeout",
                                 std::chrono::duration<double>(limits_.time).count()));
  }
  if (primary == SQLITE_NOMEM || primary == SQLITE_TOOBIG)
    throw QueryError("sql-memory-limit", place,
                     primary == SQLITE_TOOBIG
                         ? fmt::format("a string or row is longer than {} MB", kLongestValue >> 20)
                         : fmt::format("needs more than {} MB of memory; narrow the query or raise --max-memory", limits_.memory >> 20));
  if (primary == SQLITE_AUTH || !refused_.empty())
    throw QueryError("sql-forbidden", place, (refused_.empty() ? message : refused_ + " is not allowed") + "; queries only read");
  if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB ||
      primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN)
    throw sqlite_error(path_, code, message, database_);
  throw QueryError(running ? "sql-failed" : "sql-syntax", place_in(sql, place, sqlite3_error_offset(database_)), message);
}

QueryRunner::Statement QueryRunner::prepare(const std::string& sql, const std::string& place) {
  refused_.clear();
  clock_->late = false;
  if (sql.find('\0') != std::string::npos) throw QueryError("sql-syntax", place, "the statement holds a NUL byte");
  if (sql.size() > static_cast<std::size_t>(kLongestSql)) throw QueryError("sql-syntax", place, "the statement is longer than 1 MB");
  Statement statement;
  const char* at = sql.c_str();
  const char* const end = at + sql.size();
  while (at < end) {
    sqlite3_stmt* raw = nullptr;
    const char* tail = end;
    const int code = sqlite3_prepare_v2(database_, at, static_cast<int>(end - at), &raw, &tail);
    Statement next(raw);
    if (statement && (raw != nullptr || code != SQLITE_OK))
      throw QueryError("sql-several", place_in(sql, place, static_cast<int>(at - sql.c_str())),
                       "a second statement begins here; give one statement");
    if (code != SQLITE_OK) fail(code, sql, place, false);
    if (raw != nullptr) statement = std::move(next);
    at = tail;
  }
  if (!statement) throw QueryError("sql-empty", place, "there is no statement; give a SELECT");
  if (sqlite3_stmt_readonly(statement.get()) == 0) throw QueryError("sql-forbidden", place, "the statement would write; queries only read");
  return statement;
}

std::vector<std::string> QueryRunner::parameters(const std::string& sql, const std::string& place) {
  const Statement statement = prepare(sql, place);
  std::vector<std::string> names;
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement.get()); ++i)
    if (const char* name = sqlite3_bind_parameter_name(statement.get(), i); name != nullptr) names.emplace_back(name + 1);
  return names;
}

void QueryRunner::bind(sqlite3_stmt* statement, const QueryParameters& parameters, const std::string& place) {
  std::vector<std::string> known;
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
    const char* name = sqlite3_bind_parameter_name(statement, i);
    if (name == nullptr) continue;
    known.emplace_back(name + 1);
    const auto given = parameters.find(name + 1);
    if (given == parameters.end()) continue;
    const Value& value = given->second;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
      sqlite3_bind_int64(statement, i, *integer);
    else if (const auto* real = std::get_if<double>(&value))
      sqlite3_bind_double(statement, i, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
      sqlite3_bind_text64(statement, i, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  for (const auto& [name, value] : parameters)
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw QueryError("sql-parameter", place,
                       known.empty() ? fmt::format("there is no parameter :{}; the statement has none", name)
                                     : fmt::format("there is no parameter :{}; the statement has :{}", name, join(known, ", :")));
}

QueryOutcome QueryRunner::run(const std::string& sql, const QueryParameters& parameters, RowWriter& writer, const std::string& place) {
  clock_->deadline =
      limits_.time.count() > 0 ? std::chrono::steady_clock::now() + limits_.time : std::chrono::steady_clock::time_point::max();
  const Statement statement = prepare(sql, place);
  bind(statement.get(), parameters, place);
  QueryOutcome outcome;
  const auto columns = columns_of(statement.get());
  bool begun = false;
  std::int64_t kept = 0;  // bytes of rows that the writer holds
  for (;;) {
    const int code = sqlite3_step(statement.get());
    if (!begun && (code == SQLITE_ROW || code == SQLITE_DONE)) {
      writer.begin(columns);
      begun = true;
    }
    if (code == SQLITE_DONE) break;
    if (code != SQLITE_ROW) fail(code, sql, place, true);
    if (limits_.rows > 0 && outcome.rows == limits_.rows) {
      outcome.row_limit_reached = true;
      break;
    }
    ResultRow row;
    row.reserve(columns.size());
    if (writer.keeps_rows()) kept += static_cast<std::int64_t>(columns.size() * sizeof(Value));
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
      row.push_back(column_value(statement.get(), i));
      if (const auto* text = std::get_if<std::string>(&row.back()); text != nullptr && writer.keeps_rows())
        kept += static_cast<std::int64_t>(text->size());
    }
    if (limits_.memory > 0 && kept > limits_.memory) fail(SQLITE_NOMEM, sql, place, true);
    writer.row(std::move(row));
    ++outcome.rows;
  }
  writer.end();
  return outcome;
}

ResultSet QueryRunner::rows(const std::string& sql, const QueryParameters& parameters) {
  ResultSet result;
  ResultCollector collector(result);
  run(sql, parameters, collector, "finwh");
  return result;
}

}  // namespace finwh
