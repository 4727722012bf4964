// What ends the work on a warehouse: the file is missing, locked, damaged, full or foreign. A stable code, the file, and one
// line that says what is wrong and what to do. SQLite's own codes end here. Caught in main only.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;

namespace finwh {

class WarehouseError : public std::runtime_error {
 public:
  // code: one of warehouse_error_codes(). message: without the path.
  WarehouseError(std::string code, std::string path, const std::string& message)
      : std::runtime_error(message), code_(std::move(code)), path_(std::move(path)) {}
  const std::string& code() const { return code_; }
  const std::string& path() const { return path_; }

 private:
  std::string code_;
  std::string path_;
};

struct WarehouseErrorCode {
  std::string_view code;
  std::string_view meaning;  // one sentence for the documentation
};

// Every code, in one ordered list.
const std::vector<WarehouseErrorCode>& warehouse_error_codes();

// The error for a failed SQLite call on the file at `path`. `database` (may be null) is asked for the operating system's error.
WarehouseError sqlite_error(const std::string& path, int extended_code, std::string_view sqlite_message, sqlite3* database);

}  // namespace finwh
