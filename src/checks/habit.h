// The habit of footing: some companies round every figure on its own, and their sums miss by a unit now and then; most make
// theirs foot. Where a release's sums foot exactly so often that independent rounding cannot explain it, the few that miss by
// a rounding are set apart as findings. Knows the sums already checked, nothing of tables.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "checks/view.h"

namespace finwh {

// The habit is taken as shown when the exact sums come to kHabitBits: each is worth the logarithm of the chance that so many
// independently rounded parts foot. Every unit, printed precision and direction (sums of amounts, or over time) is by itself.
// The misses may be kMaxMisses, or one for kExactForMiss exact sums; those that one figure explains count as one.
inline constexpr double kHabitBits = 8;
inline constexpr int kMaxMisses = 1;
inline constexpr int kExactForMiss = 16;

class FootingHabit {
 public:
  FootingHabit(const ReleaseView& view, const CheckReport& report);

  // Is the check a sum of figures that foot exactly in this release, as its other sums show?
  bool governs(const Check& check) const;

  // A copy of each miss among them, as a finding.
  std::vector<Check> findings(const CheckReport& report) const;

 private:
  using Kind = std::tuple<std::string, int, bool>;  // unit, exponent, over time
  struct Sums {
    double bits = 0;
    int exact = 0;
    std::vector<std::size_t> misses;
    bool one_figure = false;  // one figure takes part in every miss
  };
  std::optional<Kind> kind_of(const Check& check) const;
  static bool shown(const Sums& sums);

  const ReleaseView& view_;
  std::map<Kind, Sums> sums_;
};

void check_habit(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
