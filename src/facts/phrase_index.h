// Many phrases looked for in one text at once: found by their first word, so that the cost is that of the text's words.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finwh {

class PhraseIndex {
 public:
  // Phrases are folded (base/text.h) and not empty; the views must outlive the index. Each has the number of its insertion.
  void add(std::string_view phrase);

  struct Hit {
    std::size_t phrase = 0;          // number of insertion
    std::size_t begin = 0, end = 0;  // bytes of the text
  };

  // Every phrase in the folded text, bounded by blanks. Longest first among those that begin together.
  std::vector<Hit> find(std::string_view folded) const;

 private:
  struct Entry {
    std::string_view phrase;
    std::size_t number = 0;
  };
  std::unordered_map<std::string_view, std::vector<Entry>> by_first_word_;
  std::size_t count_ = 0;
};

}  // namespace finwh
