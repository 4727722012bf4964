#include "facts/vocabulary.h"

#include <charconv>
#include <string>

#include "base/embedded.h"

namespace finwh {

std::vector<VocabularyRow> read_vocabulary(std::string_view name, std::size_t fields) {
  std::vector<VocabularyRow> rows;
  std::string_view content = embedded_file("src/facts/vocabulary/" + std::string(name) + ".tsv");
  while (!content.empty()) {
    const auto end = content.find('\n');
    std::string_view line = content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    VocabularyRow row;
    row.reserve(fields);
    while (row.size() < fields) {
      const auto tab = line.find('\t');
      row.push_back(line.substr(0, tab));
      line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

int vocabulary_number(std::string_view field) {
  int number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return number;
}

}  // namespace finwh
