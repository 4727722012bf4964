// Whether a table is a financial one at all, or a list of contacts, calls, contents, exhibits, footnotes, a signature block or
// a form's page. Phrases are a table: vocabulary/not_financial.tsv. Knows shapes of cells, no values.
#pragma once

#include <string_view>

#include "tables/table.h"

namespace finwh {

// "contacts", "calls", "contents", "signature", "checkboxes", "securities", "registrant", "exhibits", "footnotes", "legend",
// "text" (no figures at all); "" for a financial table. The views live as long as the program.
std::string_view reason_not_financial(const Table& table);

}  // namespace finwh
