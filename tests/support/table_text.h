// Releases for tests from compact text, so that a test of the checks is a few lines.
//
//   income_statement: Statements of Operations, thousands
//   | 2007Q1 | 2006Q1
//   Net revenues:
//     Product | 509,773 | 474,125
//     Service | 117,163 | 92,589
//   = Total net revenues | 626,936 | 566,714
//
// The first line names the statement, the title and, after a comma, the scale of money and shares. The second heads the
// columns: a quarter, a year (2007FY), nine months (2007M9), a date, or one of them behind "member@"; "@" with a basis as in
// "non_gaap@2007Q1" sets the basis. A line without cells is a heading; lines indented under it (two spaces a level) are in its
// section. "=" marks a total, which belongs to the heading at its own depth and ends it. In cells: "-" is nil, "" blank,
// parentheses negative, "%" percent, "$0.12" per share, "#" shares. A blank line starts the next table.
#pragma once

#include <string>
#include <string_view>

#include "facts/fact.h"

namespace finwh::testing {

Release release_of(std::string_view text);

// Adds the walks of the release's tables: a line of basis gaap, the adjustments behind it and the non-GAAP line, a column each.
void find_walks(Release& release);

// The whole Juniper release from the gold cells of ../shared, without its prose; no tables when the file is not there.
Release juniper_from_gold();

}  // namespace finwh::testing
