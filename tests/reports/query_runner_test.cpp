#include "reports/query_runner.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "base/text.h"
#include "reports/row_writer.h"
#include "support/fresh_folder.h"
#include "warehouse/warehouse_error.h"

using namespace finwh;
namespace fs = std::filesystem;

namespace {

void execute(const fs::path& path, const char* sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  char* message = nullptr;
  const int code = sqlite3_exec(database, sql, nullptr, nullptr, &message);
  CAPTURE(message);
  REQUIRE(code == SQLITE_OK);
  sqlite3_close(database);
}

// A folder of its own with a small warehouse in it.
struct Ground {
  FreshFolder folder;
  fs::path path = folder.path() / "w.db";
  Ground() { make_small_warehouse(path.string()); }
  std::string bytes() const {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path())) names.push_back(entry.path().filename().string());
    return names;
  }
};

// The rows as CSV, or the code of the error.
std::string ask(const std::string& path, const std::string& sql, const QueryLimits& limits = {}, const QueryParameters& parameters = {}) {
  try {
    QueryRunner runner(path, limits);
    std::string out;
    const auto writer = make_row_writer(
        OutputFormat::tsv, {}, [&](std::string_view text) { out += text; }, false);
    const auto outcome = runner.run(sql, parameters, *writer);
    return out + (outcome.row_limit_reached ? "(more)\n" : "");
  } catch (const QueryError& error) {
    return error.code() + (error.place() == "sql" ? "" : " at " + error.place());
  } catch (const WarehouseError& error) {
    return error.code();
  }
}

}  // namespace

TEST_CASE("guard: a query reads") {
  const Ground ground;
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"SELECT 1 AS one", "one\n1\n"},
      {"  select 1 as one ;  -- with a comment behind\n", "one\n1\n"},
      {"WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT sum(i) AS s FROM n", "s\n6\n"},
      {"VALUES (1, 'a')", "column1\tcolumn2\n1\ta\n"},
      {"SELECT count(*) AS n FROM v_fact", "n\n0\n"},
      {"SELECT count(*) > 3 AS n FROM pragma_table_info('v_fact')", "n\n1\n"},
      {"SELECT value AS v FROM json_each('[1, 2]')", "v\n1\n2\n"},
      {"PRAGMA page_size", "page_size\n4096\n"},
      {"SELECT x'00ff' AS b, NULL AS n, 0.1 + 0.2 AS r", "b\tn\tr\nX'00FF'\t\t0.30000000000000004\n"},
      {"SELECT 9223372036854775807 AS big", "big\n9223372036854775807\n"},
  };
  for (const auto& row : rows) {
    const auto& [sql, expected] = row;
    const auto& captured = sql;
    CAPTURE(captured);
    CHECK(ask(ground.path, sql) == expected);
  }
}

TEST_CASE("guard: whatever would write, reach out or change settings is refused and leaves nothing behind") {
  const Ground ground;
  const std::string before = ground.bytes();
  const std::string target = (ground.folder.path() / "new.db").string();
  const std::vector<std::pair<std::string, std::string>> attacks = {
      {"ATTACH '" + target + "' AS x", "sql-forbidden"},
      {"ATTACH ':memory:' AS x", "sql-forbidden"},
      {"DETACH main", "sql-forbidden"},
      {"VACUUM", "sql-forbidden"},
      {"VACUUM INTO '" + target + "'", "sql-forbidden"},
      {"PRAGMA query_only = 0", "sql-forbidden"},
      {"PRAGMA query_only", "sql-forbidden"},
      {"PRAGMA journal_mode = DELETE", "sql-forbidden"},
      {"PRAGMA writable_schema = 1", "sql-forbidden"},
      {"PRAGMA user_version = 7", "sql-forbidden"},
      {"PRAGMA hard_heap_limit = 0", "sql-forbidden"},
      {"PRAGMA temp_store_directory = '/tmp'", "sql-forbidden"},
      {"PRAGMA optimize", "sql-forbidden"},
      {"PRAGMA wal_checkpoint", "sql-forbidden"},
      {"INSERT INTO dim_unit VALUES (9, 'x', 'other', NULL)", "sql-forbidden"},
      {"UPDATE dim_unit SET unit = 'x'", "sql-forbidden"},
      {"DELETE FROM dim_unit", "sql-forbidden"},
      {"REPLACE INTO dim_unit VALUES (9, 'x', 'other', NULL)", "sql-forbidden"},
      {"WITH w AS (SELECT 1) DELETE FROM dim_unit", "sql-forbidden"},
      {"WITH w AS (SELECT 1) INSERT INTO dim_unit SELECT * FROM w RETURNING *", "sql-forbidden"},
      {"EXPLAIN DELETE FROM dim_unit", "sql-forbidden"},
      {"CREATE TABLE u (x)", "sql-forbidden"},
      {"CREATE TEMP TABLE u (x)", "sql-forbidden"},
      {"CREATE TEMP VIEW u AS SELECT 1", "sql-forbidden"},
      {"CREATE VIRTUAL TABLE u USING fts5(x)", "sql-forbidden"},
      {"CREATE TEMP TRIGGER u AFTER INSERT ON dim_unit BEGIN SELECT 1; END", "sql-forbidden"},
      {"DROP TABLE dim_unit", "sql-forbidden"},
      {"ALTER TABLE dim_unit ADD COLUMN y", "sql-forbidden"},
      {"REINDEX", "sql-forbidden"},
      {"ANALYZE", "sql-forbidden"},
      {"BEGIN", "sql-forbidden"},
      {"BEGIN EXCLUSIVE", "sql-forbidden"},
      {"COMMIT", "sql-forbidden"},
      {"ROLLBACK", "sql-forbidden"},
      {"SAVEPOINT s", "sql-forbidden"},
      {"SELECT load_extension('x')", "sql-forbidden"},
      {"SELECT load_extension('x', 'y')", "sql-forbidden"},
      {"SELECT fts3_tokenizer('simple')", "sql-forbidden"},
      {"SELECT fts3_tokenizer('simple', x'00')", "sql-forbidden"},
      {"SELECT * FROM pragma_journal_mode('delete')", "sql-forbidden"},
      {"SELECT 1; DROP TABLE dim_unit", "sql-several at sql:1:10"},
      {"SELECT 1; SELECT 2", "sql-several at sql:1:10"},
      {"SELECT writefile('x', 'y')", "sql-syntax at sql:1:8"},
      {"SELECT readfile('/etc/passwd')", "sql-syntax at sql:1:8"},
      {"SELECT \"no such string\"", "sql-syntax at sql:1:8"},
      {"", "sql-empty"},
      {" -- nothing\n;", "sql-empty"},
      {std::string("SELECT 1\0; DROP TABLE dim_unit", 23), "sql-syntax"},
  };
  for (const auto& row : attacks) {
    const auto& [sql, expected] = row;
    const auto& captured = sql;
    CAPTURE(captured);
    CHECK(ask(ground.path, sql) == expected);
  }
  CHECK(ground.bytes() == before);
  CHECK(ground.files() == std::vector<std::string>{"w.db"});
}

TEST_CASE("guard: time, memory and rows are limited") {
  const Ground ground;
  QueryLimits limits;
  limits.time = std::chrono::milliseconds(200);
  limits.rows = 3;
  limits.memory = 64 << 20;
  const std::string endless = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) ";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {endless + "SELECT max(i) FROM n", "sql-time-limit"},
      {endless + "SELECT i FROM n", "i\n1\n2\n3\n(more)\n"},
      {endless + "SELECT 1 FROM n WHERE i < 0", "sql-time-limit"},
      {"SELECT length(printf('%2000000000d', 1)) AS n", "n\n\n"},
      {"SELECT length(zeroblob(2000000000))", "sql-memory-limit"},
      {"SELECT length(randomblob(2000000000))", "sql-memory-limit"},
      {"SELECT length(hex(zeroblob(40000000)))", "sql-memory-limit"},
      {"SELECT replace(hex(zeroblob(5000000)), '0', '0123456789')", "sql-memory-limit"},
      {"WITH RECURSIVE n(s) AS (VALUES ('x') UNION ALL SELECT s || s FROM n) SELECT max(length(s)) FROM n", "sql-memory-limit"},
      {"SELECT 'a' LIKE '" + std::string(2000, '%') + "'", "sql-failed"},
  };
  for (const auto& row : rows) {
    const auto& [sql, expected] = row;
    const auto shown = sql.substr(0, 200);
    CAPTURE(shown);
    CHECK(ask(ground.path, sql, limits) == expected);
  }
  CHECK(ask(ground.path, "SELECT 1 AS a UNION ALL SELECT 2 UNION ALL SELECT 3", limits) == "a\n1\n2\n3\n");
}

TEST_CASE("guard: rows that a writer keeps count against the memory limit") {
  const Ground ground;
  QueryLimits limits;
  limits.memory = 32 << 20;
  QueryRunner runner(ground.path, limits);
  ResultSet result;
  ResultCollector collector(result);
  CHECK_THROWS_AS(
      runner.run("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT hex(zeroblob(500000)) FROM n", {}, collector),
      QueryError);
}

TEST_CASE("guard: Ctrl-C stops a query") {
  const Ground ground;
  std::atomic<bool> interrupted = false;
  QueryRunner runner(ground.path, {}, &interrupted);
  std::jthread finger([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    interrupted = true;
  });
  CHECK_THROWS_AS(runner.rows("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"), Interrupted);
}

TEST_CASE("parameters: bound by name, absent ones are NULL, unknown ones are named") {
  const Ground ground;
  CHECK(ask(ground.path, "SELECT :a AS a, @b AS b, $c IS NULL AS c", {}, {{"a", std::string("x")}, {"b", std::int64_t{2}}}) ==
        "a\tb\tc\nx\t2\t1\n");
  CHECK(ask(ground.path, "SELECT :a", {}, {{"z", std::string("x")}}) == "sql-parameter");
  CHECK(QueryRunner(ground.path).parameters("SELECT :b, :a, :b") == std::vector<std::string>{"b", "a"});
}

TEST_CASE("opening: a file that is no warehouse is told apart from one that is missing") {
  const FreshFolder folder;
  const auto path = [&](const char* name) { return (folder.path() / name).string(); };
  std::ofstream(path("text.db")) << "This is no database at all, only a line of text that is long enough to be read as a header.";
  std::ofstream(path("empty.db")).flush();
  execute(path("foreign.db"), "CREATE TABLE t (x)");
  CHECK(ask(path("missing.db"), "SELECT 1") == "database-not-found");
  CHECK(ask(path("text.db"), "SELECT 1") == "database-foreign");
  CHECK(ask(path("empty.db"), "SELECT 1") == "database-not-found");
  CHECK(ask(path("foreign.db"), "SELECT 1") == "database-foreign");
  CHECK(ask(folder.path().string(), "SELECT 1") == "database-foreign");
  CHECK_FALSE(fs::exists(path("missing.db")));
}
