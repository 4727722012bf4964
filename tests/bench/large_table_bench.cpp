// What proving costs beside reading, on tables of sums that grow to 5,000 rows. Not a test: run it by hand,
// build/release/tests/large_table_bench. Work that grows faster than the rows shows in the last column.
#include <fmt/format.h>

#include <ctime>
#include <string>

#include "checks/check.h"
#include "document/reader.h"
#include "facts/read_release.h"

using namespace finwh;

namespace {

// A statement of `rows` lines in three columns, every fifth the sum of the four above it, every fiftieth that of the nine fives.
std::string statement(int rows) {
  std::string text =
      "# Northwind Example Corporation Reports Second Quarter 2031 Results\n\n## Consolidated Statements of Operations (in thousands)\n\n"
      "| | Q2 2031 | Q1 2031 | Q2 2030 |\n|---|---|---|---|\n";
  long part[3] = {0, 0, 0};
  long whole[3] = {0, 0, 0};
  for (int row = 1; row <= rows; ++row) {
    const bool total = row % 50 == 0;
    const bool sum = row % 5 == 0;
    text += total ? fmt::format("| Total of division {} |", row / 50)
            : sum ? fmt::format("| Total group {} |", row)
                  : fmt::format("| Expense item {} |", row);
    for (int column = 0; column < 3; ++column) {
      if (total) {
        text += fmt::format(" {} |", whole[column] + part[column]);
        whole[column] = part[column] = 0;
      } else if (sum) {
        text += fmt::format(" {} |", part[column]);
        whole[column] += part[column];
        part[column] = 0;
      } else {
        const long value = 1000 + (row * 7919L + column * 104729L) % 89997;
        text += fmt::format(" {} |", value);
        part[column] += value;
      }
    }
    text += '\n';
  }
  return text;
}

double milliseconds(std::clock_t since) { return 1e3 * static_cast<double>(std::clock() - since) / CLOCKS_PER_SEC; }

}  // namespace

int main() {
  fmt::print("{:>6} {:>7} {:>10} {:>11} {:>13} {:>16}\n", "rows", "checks", "reading ms", "proving ms", "proving share",
             "proving us a row");
  for (const int rows : {625, 1250, 2500, 5000}) {
    const std::string text = statement(rows);
    auto start = std::clock();
    const Release release = read_release(read_document(text, Format::markdown), {"large.md", "", "markdown", text.size()}, {});
    const double reading = milliseconds(start);
    start = std::clock();
    const CheckReport report = check_release(release);
    const double proving = milliseconds(start);
    fmt::print("{:>6} {:>7} {:>10.1f} {:>11.1f} {:>12.0f}% {:>16.1f}\n", rows, report.checks.size(), reading, proving,
               100 * proving / (reading + proving), 1e3 * proving / rows);
  }
  return 0;
}
