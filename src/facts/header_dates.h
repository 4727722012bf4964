// Dates that stand in a table's short cells: whole ones, and those that a header spreads over rows ("January 26," over
// "2025"). Only says that a date is printed, not which column it heads.
#pragma once

#include <vector>

#include "base/period.h"
#include "document/document.h"

namespace finwh {

struct HeaderDate {
  Date date;
  bool first_rows = false;  // stands before the first row of figures
};

// In reading order, repetitions kept. Cells longer than a header's are left out. Linear in the table.
std::vector<HeaderDate> find_header_dates(const RawTable& table);

}  // namespace finwh
