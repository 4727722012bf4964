// An identity tried again with one of its figures changed. Knows the rules' arithmetic by their codes.
#pragma once

#include "checks/view.h"

namespace finwh {

// How the check would come out if the fact had another value. Signs that a tie ignores are ignored here too.
CheckStatus status_with(const ReleaseView& view, const Check& check, int fact, const Decimal& value);

// Is the identity a sum or an equality, so that its difference is what one of its figures is off by?
bool adds_up(std::string_view rule);

// Is it a sum, so that compare_sum decides it?
bool is_sum(std::string_view rule);

}  // namespace finwh
