#include "warehouse/fiscal_label.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>

namespace finwh {
namespace {

constexpr double kDaysInQuarter = 365.2425 / 4;
// Quarters have 90 to 92 days, or 13 weeks with a 14th now and then: an end strays from the mean by at most this much.
constexpr double kDaysAstray = 12;

struct Length {
  int months;
  int quarter;  // in which it must end
  std::string_view format;
};

constexpr std::array<Length, 8> kLengths = {{
    {3, 1, "{}Q1"},
    {3, 2, "{}Q2"},
    {3, 3, "{}Q3"},
    {3, 4, "{}Q4"},
    {6, 2, "{}H1"},
    {6, 4, "{}H2"},
    {9, 3, "{}M9"},
    {12, 4, "{}FY"},
}};

std::string label_of(int year, int quarter, int months) {
  for (const auto& length : kLengths)
    if (length.months == months && length.quarter == quarter) return fmt::format(fmt::runtime(length.format), year);
  return fmt::format("{}Q{}-{}M", year, quarter, months);
}

}  // namespace

std::optional<FiscalName> fiscal_name(const FiscalAnchor& anchor, const Period& period) {
  if (period.kind == PeriodKind::unknown || !period.end) return std::nullopt;
  if (period.kind == PeriodKind::duration && period.months == 0) return std::nullopt;
  const int days = days_between(anchor.end, *period.end);
  const int quarters = static_cast<int>(std::lround(days / kDaysInQuarter));
  if (std::abs(days - quarters * kDaysInQuarter) > kDaysAstray) return std::nullopt;
  const int index = anchor.year * 4 + anchor.quarter - 1 + quarters;
  FiscalName name;
  name.year = index / 4;
  name.quarter = index % 4 + 1;
  name.label = label_of(name.year, name.quarter, period.kind == PeriodKind::instant ? 3 : period.months);
  name.quarters_away = std::abs(quarters);
  return name;
}

}  // namespace finwh
