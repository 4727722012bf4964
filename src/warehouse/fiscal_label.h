// The fiscal name of a period in its company's calendar: 2007Q1, 2007H1, 2007M9, 2007FY. Worked out from one known point, the
// fiscal quarter that a release reports on and the day it ends. Knows calendars, nothing of SQL.
#pragma once

#include <optional>
#include <string>

#include "base/period.h"

namespace finwh {

// A fiscal quarter and the day it ends.
struct FiscalAnchor {
  int year = 0;
  int quarter = 0;  // 1 to 4
  Date end;
};

struct FiscalName {
  int year = 0;           // fiscal year in which the period ends
  int quarter = 0;        // fiscal quarter in which it ends, 1 to 4
  std::string label;      // 2007Q1: three months, or an instant at their end; other lengths 2007H1, 2007M9, 2007FY, 2007Q2-1M
  int quarters_away = 0;  // between the anchor and the period's end
};

// Nothing when the period has no end or length, or does not end with a fiscal quarter.
std::optional<FiscalName> fiscal_name(const FiscalAnchor& anchor, const Period& period);

}  // namespace finwh
