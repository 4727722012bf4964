#include "checks/sign_search.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>

namespace finwh {
namespace {

struct Subset {
  Wide sum = 0;
  std::uint32_t negated = 0;
};

// Every way to sign the given values, by sum.
std::vector<Subset> signed_sums(const std::vector<std::int64_t>& values) {
  std::vector<Subset> sums = {{0, 0}};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t count = sums.size();
    for (std::size_t j = 0; j < count; ++j) sums.push_back({sums[j].sum - values[i], sums[j].negated | (1U << i)});
    for (std::size_t j = 0; j < count; ++j) sums[j].sum += values[i];
  }
  std::sort(sums.begin(), sums.end(), [](const Subset& a, const Subset& b) { return a.sum < b.sum; });
  return sums;
}

// The column in which most parts stand with a value.
std::size_t fullest_column(const UnitGrid& grid, const SumReading& reading) {
  std::size_t best = 0;
  int best_count = -1;
  for (std::size_t column = 0; column < grid.columns.size(); ++column) {
    if (!grid.at(reading.total, column).present()) continue;
    int count = 0;
    for (const std::size_t part : reading.parts) count += grid.at(part, column).value != 0;
    if (count > best_count) {
      best = column;
      best_count = count;
    }
  }
  return best;
}

// The signs one would choose from the labels: a line that lowers and is printed positive is taken away.
std::uint32_t expected_signs(const UnitGrid& grid, const SumReading& reading, std::size_t column) {
  std::uint32_t negated = 0;
  for (std::size_t i = 1; i < reading.parts.size(); ++i) {
    const bool lowers = grid.lines[reading.parts[i]].sense->leaning == Leaning::lowers;
    if (lowers && grid.at(reading.parts[i], column).value > 0) negated |= 1U << (i - 1);
  }
  return negated;
}

// Does every sign that departs from the expected one stand in two columns? In one it may be an error as well.
bool borne_out(const UnitGrid& grid, const SumReading& reading, std::uint32_t departing) {
  for (std::size_t i = 1; i < reading.parts.size(); ++i) {
    if ((departing >> (i - 1) & 1U) == 0) continue;
    int columns = 0;
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      const bool counts = grid.at(reading.total, column).present() && grid.at(reading.parts[i], column).value != 0;
      columns += counts;
    }
    if (columns < 2) return false;
  }
  return true;
}

void set_weights(SumReading& reading, std::uint32_t negated) {
  for (std::size_t i = 1; i < reading.weights.size(); ++i) reading.weights[i] = (negated >> (i - 1) & 1U) != 0 ? -1 : 1;
}

}  // namespace

bool find_signs(const UnitGrid& grid, SumReading& reading) {
  const std::size_t free = reading.parts.size() - 1;
  if (reading.parts.size() > kMaxFreeSigns || free < 2) return false;
  const std::size_t column = fullest_column(grid, reading);
  const GridCell& total = grid.at(reading.total, column);
  std::vector<std::int64_t> low;
  std::vector<std::int64_t> high;
  Wide slack = total.slack + grid.at(reading.parts[0], column).slack;
  for (std::size_t i = 0; i < free; ++i) {
    const GridCell& cell = grid.at(reading.parts[i + 1], column);
    (i < free / 2 ? low : high).push_back(cell.value);
    slack += cell.slack;
  }
  const Wide target = Wide{total.value} - grid.at(reading.parts[0], column).value;
  const std::vector<Subset> halves = signed_sums(high);
  const std::uint32_t expected = expected_signs(grid, reading, column);
  int nearest = 64;
  int equals = 0;
  std::uint32_t chosen = 0;
  int budget = 256;  // matches looked at; a block with more has no evidence in its figures
  for (const Subset& half : signed_sums(low)) {
    const Wide least = target - half.sum - slack;
    auto match = std::lower_bound(halves.begin(), halves.end(), least, [](const Subset& s, Wide value) { return s.sum < value; });
    for (; match != halves.end() && match->sum <= least + 2 * slack; ++match) {
      if (--budget < 0) return false;
      const std::uint32_t negated = half.negated | match->negated << low.size();
      set_weights(reading, negated);
      weigh(grid, reading);
      if (reading.holds < reading.tried) continue;
      if (!borne_out(grid, reading, negated ^ expected)) continue;
      const int distance = std::popcount(negated ^ expected);
      equals = distance == nearest ? equals + 1 : distance < nearest ? 0 : equals;
      if (distance < nearest) {
        nearest = distance;
        chosen = negated;
      }
    }
  }
  if (nearest == 64 || equals > 0) return false;
  set_weights(reading, chosen);
  weigh(grid, reading);
  return true;
}

}  // namespace finwh
