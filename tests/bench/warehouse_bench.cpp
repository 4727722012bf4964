// How fast releases are stored, against bare sqlite3 writing the same rows of the same tables in the same transactions, in the
// same run. Not a test: run it by hand, build/release/tests/warehouse_bench [RELEASES] [FACTS].
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <vector>

#include "support/fresh_folder.h"
#include "support/release_builder.h"
#include "warehouse/warehouse.h"

using namespace finwh;
using namespace finwh::test;

namespace {

const std::vector<std::string> kTables = {"dim_release", "dim_table",        "dim_note",     "fact",
                                          "fact_source", "fact_note",        "table_row",    "table_cell",
                                          "calculation", "calculation_part", "check_result", "check_fact"};

// Wall and processor time: on a busy machine only the second compares.
struct Watch {
  std::chrono::steady_clock::time_point wall = std::chrono::steady_clock::now();
  std::clock_t processor = std::clock();
};

struct Took {
  double seconds = 0, processor = 0;
};

Took since(const Watch& start) {
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start.wall).count(),
          static_cast<double>(std::clock() - start.processor) / CLOCKS_PER_SEC};
}

void print(const char* what, const Took& took, double rows, int releases) {
  fmt::print("{:13} {:7.2f} s  {:9.0f} rows/s  {:6.2f} ms a release; processor {:6.2f} s  {:9.0f} rows/s  {:6.2f} ms\n", what, took.seconds,
             rows / took.seconds, took.seconds * 1e3 / releases, took.processor, rows / took.processor, took.processor * 1e3 / releases);
}

std::int64_t count_rows(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  std::int64_t rows = 0;
  for (const auto& table : kTables) rows += database.execAndGet("SELECT count(*) FROM " + table).getInt64();
  return rows;
}

Took store_all(const std::string& path, const std::vector<Release>& releases, const std::vector<CheckReport>& reports) {
  const Watch start;
  Warehouse warehouse(path, Access::write);
  for (std::size_t i = 0; i < releases.size(); ++i) warehouse.store(releases[i], reports[i]);
  warehouse.close();
  return since(start);
}

// The rows of the file at `from`, read into memory first, written to a file of the same tables release by release with nothing
// but prepared inserts: same journal, same foreign keys, same indexes.
Took insert_bare(const std::string& from, const std::string& to, std::size_t releases) {
  std::filesystem::copy_file(from, to);
  SQLite::Database target(to, SQLite::OPEN_READWRITE);
  target.exec("PRAGMA foreign_keys = OFF");
  for (auto table = kTables.rbegin(); table != kTables.rend(); ++table) target.exec("DELETE FROM " + *table);
  target.exec("VACUUM; PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
  SQLite::Database source(from, SQLite::OPEN_READONLY);
  struct Rows {
    std::string insert;
    int columns = 0;
    std::vector<std::vector<std::string>> values;  // as SQL texts with their types in front: i, f, t, n
  };
  std::vector<Rows> tables;
  for (const auto& name : kTables) {
    SQLite::Statement select(source, "SELECT * FROM " + name);
    Rows rows;
    rows.columns = select.getColumnCount();
    rows.insert = "INSERT INTO " + name + " VALUES (?";
    for (int i = 1; i < rows.columns; ++i) rows.insert += ",?";
    rows.insert += ")";
    while (select.executeStep()) {
      auto& row = rows.values.emplace_back();
      for (int i = 0; i < rows.columns; ++i) {
        const auto column = select.getColumn(i);
        row.push_back(column.isNull() ? "n" : (column.isInteger() ? "i" : column.isFloat() ? "f" : "t") + column.getString());
      }
    }
    tables.push_back(std::move(rows));
  }
  std::vector<SQLite::Statement> statements;
  for (const auto& rows : tables) statements.emplace_back(target, rows.insert);
  const Watch start;
  for (std::size_t release = 0; release < releases; ++release) {
    SQLite::Transaction transaction(target);
    for (std::size_t t = 0; t < tables.size(); ++t) {
      const auto& rows = tables[t].values;
      for (std::size_t r = rows.size() * release / releases; r < rows.size() * (release + 1) / releases; ++r) {
        for (int i = 0; i < tables[t].columns; ++i) {
          const std::string& value = rows[r][static_cast<std::size_t>(i)];
          switch (value.front()) {
            case 'n': statements[t].bind(i + 1); break;
            case 'i': statements[t].bind(i + 1, static_cast<std::int64_t>(std::atoll(value.c_str() + 1))); break;
            case 'f': statements[t].bind(i + 1, std::atof(value.c_str() + 1)); break;
            default: statements[t].bindNoCopy(i + 1, value.c_str() + 1);
          }
        }
        statements[t].exec();
        statements[t].reset();
      }
    }
    transaction.commit();
  }
  return since(start);
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 400;
  const int facts = argc > 2 ? std::atoi(argv[2]) : 600;
  std::vector<Release> releases;
  std::vector<CheckReport> reports;
  for (int i = 0; i < count; ++i) {
    releases.push_back(synthetic_release(i, facts));
    reports.push_back(synthetic_report(releases.back()));
  }
  FreshFolder folder;
  const std::string path = (folder.path() / "w.db").string();
  const Took stored = store_all(path, releases, reports);
  const auto rows = static_cast<double>(count_rows(path));
  const Took bare = insert_bare(path, (folder.path() / "bare.db").string(), releases.size());
  const auto bytes = static_cast<double>(std::filesystem::file_size(path));
  std::size_t all_facts = 0;
  for (const auto& release : releases) all_facts += release.facts.size();
  fmt::print("{} releases, {} facts, {:.0f} rows, {:.1f} MB: {:.0f} bytes a fact in all\n", count, all_facts, rows, bytes / 1e6,
             bytes / static_cast<double>(all_facts));
  print("warehouse", stored, rows, count);
  print("bare inserts", bare, rows, count);
  return 0;
}
