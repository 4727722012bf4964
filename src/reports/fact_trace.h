// A fact's way back: what it is, which rules inferred what its cell does not print, what proves it, and where it stood in the
// source. Reads the warehouse; the source file itself is looked up by the caller.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/span.h"
#include "reports/query_runner.h"

namespace finwh {

struct FactTrace {
  std::vector<std::pair<std::string, std::string>> dimensions;  // name and value, in the order to show them
  std::vector<std::string> checks;                              // the identities that hold it, with their status
  std::vector<std::string> notes;                               // "A: title" of each mark
  std::string source_file;
  std::string sha256;
  std::string raw;  // the cell as printed
  Span source;      // in the file's own bytes
};

// Nothing when there is no such fact.
std::optional<FactTrace> trace_fact(QueryRunner& runner, std::int64_t fact_id);

// The line of `text` that holds the byte range, and below it ^ under each column of the range. A line longer than `columns` is
// cut to the part around the range, with … where something is missing. A range over several lines is marked on the first.
std::string marked_line(std::string_view text, std::uint64_t offset, std::uint64_t length, std::size_t columns);

}  // namespace finwh
