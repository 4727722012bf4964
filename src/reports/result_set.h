// What a query gives: named columns and rows of SQLite values. Knows nothing of how they are shown or where they came from.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace finwh {

// NULL, INTEGER, REAL or TEXT. A BLOB arrives as the text of its SQL literal, X'0102'.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
using ResultRow = std::vector<Value>;

struct ResultColumn {
  std::string name;
  std::string declared;  // type of the table's column behind it, upper case: INTEGER, REAL, TEXT ...; "" = an expression
};

struct ResultSet {
  std::vector<ResultColumn> columns;
  std::vector<ResultRow> rows;

  // Index of a column by name, or -1.
  int column(std::string_view name) const;
};

inline bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }
inline bool is_number(const Value& value) { return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value); }

// A value as machines read it: integers as integers, a REAL as the shortest text that reads back as the same number, NULL as
// nothing.
std::string plain_text(const Value& value);

// The value as a whole number: an INTEGER, a REAL or TEXT that is one. Everything else gives `otherwise`.
std::int64_t whole_number(const Value& value, std::int64_t otherwise);

}  // namespace finwh
