#include "cli/query_options.h"

#include <fmt/format.h>

#include <cmath>

#include "cli/command.h"

namespace finwh {

void add_limit_options(CLI::App& command, LimitOptions& options) {
  command.add_option("--timeout", options.timeout, "Stop a query after this many seconds (default 30; 0 = never)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 1e9).description(""));
  command.add_option("--max-rows", options.max_rows, "Give out at most this many rows (default 100000; 0 = all)")
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 60).description(""));
  command.add_option("--max-memory", options.max_memory, "Let a query take this much memory (default 1024; 0 = any)")
      ->type_name("MB")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 30).description(""));
}

QueryLimits limits_of(const LimitOptions& options) {
  QueryLimits limits;
  // The shortest limit is a millisecond, since 0 stands for none.
  limits.time = std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(options.timeout * 1000)));
  limits.rows = options.max_rows;
  limits.memory = options.max_memory << 20;
  return limits;
}

void announce_limit(const QueryOutcome& outcome, const LimitOptions& options) {
  if (outcome.row_limit_reached) say(fmt::format("stopped after {} rows, there are more; raise --max-rows (0 = all)", options.max_rows));
}

std::pair<std::string, std::string> split_assignment(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) throw UsageError(fmt::format("'{}' is not name=value", text));
  auto name = text.substr(0, equals);
  if (name.front() == ':') name.erase(0, 1);
  return {name, text.substr(equals + 1)};
}

}  // namespace finwh
