// The README's examples are real: every ```console block is run, "$ command" and the output below it, in one folder that has
// the project's samples. A block that is fenced otherwise (```sh, ```text) is not run.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "base/problem.h"
#include "base/text.h"
#include "support/fresh_folder.h"
#include "support/shell.h"

using namespace finwh;
namespace fs = std::filesystem;

namespace {

struct Example {
  std::string command;  // lines that end in a backslash go on
  std::string output;   // standard output and error together, as a terminal shows them
};

std::vector<Example> examples_of(const std::string& markdown) {
  std::vector<Example> examples;
  bool inside = false;
  bool continued = false;
  for (const auto& line : split(markdown, '\n')) {
    if (line.starts_with("```")) {
      inside = !inside && trim(line) == "```console";
      continue;
    }
    if (!inside) continue;
    if (line.starts_with("$ "))
      examples.push_back({line.substr(2), ""});
    else if (continued)
      examples.back().command += "\n" + line;
    else if (!examples.empty())
      examples.back().output += line + "\n";
    continued = line.ends_with("\\");
  }
  return examples;
}

ShellResult run_example(const Example& example, const fs::path& folder) {
  return run_shell("export FINWH='" FINWH_BINARY "'\nexec 2>&1\n" + example.command, folder);
}

// The same text with the output that each command prints now.
std::string renewed(const std::string& markdown, const fs::path& folder) {
  std::string out;
  auto examples = examples_of(markdown);
  std::size_t next = 0;
  bool inside = false;
  bool printing = false;  // lines of a command that goes on
  for (const auto& line : split(markdown, '\n')) {
    const bool fence = line.starts_with("```");
    if (fence) inside = !inside && trim(line) == "```console";
    const bool command = inside && !fence && (line.starts_with("$ ") || printing);
    if (!inside || fence || command) out += line + "\n";
    if (!command) continue;
    printing = line.ends_with("\\");
    if (printing) continue;
    const auto result = run_example(examples[next++], folder);
    const std::string printed(trim(result.out));
    if (!printed.empty()) out += printed + "\n";
  }
  out.pop_back();
  return out;
}

std::vector<std::string> differences(const std::string& markdown, const fs::path& folder) {
  std::vector<std::string> found;
  for (const auto& example : examples_of(markdown)) {
    const auto result = run_example(example, folder);
    if (trim(result.out) != trim(example.output))
      found.push_back("$ " + example.command + "\n--- expected\n" + example.output + "--- got\n" + result.out);
  }
  return found;
}

}  // namespace

TEST_CASE("README: every problem code is explained") {
  const auto readme = read_text_file(fs::path(FINWH_SOURCE_DIR) / "README.md");
  for (const auto& code : problem_codes()) {
    const std::string row =
        "| `" + std::string(code.code) + "` | " + std::string(to_string(code.severity)) + " | " + std::string(code.meaning) + " |";
    CAPTURE(row);
    CHECK(contains(readme, row));
  }
}

TEST_CASE("README: every command prints what the README says") {
  const FreshFolder folder;
  const fs::path root = FINWH_SOURCE_DIR;
  for (const char* name : {"samples", "queries"}) {
    std::error_code absent;
    fs::create_directory_symlink(root / name, folder.path() / name, absent);
  }
  if (std::getenv("FINWH_UPDATE_GOLDENS") != nullptr) {
    const auto text = renewed(read_text_file(root / "README.md"), folder.path());
    std::ofstream(root / "README.md") << text;
    return;
  }
  for (const auto& difference : differences(read_text_file(root / "README.md"), folder.path())) FAIL_CHECK(difference);
}

TEST_CASE("README: an example that is not true is found out") {
  const FreshFolder folder;
  CHECK(differences("text\n```console\n$ echo a\na\n$ echo b >&2; \\\necho c\nb\nc\n```\n", folder.path()).empty());
  CHECK(differences("```console\n$ echo a\nb\n```\n", folder.path()).size() == 1);
  CHECK(differences("```sh\n$ echo a\nb\n```\n```text\nx\n```\n", folder.path()).empty());
}
