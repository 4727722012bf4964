// What ends a question: the user asked wrongly, or the query could not be answered. Caught in main only.
#pragma once

#include <stdexcept>
#include <string>

namespace finwh {

// The command line asks for something that does not exist or gives a value of the wrong type. The message says what is known.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A query failed or was stopped. `place` is "" or FILE, FILE:LINE, FILE:LINE:COLUMN; `code` is one of query_error_codes().
class QueryError : public std::runtime_error {
 public:
  QueryError(std::string code, std::string place, const std::string& message)
      : std::runtime_error(message), code_(std::move(code)), place_(std::move(place)) {}
  const std::string& code() const { return code_; }
  const std::string& place() const { return place_; }

 private:
  std::string code_;
  std::string place_;
};

// Ctrl-C.
class Interrupted : public std::runtime_error {
 public:
  Interrupted() : std::runtime_error("interrupted") {}
};

}  // namespace finwh
