// Net income of the whole group and of the company's own holders, which many releases print under like names.
#pragma once

#include <vector>

#include "facts/fact.h"

namespace finwh {

// Where a table prints net income "attributable to" the company beside another net income, the other is that of the whole group
// with its noncontrolling interests: us-gaap's ProfitLoss in place of NetIncomeLoss. The same figure of the same period in the
// release's other tables is, too.
void tell_net_incomes_apart(std::vector<Fact>& facts);

}  // namespace finwh
