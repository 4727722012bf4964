// Where and when a release was given out: "SUNNYVALE, CA – April 23, 2007 -- ", "ATHENS, Greece, Feb. 10, 2025 /PRNewswire/ --",
// "PARIS--(BUSINESS WIRE)--February 14, 2025--", "CUPERTINO, California — ", "SALEM, Ore., Nov. 3 /PRNewswire/ --"; and lines that
// hold nothing but the date of the release.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/period.h"

namespace finwh {

struct Dateline {
  std::optional<Date> date;  // none where only the place is printed, or a day without its year
  int month = 0, day = 0;    // of a day without its year; else 0
  std::size_t end = 0;       // byte behind it: where the lead sentence begins; the text's end when it stands in another paragraph
};

// The dateline that a line of text begins with.
std::optional<Dateline> read_dateline(std::string_view line);

// The date of a line that says nothing else but that, and when, the release was given out: "July 17, 2012", "FOR RELEASE:
// Thursday, April 24, 2003, 4:05 p.m. EDT", "-0-  11/03/2004", "Date: 2 March 2004".
std::optional<Date> read_date_line(std::string_view line);

}  // namespace finwh
