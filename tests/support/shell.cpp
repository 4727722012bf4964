#include "support/shell.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "support/fresh_folder.h"

namespace finwh {

std::string read_text_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

ShellResult run_shell(const std::string& command, const std::filesystem::path& folder) {
  const FreshFolder outputs;
  const auto path = [&](const char* name) { return (outputs.path() / name).string(); };
  std::ofstream(path("command")) << command << "\n";
  const std::string line = fmt::format(
      "cd '{}' && unset FINWH_DB FINWH_QUERIES && PATH='{}':\"$PATH\" NO_COLOR=1 LC_ALL=C.UTF-8 sh '{}' >'{}' 2>'{}' </dev/null",
      folder.string(), std::filesystem::path(FINWH_BINARY).parent_path().string(), path("command"), path("out"), path("err"));
  const int status = std::system(line.c_str());
  return {read_text_file(path("out")), read_text_file(path("err")), WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

}  // namespace finwh
