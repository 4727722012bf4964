// Where and when a release was given out: "SUNNYVALE, CA – April 23, 2007 -- ", "ATHENS, Greece, Feb. 10, 2025 /PRNewswire/ --",
// "PARIS--(BUSINESS WIRE)--February 14, 2025--", "CUPERTINO, California — ".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/period.h"

namespace finwh {

struct Dateline {
  std::optional<Date> date;  // none where only the place is printed
  std::size_t end = 0;       // byte behind it: where the lead sentence begins; the text's end when it stands in another paragraph
};

// The dateline that a line of text begins with.
std::optional<Dateline> read_dateline(std::string_view line);

}  // namespace finwh
