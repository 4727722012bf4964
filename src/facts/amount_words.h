// What a word beside the digits of an amount does to it: "million", "pts", "down", "NM". The words are in
// vocabulary/amount_words.tsv.
#pragma once

#include <string_view>

namespace finwh {

struct AmountWord {
  enum class Role { none, scale, attached, percent, points, bps, multiple, up, down, about, basis, to, nil, unit, aside };
  Role role = Role::none;
  int value = 0;  // of scale and attached: the power of ten
};

// The entry of a word or of words joined with one space: lower case, points dropped. Role none when there is none.
AmountWord amount_word(std::string_view key);

}  // namespace finwh
