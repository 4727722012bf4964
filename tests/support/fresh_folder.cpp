#include "support/fresh_folder.h"

#include <stdlib.h>

#include <stdexcept>

#include "warehouse/warehouse.h"

namespace finwh {

FreshFolder::FreshFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "finwh-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

FreshFolder::~FreshFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void make_small_warehouse(const std::string& path) {
  Release release;
  release.file = {"small.md", std::string(64, 'a'), "markdown", 1};
  Warehouse(path, Access::write).store(release, {}, {"2007-04-24 10:00:00"});
}

}  // namespace finwh
