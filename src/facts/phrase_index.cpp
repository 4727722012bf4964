#include "facts/phrase_index.h"

#include <algorithm>

namespace finwh {

void PhraseIndex::add(std::string_view phrase) {
  auto& entries = by_first_word_[phrase.substr(0, phrase.find(' '))];
  const auto longer = [&](const Entry& entry) { return entry.phrase.size() < phrase.size(); };
  entries.insert(std::find_if(entries.begin(), entries.end(), longer), {phrase, count_++});
}

std::vector<PhraseIndex::Hit> PhraseIndex::find(std::string_view folded) const {
  std::vector<Hit> hits;
  for (std::size_t at = 0; at < folded.size();) {
    auto end = folded.find(' ', at);
    if (end == std::string_view::npos) end = folded.size();
    const auto entries = by_first_word_.find(folded.substr(at, end - at));
    if (entries != by_first_word_.end()) {
      const auto rest = folded.substr(at);
      for (const auto& [phrase, number] : entries->second)
        if (rest.starts_with(phrase) && (rest.size() == phrase.size() || rest[phrase.size()] == ' '))
          hits.push_back({number, at, at + phrase.size()});
    }
    at = end + 1;
  }
  return hits;
}

}  // namespace finwh
