#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "input/source.h"

namespace finwh {
namespace {

bool has_release_extension(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 5> extensions = {".md", ".markdown", ".htm", ".html", ".txt"};
  const auto extension = to_lower(path.extension().string());
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

// A folder that cannot be opened is listed itself, so that reading it says so.
std::vector<std::string> releases_in(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> found;
  std::vector<fs::path> open = {folder};
  while (!open.empty()) {
    const auto here = std::move(open.back());
    open.pop_back();
    std::error_code error;
    for (fs::directory_iterator entry(here, error), end; !error && entry != end; entry.increment(error)) {
      std::error_code ignored;
      if (entry->is_directory(ignored)) {
        if (!entry->is_symlink(ignored)) open.push_back(entry->path());
      } else if (entry->is_regular_file(ignored) && has_release_extension(entry->path())) {
        found.push_back(entry->path().string());
      }
    }
    if (error) found.push_back(here.string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<std::string> list_inputs(const std::vector<std::string>& paths) {
  std::vector<std::string> inputs;
  std::set<std::string> seen;
  for (const auto& path : paths) {
    std::error_code error;
    const bool folder = path != "-" && std::filesystem::is_directory(path, error);
    for (auto& input : folder ? releases_in(path) : std::vector<std::string>{path})
      if (seen.insert(input).second) inputs.push_back(std::move(input));
  }
  return inputs;
}

}  // namespace finwh
