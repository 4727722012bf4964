// The keys of rows that belong to one release: release_id * 1,000,000 + their place in it, from 1. schema/010_dimensions.sql says why.
#pragma once

#include <cstddef>
#include <cstdint>

namespace finwh {

constexpr std::int64_t kKeysOfRelease = 1000000;

// Of the thing at `index` (from 0) of its release.
constexpr std::int64_t key_of(std::int64_t release, std::size_t index) {
  return release * kKeysOfRelease + static_cast<std::int64_t>(index) + 1;
}
constexpr std::int64_t key_of(std::int64_t release, int index) { return release * kKeysOfRelease + index + 1; }

constexpr std::int64_t first_key(std::int64_t release) { return release * kKeysOfRelease; }
constexpr std::int64_t last_key(std::int64_t release) { return release * kKeysOfRelease + kKeysOfRelease - 1; }

// The index (from 0) that a key stands for.
constexpr int index_of(std::int64_t key) { return static_cast<int>(key % kKeysOfRelease) - 1; }

}  // namespace finwh
