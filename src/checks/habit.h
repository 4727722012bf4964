// The habit of footing: most companies round every figure on its own, and their sums miss by a unit now and then; others make
// theirs foot. Where a release's sums foot exactly so often that independent rounding cannot explain it, the few that miss by
// a rounding are set apart as findings. Knows the sums already checked, nothing of tables.
#pragma once

#include "checks/view.h"

namespace finwh {

// The habit is taken as shown when the exact sums come to kHabitBits: each is worth the logarithm of the chance that so many
// independently rounded parts foot. Money only, and each printed precision by itself; the misses may be kMaxMisses or one in fifty.
inline constexpr double kHabitBits = 30;
inline constexpr int kMaxMisses = 3;

void check_habit(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
