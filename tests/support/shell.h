// Commands as a user types them: run by sh in a folder, with the built finwh on the path and nothing of the tester's
// environment that would change what it prints.
#pragma once

#include <filesystem>
#include <string>

namespace finwh {

struct ShellResult {
  std::string out;
  std::string err;
  int status = 0;  // as the shell gives it: 128 + the signal's number for a killed command
};

ShellResult run_shell(const std::string& command, const std::filesystem::path& folder);

std::string read_text_file(const std::filesystem::path& path);

}  // namespace finwh
