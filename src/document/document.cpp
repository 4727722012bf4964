#include "document/document.h"

namespace finwh {

std::string_view to_string(Format format) {
  switch (format) {
    case Format::markdown: return "markdown";
    case Format::html: return "html";
    case Format::text: return "text";
    case Format::submission: return "submission";
  }
  return "text";
}

const std::string* Document::header_value(std::string_view key) const {
  for (const auto& [name, value] : header)
    if (name == key) return &value;
  return nullptr;
}

}  // namespace finwh
