#include "support/check_dump.h"

#include <fmt/format.h>

namespace finwh::testing {

std::string dump_sums(const Release& release, const CheckReport& report, bool tables) {
  std::string text;
  int last = -1;
  for (const Calculation& sum : report.calculations) {
    const ReleaseTable& table = release.tables[static_cast<std::size_t>(sum.table)];
    if (tables && sum.table != last) text += table.title + "\n";
    last = sum.table;
    const auto label = [&](int row) {
      const std::string& own = table.rows[static_cast<std::size_t>(row)].label;
      return sum.columns ? fmt::format("[{}]", row) : own;
    };
    text += (tables ? "  " : "") + label(sum.total) + " =";
    for (std::size_t i = 0; i < sum.parts.size(); ++i) {
      text += i == 0 && sum.weights[i] > 0 ? " " : sum.weights[i] > 0 ? " + " : " - ";
      text += label(sum.parts[i]);
    }
    text += fmt::format(" ({}/{})\n", sum.holds, sum.instances);
  }
  return text;
}

std::string dump_checks(const CheckReport& report) {
  std::string text;
  for (const Check& check : report.checks)
    if (check.calculation < 0) text += fmt::format("{} {}: {}\n", check.rule, to_string(check.status), check.description);
  return text;
}

}  // namespace finwh::testing
