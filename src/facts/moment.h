// Which moment of a flow's period a line speaks of, told by its label: "Cash at beginning of year", "Net debt".
#pragma once

#include <string_view>

namespace finwh {

enum class Moment { none, beginning, end };

// What the label says in so many words. Vocabulary: vocabulary/moments.tsv.
Moment moment_of(std::string_view label);

// Whether the label names what is counted at a moment (net debt, backlog, employees), although it does not say when.
bool names_level(std::string_view label);

}  // namespace finwh
