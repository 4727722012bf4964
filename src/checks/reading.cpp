#include "checks/reading.h"

#include <algorithm>
#include <cmath>

namespace finwh {
namespace {

// Is every figure of the reading in one column the same as in an earlier one? Then the column proves nothing of its own.
bool repeats(const UnitGrid& grid, const SumReading& reading, std::size_t column, std::size_t earlier) {
  const auto same = [&](std::size_t line) { return grid.at(line, column).value == grid.at(line, earlier).value; };
  return same(reading.total) && std::all_of(reading.parts.begin(), reading.parts.end(), same);
}

}  // namespace

void weigh(const UnitGrid& grid, SumReading& reading) {
  reading.tried = reading.holds = 0;
  reading.bits = 0;
  for (std::size_t column = 0; column < grid.columns.size(); ++column) {
    const GridCell& total = grid.at(reading.total, column);
    if (!total.present()) continue;
    Wide sum = 0;
    Wide slack = total.slack;
    bool any = false;
    std::array<std::int64_t, 3> largest = {std::abs(total.value), 0, 0};
    for (std::size_t i = 0; i < reading.parts.size(); ++i) {
      const GridCell& part = grid.at(reading.parts[i], column);
      any = any || part.present();
      sum += reading.weights[i] * Wide{part.value};
      slack += part.slack;
      std::int64_t size = std::abs(part.value);
      for (std::int64_t& place : largest)
        if (size > place) std::swap(size, place);
    }
    if (!any) continue;
    ++reading.tried;
    const Wide difference = total.value - sum;
    if (difference > slack || -difference > slack) continue;
    ++reading.holds;
    bool repeated = false;
    for (std::size_t earlier = 0; earlier < column && !repeated; ++earlier) repeated = repeats(grid, reading, column, earlier);
    if (repeated || slack == 0) continue;
    // An exact hit out of figures that need not be exact is as unlikely as the hit of one unit.
    const double window = difference == 0 ? static_cast<double>(std::max<std::int64_t>(total.slack, 1)) : static_cast<double>(slack);
    reading.bits += std::log2(1.0 + static_cast<double>(largest[2]) / (2 * window));
  }
}

double total_evidence(const GridLine& line) {
  double evidence = 0;
  if (line.sense->total)
    evidence = 8;
  else if (line.sense->result)
    evidence = 6;
  else if (line.sense->net || line.sense->non_gaap)
    evidence = 3;
  if (line.total) evidence = std::max(evidence + 2, 6.0);
  if (line.ruled) evidence = std::max(evidence + 1, 4.0);
  return evidence > 0 ? evidence : -6;
}

bool says_total(const GridLine& line) { return line.sense->total; }

}  // namespace finwh
