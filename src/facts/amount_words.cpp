#include "facts/amount_words.h"

#include <array>
#include <unordered_map>

#include "facts/vocabulary.h"

namespace finwh {
namespace {

AmountWord::Role role_named(std::string_view name) {
  constexpr std::array names = {"none", "scale", "attached", "percent", "points", "bps",  "multiple", "up",
                                "down", "about", "basis",    "to",      "nil",    "unit", "aside"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (name == names[i]) return static_cast<AmountWord::Role>(i);
  return AmountWord::Role::none;
}

}  // namespace

AmountWord amount_word(std::string_view key) {
  static const auto table = [] {
    std::unordered_map<std::string_view, AmountWord> words;
    for (const auto& row : read_vocabulary("amount_words", 3))
      words.emplace(row[0], AmountWord{role_named(row[1]), vocabulary_number(row[2])});
    return words;
  }();
  const auto found = table.find(key);
  return found == table.end() ? AmountWord{} : found->second;
}

}  // namespace finwh
