// tests/cli/*.test: what finwh prints, as a user would see it. A golden file is
//
//   text before the first command says what the file is about
//   @ file NAME          the lines up to "@ end" are put into NAME
//   $ COMMAND            run by sh in the file's own fresh folder, one after the other
//   text                 what it prints on standard output
//   ! text               what it prints on standard error
//   = STATUS             its exit status, left out for 0
//
// Blank lines at the end of an output do not count. FINWH_UPDATE_GOLDENS=1 rewrites the files.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "base/text.h"
#include "support/fresh_folder.h"
#include "support/shell.h"

using namespace finwh;
namespace fs = std::filesystem;

namespace {

// "text\n" as lines without the blank ones at the end.
std::vector<std::string> lines_of(const std::string& text) {
  auto lines = split(text, '\n');
  while (!lines.empty() && trim(lines.back()).empty()) lines.pop_back();
  return lines;
}

std::string transcript(const ShellResult& result) {
  std::string out;
  for (const auto& line : lines_of(result.out)) out += line + "\n";
  for (const auto& line : lines_of(result.err)) out += line.empty() ? "!\n" : "! " + line + "\n";
  if (result.status != 0) out += "= " + std::to_string(result.status) + "\n";
  return out;
}

bool starts_item(const std::string& line) { return line.starts_with("$ ") || line.starts_with("@ "); }

struct Replay {
  std::string text;  // the golden file as it would be written now
  std::vector<std::string> differences;
};

Replay replay(const std::string& golden) {
  const FreshFolder folder;
  Replay replay;
  const auto lines = split(golden, '\n');
  for (std::size_t i = 0; i < lines.size();) {
    const std::string line = lines[i++];
    if (i == lines.size() && line.empty()) break;
    replay.text += line + "\n";
    if (line.starts_with("@ file ")) {
      const fs::path path = folder.path() / line.substr(7);
      fs::create_directories(path.parent_path());
      std::ofstream file(path);
      for (; i < lines.size(); ++i) {
        replay.text += lines[i] + "\n";
        if (lines[i] == "@ end") break;
        file << lines[i] << "\n";
      }
      ++i;
    } else if (line.starts_with("$ ")) {
      std::string expected;
      for (; i < lines.size() && !starts_item(lines[i]); ++i) expected += lines[i] + "\n";
      std::string wanted;
      for (const auto& kept : lines_of(expected)) wanted += kept + "\n";
      const std::string got = transcript(run_shell(line.substr(2), folder.path()));
      if (got != wanted) replay.differences.push_back(line + "\n--- expected\n" + wanted + "--- got\n" + got);
      replay.text += got;
      if (i < lines.size()) replay.text += "\n";
    }
  }
  while (replay.text.ends_with("\n\n")) replay.text.pop_back();
  return replay;
}

}  // namespace

TEST_CASE("finwh prints what the golden files say") {
  const bool update = std::getenv("FINWH_UPDATE_GOLDENS") != nullptr;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(FINWH_SOURCE_DIR) / "tests" / "cli"))
    if (entry.path().extension() == ".test") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE(!files.empty());
  for (const auto& path : files) {
    const auto result = replay(read_text_file(path));
    if (update) {
      std::ofstream(path, std::ios::binary) << result.text;
      continue;
    }
    for (const auto& difference : result.differences) FAIL_CHECK(path.filename().string() << ": " << difference);
  }
}

TEST_CASE("a golden file that is wrong in output, error or status is found out") {
  CHECK(replay("$ echo a; echo b >&2; exit 3\na\n! b\n= 3\n").differences.empty());
  CHECK(replay("$ echo a\nb\n").differences.size() == 1);
  CHECK(replay("$ echo a >&2\na\n").differences.size() == 1);
  CHECK(replay("$ exit 3\n").differences.size() == 1);
  CHECK(replay("about\n@ file x/y\nin it\n@ end\n$ cat x/y\nin it\n\n$ true\n").differences.empty());
  CHECK(replay("$ echo a\nb\n\n$ true\n").text == "$ echo a\na\n\n$ true\n");
}
