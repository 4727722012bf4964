// Questions to a warehouse file as tests ask them: the answer as one text, columns joined with '|', rows with '\n', NULL as "~".
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace finwh::test {

inline std::string ask(SQLite::Database& database, const std::string& sql) {
  std::string out;
  SQLite::Statement select(database, sql);
  while (select.executeStep()) {
    if (!out.empty()) out += '\n';
    for (int i = 0; i < select.getColumnCount(); ++i) {
      if (i > 0) out += '|';
      out += select.getColumn(i).isNull() ? "~" : select.getColumn(i).getString();
    }
  }
  return out;
}

inline std::string ask(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  return ask(database, sql);
}

}  // namespace finwh::test
