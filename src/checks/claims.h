// Claims: the figures of a release's sentences, with what each speaks of as far as the sentence says, and the fact or the
// arithmetic that bears it out. A claim is tied when a figure of its measure, period and basis agrees within the printed
// precision of both; contradicted when the sentence says measure and period plainly, the tables have that figure, and it is
// another one; else open, with the reason. Knows words and facts; guesses nothing.
#pragma once

#include "checks/view.h"

namespace finwh {

// Appends one claim a figure, in the order of the prose.
void read_claims(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
