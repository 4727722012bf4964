// What ends the work on a warehouse: the file is missing, locked, damaged, full or foreign. Caught in main only.
#pragma once

#include <stdexcept>
#include <string>

namespace finwh {

class WarehouseError : public std::runtime_error {
 public:
  WarehouseError(std::string code, std::string path, const std::string& message)
      : std::runtime_error(message), code_(std::move(code)), path_(std::move(path)) {}
  const std::string& code() const { return code_; }
  const std::string& path() const { return path_; }

 private:
  std::string code_;
  std::string path_;
};

}  // namespace finwh
