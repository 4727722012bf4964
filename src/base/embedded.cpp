#include "base/embedded.h"

namespace finwh {

std::string_view embedded_file(std::string_view name) {
  for (const auto& file : embedded_files())
    if (file.name == name) return file.content;
  return {};
}

}  // namespace finwh
