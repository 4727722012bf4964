// A new empty folder under the system's temporary one, gone with its contents at the end of the scope.
#pragma once

#include <filesystem>
#include <string>

namespace finwh {

class FreshFolder {
 public:
  FreshFolder();
  ~FreshFolder();
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A warehouse at this path with one release that has no tables.
void make_small_warehouse(const std::string& path);

}  // namespace finwh
