#include "document/document.h"

namespace finwh {

const std::string* Document::header_value(std::string_view key) const {
  for (const auto& [name, value] : header)
    if (name == key) return &value;
  return nullptr;
}

}  // namespace finwh
