// The words and signs that scale clauses are made of. The words are in vocabulary/scale_words.tsv.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace finwh {

struct ScaleWord {
  enum class Role { none, magnitude, abbreviation, letter, opener, noun, whole };
  Role role = Role::none;
  int exponent = 0;  // of the first three
};

// The entry of a word in lower case without points and apostrophes; role none when there is none.
ScaleWord scale_word(std::string_view key);

struct ScaleToken {
  enum class Sign { word, comma, dash, open, close, stop, other };
  Sign sign = Sign::word;
  std::string key;  // of a word: as printed, without points and apostrophes
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<ScaleToken> tokenize_clause(std::string_view text);

}  // namespace finwh
