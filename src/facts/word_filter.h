// Tells cheaply that a word cannot be one of a table's: by its first byte and its length. Most words of a label stand in no
// table, and need not be hashed to know it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace finwh {

class WordFilter {
 public:
  constexpr void add(std::string_view word) {
    if (!word.empty()) lengths_[static_cast<unsigned char>(word.front())] |= bit(word.size());
  }
  // False only if no word that was added begins so and has this length.
  constexpr bool may_hold(char first, std::size_t length) const { return (lengths_[static_cast<unsigned char>(first)] & bit(length)) != 0; }
  constexpr bool may_hold(std::string_view word) const { return !word.empty() && may_hold(word.front(), word.size()); }

 private:
  // Words of 63 bytes and more share a bit.
  static constexpr std::uint64_t bit(std::size_t length) { return std::uint64_t{1} << (length < 63 ? length : 63); }

  std::array<std::uint64_t, 256> lengths_{};
};

}  // namespace finwh
