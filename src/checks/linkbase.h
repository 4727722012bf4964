// The sums found in a release as an XBRL calculation linkbase: one extended link a table, one summation-item arc a part, with
// the arcrole of Calculations 1.1 (https://xbrl.org/2023/arcrole/summation-item). Rows are located by identifiers of their own,
// since a release has no taxonomy; known concepts stand beside them. Sums over columns have no counterpart there and are left
// out. Knows the model headers only.
#pragma once

#include <string>

#include "checks/check.h"
#include "facts/fact.h"

namespace finwh {

// A whole XML document, UTF-8.
std::string calculation_linkbase(const Release& release, const CheckReport& report);

}  // namespace finwh
