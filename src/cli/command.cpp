#include "cli/command.h"

#include <cstdio>
#include <cstdlib>

#include "reports/visible_text.h"

namespace finwh {

void add_database_option(CLI::App& command, std::string& path) {
  command.add_option("--db", path, "The warehouse; without it $FINWH_DB, else finwh.db here")->type_name("FILE");
}

void add_wait_option(CLI::App& command, double& seconds) {
  command.add_option("--wait", seconds, "Wait so long for another program that is writing (default 5)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, 1e6).description(""));
}

int milliseconds_of(double seconds) { return static_cast<int>(seconds * 1000); }

std::string database_path(const std::string& option) {
  if (!option.empty()) return option;
  const char* from_environment = std::getenv("FINWH_DB");
  return from_environment != nullptr && *from_environment != '\0' ? from_environment : "finwh.db";
}

void say(const std::string& text) {
  const std::string line = "finwh: " + visible_text(text, true) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void say_error(const std::string& place, const std::string& message, const std::string& code) {
  say(visible_text((place.empty() ? "" : place + ": ") + message + (code.empty() ? "" : " [" + code + "]"), false));
}

}  // namespace finwh
