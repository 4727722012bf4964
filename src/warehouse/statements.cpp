#include "warehouse/statements.h"

#include <charconv>

namespace finwh {

void bind_value(SQLite::Statement& statement, int index, const Decimal& value) {
  if (const auto integer = value.to_integer()) {
    statement.bind(index, *integer);
    return;
  }
  const std::string plain = value.to_string();
  double number = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), number);
  statement.bind(index, number);
}

SQLite::Statement& Statements::operator[](const char* sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second;
  return statements_.try_emplace(sql, database_, sql).first->second;
}

}  // namespace finwh
