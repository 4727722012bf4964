// Per-share identities: an amount per share is the income over the shares, and dilution lowers income per share. Knows which
// lines are which by their measures.
#pragma once

#include "checks/view.h"

namespace finwh {

// Appends the checks eps and basic-diluted. Income and shares are those of the same table where it has them, else of the
// release. An income line counts when it gives the per-share amount in some column; a line that no income explains is left
// out, since a two-class method or an add-back for convertibles may lie behind it.
void check_per_share(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
