// Share counts that a table prints in full although its clause scales them ("(in thousands, except per share data)" over
// "12,081,000"): the table's own income and earnings per share tell. Knows the facts of one table.
#pragma once

#include <vector>

#include "facts/fact.h"

namespace finwh {

// Takes the power of ten that the table's clause gave its share counts off again, where income divided by the counts as printed
// comes to the earnings per share of the same column, and by the scaled ones nowhere does. The rule is then "per-share-result".
void settle_share_scale(std::vector<Fact>& facts, int share_exponent);

}  // namespace finwh
