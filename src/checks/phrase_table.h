// Phrases found in folded text by their words, in time that does not grow with the number of phrases. Built once from an
// ordered table of {words, value}. Knows words only.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finwh {

template <typename Value>
class PhraseTable {
 public:
  struct Entry {
    std::string_view words;
    Value value;
  };

  // Anything with `words` and `value` members serves as an entry; the words must outlive the table.
  template <typename Range>
  explicit PhraseTable(const Range& entries) {
    for (const auto& entry : entries) by_first_word_[first_word(entry.words)].push_back({entry.words, entry.value});
  }

  // The longest phrase that the text begins with, whole words; null when none.
  const Entry* at_start(std::string_view text) const {
    const auto found = by_first_word_.find(first_word(text));
    if (found == by_first_word_.end()) return nullptr;
    const Entry* longest = nullptr;
    for (const Entry& entry : found->second) {
      const bool whole = text.starts_with(entry.words) && (text.size() == entry.words.size() || text[entry.words.size()] == ' ');
      if (whole && (longest == nullptr || entry.words.size() > longest->words.size())) longest = &entry;
    }
    return longest;
  }

  // The phrase that stands first in the text, the longest of those that begin there; null when none.
  const Entry* first_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
      if (const Entry* entry = at_start(text.substr(at))) return entry;
      const std::size_t space = text.find(' ', at);
      if (space == std::string_view::npos) break;
      at = space + 1;
    }
    return nullptr;
  }

  // The longest phrase anywhere in the text.
  const Entry* longest_in(std::string_view text) const {
    const Entry* longest = nullptr;
    for (std::size_t at = 0; at < text.size();) {
      const Entry* entry = at_start(text.substr(at));
      if (entry != nullptr && (longest == nullptr || entry->words.size() > longest->words.size())) longest = entry;
      const std::size_t space = text.find(' ', at);
      if (space == std::string_view::npos) break;
      at = space + 1;
    }
    return longest;
  }

  // The phrase that is the whole text.
  const Entry* whole(std::string_view text) const {
    const Entry* entry = at_start(text);
    return entry != nullptr && entry->words.size() == text.size() ? entry : nullptr;
  }

 private:
  static std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

  std::unordered_map<std::string_view, std::vector<Entry>> by_first_word_;
};

}  // namespace finwh
