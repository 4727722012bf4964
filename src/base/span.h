// Where in the source a thing stood. Offsets are bytes from 0, lines count from 1.
#pragma once

#include <cstdint>

namespace finwh {

struct Span {
  std::uint64_t offset = 0;  // bytes from the start of the source file, from 0
  std::uint32_t length = 0;  // bytes
  std::uint32_t line = 0;    // line of the first byte, from 1; 0 = nowhere

  friend bool operator==(const Span&, const Span&) = default;
};

// The smallest span that covers both; an empty span (line 0) counts for nothing.
constexpr Span cover(const Span& a, const Span& b) {
  if (a.line == 0) return b;
  if (b.line == 0) return a;
  const Span& first = a.offset <= b.offset ? a : b;
  const std::uint64_t end_a = a.offset + a.length;
  const std::uint64_t end_b = b.offset + b.length;
  return {first.offset, static_cast<std::uint32_t>((end_a > end_b ? end_a : end_b) - first.offset), first.line};
}

}  // namespace finwh
