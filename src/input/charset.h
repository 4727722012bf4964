// From the bytes of a file to UTF-8: which charset it is in, the conversion, and the way back from a place in the UTF-8 text
// to the place in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace finwh {

// Translates byte offsets in the converted text into byte offsets in the file. Lines are the same in both.
class SourceOffsets {
 public:
  // How many bytes a character took in the file.
  enum class Width {
    same,          // as in UTF-8, except for replaced bytes
    one,           // single-byte charsets
    utf16,         // two, or four outside the basic plane
    ascii_or_two,  // the double-byte charsets of East Asia
  };

  SourceOffsets() = default;  // the identity
  // `skipped`: bytes of a byte order mark; `replaced`: ascending offsets in `utf8` of each U+FFFD that stands for one byte.
  SourceOffsets(std::string_view utf8, Width width, std::uint64_t skipped, std::vector<std::uint64_t> replaced);

  bool is_identity() const { return marks_.empty() && skipped_ == 0 && replaced_.empty(); }
  // `utf8` is the text that the map was made for.
  std::uint64_t original(std::string_view utf8, std::uint64_t offset) const;
  Span original(std::string_view utf8, Span span) const;

 private:
  std::uint64_t walk(std::string_view utf8, std::uint64_t from, std::uint64_t to) const;

  Width width_ = Width::same;
  std::uint64_t skipped_ = 0;
  std::vector<std::uint64_t> marks_;  // file offset of every kStep-th byte of the text
  std::vector<std::uint64_t> replaced_;
};

struct Decoded {
  std::string text;                  // valid UTF-8 without a byte order mark or NULs
  std::string charset;               // as iconv calls it: "UTF-8", "UTF-16LE", "WINDOWS-1252"
  std::size_t replaced = 0;          // bytes that were no valid text and became U+FFFD, and NULs that became spaces
  std::size_t nuls = 0;              // the NULs among them
  std::uint64_t first_replaced = 0;  // where the first of them stood in `text`
  SourceOffsets offsets;
};

// By byte order mark, then the charset that HTML or XML declares, then UTF-8 if it is valid, else Windows-1252.
Decoded decode(std::string bytes);

}  // namespace finwh
