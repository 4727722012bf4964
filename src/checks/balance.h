// The balance sheet balances: assets equal liabilities and equity. Knows the two lines by their measures.
#pragma once

#include "checks/view.h"

namespace finwh {

void check_balance(const ReleaseView& view, CheckReport& report);

}  // namespace finwh
