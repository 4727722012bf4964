#include "warehouse/schema.h"

#include <doctest/doctest.h>

#include "base/problem.h"
#include "facts/fact.h"
#include "support/sql.h"
#include "warehouse/warehouse_error.h"

using namespace finwh;
using finwh::test::ask;

namespace {

struct NewFile {
  SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  NewFile() { create_schema(database); }
  std::string operator()(const std::string& sql) { return ask(database, sql); }
};

std::string code_of(SQLite::Database& database) {
  try {
    return recognise_file(database, "x.db") == FileKind::empty ? "empty" : "warehouse";
  } catch (const WarehouseError& error) {
    return error.code();
  }
}

}  // namespace

TEST_CASE("schema: the file says that it is a warehouse, and which schema it has") {
  NewFile file;
  CHECK(file("PRAGMA application_id") == std::to_string(0x46494E57));
  CHECK(file("PRAGMA user_version") == std::to_string(kSchemaVersion));
  CHECK(file("PRAGMA foreign_key_check") == "");
  CHECK(file("PRAGMA integrity_check") == "ok");
}

TEST_CASE("schema: every table is STRICT") {
  NewFile file;
  CHECK(file("SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT strict") == "");
  CHECK(file("SELECT count(*) > 20 FROM pragma_table_list WHERE type = 'table' AND strict") == "1");
}

// A CHECK with IN over three or more values makes one at every row.
TEST_CASE("schema: a row is written without a temporary table") {
  NewFile file;
  SQLite::Statement tables(file.database,
                           "SELECT t.name, group_concat('?') FROM pragma_table_list t, pragma_table_xinfo(t.name) "
                           "WHERE t.type = 'table' AND t.strict GROUP BY t.name");
  while (tables.executeStep()) {
    const std::string insert = "INSERT INTO " + tables.getColumn(0).getString() + " VALUES (" + tables.getColumn(1).getString() + ")";
    CAPTURE(insert);
    SQLite::Statement plan(file.database, "EXPLAIN " + insert);
    int temporary = 0;
    while (plan.executeStep()) temporary += plan.getColumn(1).getString() == "OpenEphemeral" ? 1 : 0;
    CHECK(temporary == 0);
  }
}

TEST_CASE("schema: every key that points to another table is a foreign key") {
  NewFile file;
  CHECK(file("SELECT t.name, c.name FROM pragma_table_list t, pragma_table_xinfo(t.name) c "
             "WHERE t.type = 'table' AND t.strict AND c.name LIKE '%\\_id' ESCAPE '\\' AND c.name <> 'application_id' "
             "AND NOT (c.pk = 1 AND (SELECT count(*) FROM pragma_table_xinfo(t.name) k WHERE k.pk > 0) = 1) "
             "AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) f WHERE f.\"from\" = c.name) "
             // The facts of a row are a range of keys that is checked by their own table.
             "AND c.name NOT IN ('first_fact_id', 'last_fact_id')") == "");
}

TEST_CASE("schema: the data dictionary names every table, view and column, and nothing else") {
  NewFile file;
  const std::string real =
      "SELECT s.name AS t, '' AS c FROM sqlite_schema s WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%' "
      "UNION SELECT s.name, c.name FROM sqlite_schema s, pragma_table_xinfo(s.name) c "
      "WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%'";
  const std::string told = "SELECT table_name, column_name FROM data_dictionary";
  CHECK(file("SELECT * FROM (" + real + ") EXCEPT " + told) == "");
  CHECK(file(told + " EXCEPT SELECT * FROM (" + real + ")") == "");
  CHECK(file("SELECT table_name, column_name FROM data_dictionary WHERE meaning = ''") == "");
  CHECK(file("SELECT table_name, column_name FROM data_dictionary d WHERE nullable IS NULL AND column_name <> '' "
             "AND (SELECT type FROM sqlite_schema WHERE name = d.table_name) = 'table'") == "");
  CHECK(file("SELECT meaning, unit, nullable FROM data_dictionary WHERE table_name = 'dim_release' AND column_name = 'bytes'") ==
        "size of the file|bytes|0");
  CHECK(file("SELECT nullable FROM data_dictionary WHERE table_name = 'fact' AND column_name = 'concept_id'") == "1");
}

TEST_CASE("schema: statements and bases are those of the fact model") {
  NewFile file;
  for (const auto statement : all_statements()) {
    CAPTURE(to_string(statement));
    CHECK(file("SELECT length(meaning) > 0 FROM dim_statement WHERE statement = '" + std::string(to_string(statement)) + "'") == "1");
  }
  CHECK(file("SELECT count(*) FROM dim_statement") == std::to_string(all_statements().size()));
  for (const auto basis : all_bases()) {
    CAPTURE(to_string(basis));
    CHECK(file("SELECT length(meaning) > 0 FROM dim_basis WHERE basis = '" + std::string(to_string(basis)) + "'") == "1");
  }
  CHECK(file("SELECT count(*) FROM dim_basis") == std::to_string(all_bases().size()));
}

TEST_CASE("schema: the contract views have their columns in order") {
  NewFile file;
  const auto columns = [&](const std::string& view) {
    return file("SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_xinfo('" + view + "') ORDER BY cid)");
  };
  CHECK(columns("v_fact") ==
        "fact_id release_id source_file company ticker cik published_on fiscal_year fiscal_quarter table_no table_title statement "
        "section_path label concept member basis period_kind period_start period_end unit value nil notes raw source_line");
  CHECK(columns("v_check") == "check_id release_id source_file table_no rule description status expected found difference tolerance facts");
  CHECK(columns("v_proof") == "fact_id source_file relations ties status");
}

TEST_CASE("schema: every view can be read") {
  NewFile file;
  SQLite::Statement views(file.database, "SELECT name FROM sqlite_schema WHERE type = 'view'");
  int count = 0;
  while (views.executeStep()) {
    const std::string view = views.getColumn(0).getString();
    CAPTURE(view);
    CHECK(file("SELECT count(*) FROM " + view) == "0");
    ++count;
  }
  CHECK(count >= 14);
}

TEST_CASE("schema: files of others are told apart") {
  struct Row {
    const char* sql;
    const char* code;
  };
  const Row rows[] = {
      {"", "empty"},
      {"CREATE TABLE t (x)", "database-foreign"},
      {"PRAGMA application_id = 7", "database-foreign"},
      {"PRAGMA user_version = 3", "database-foreign"},
      {"PRAGMA application_id = 1179209303; PRAGMA user_version = 999", "database-newer"},
      {"PRAGMA application_id = 1179209303; CREATE TABLE t (x)", "database-older"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.sql);
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(row.sql);
    CHECK(code_of(database) == row.code);
  }
  NewFile file;
  CHECK(code_of(file.database) == "warehouse");
}
