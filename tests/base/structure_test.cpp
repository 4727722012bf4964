// The house rules that a compiler does not check: folders include one way only, and only the command line prints.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kSource = fs::path(FINWH_SOURCE_DIR) / "src";

// A folder may include those before it, and itself.
const std::vector<std::string> kOrder = {"base", "input", "document", "tables", "facts", "checks", "warehouse", "reports", "cli"};

int rank(const std::string& folder) {
  const auto found = std::find(kOrder.begin(), kOrder.end(), folder);
  return found == kOrder.end() ? -1 : static_cast<int>(found - kOrder.begin());
}

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(kSource))
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string folder_of(const fs::path& file) {
  const auto relative = file.lexically_relative(kSource);
  return relative.has_parent_path() ? relative.begin()->string() : "";
}

bool includes(const std::string& line, const std::string& name) {
  return line.rfind("#include", 0) == 0 && line.find(name) != std::string::npos;
}

}  // namespace

TEST_CASE("structure: folders include one way only") {
  const auto files = sources();
  REQUIRE(files.size() > 20);
  for (const auto& file : files) {
    const auto folder = folder_of(file);
    if (folder.empty()) continue;
    CAPTURE(file.string());
    REQUIRE(rank(folder) >= 0);
    for (const auto& line : lines_of(file)) {
      if (line.rfind("#include \"", 0) != 0) continue;
      const auto target = line.substr(10, line.find('/', 10) - 10);
      CAPTURE(line);
      CHECK(rank(target) >= 0);
      CHECK(rank(target) <= rank(folder));
    }
  }
}

TEST_CASE("structure: each library stays in its stage") {
  struct Rule {
    const char* header;
    std::vector<std::string> folders;
  };
  const Rule rules[] = {
      {"libxml/", {"document"}},
      {"SQLiteCpp", {"warehouse", "reports"}},
      {"sqlite3.h", {"warehouse", "reports"}},
      {"CLI/", {"cli"}},
      {"CLI11", {"cli"}},
      {"utf8proc", {"base"}},
      {"nettle", {"input"}},
      {"<iostream>", {"cli"}},
  };
  for (const auto& file : sources()) {
    const auto folder = folder_of(file);
    if (folder.empty()) continue;
    for (const auto& line : lines_of(file)) {
      for (const auto& rule : rules) {
        if (!includes(line, rule.header)) continue;
        CAPTURE(file.string());
        CAPTURE(line);
        CHECK(std::find(rule.folders.begin(), rule.folders.end(), folder) != rule.folders.end());
      }
    }
  }
}

// The linker takes two types of one name for one and keeps the functions of either.
TEST_CASE("structure: no two headers define a type of the same name") {
  std::map<std::string, std::string> defined;  // name to file
  for (const auto& file : sources()) {
    if (file.extension() != ".h") continue;
    for (const auto& line : lines_of(file)) {
      for (const std::string head : {"struct ", "class ", "enum class "}) {
        if (line.rfind(head, 0) != 0 || line.back() != '{') continue;
        const auto name = line.substr(head.size(), line.find_first_of(" :{", head.size()) - head.size());
        const auto known = defined.emplace(name, file.filename().string());
        CAPTURE(name);
        CAPTURE(file.filename().string());
        CAPTURE(known.first->second);
        CHECK(known.second);
      }
    }
  }
  CHECK(defined.size() > 50);
}
