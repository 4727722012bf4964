#include "checks/linkbase.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "checks/grid.h"

namespace finwh {
namespace {

std::string row_id(int table, int row) { return fmt::format("t{}r{}", table + 1, row + 1); }

class TableLink {
 public:
  TableLink(const Release& release, const FactIndex& index, const CheckReport& report, int table)
      : release_(release), index_(index), report_(report), table_(table) {}

  // Nothing when the table has no sums over rows.
  std::string text() const {
    std::vector<int> rows;
    std::string arcs;
    for (const Calculation& sum : report_.calculations) {
      if (sum.table != table_ || sum.columns) continue;
      rows.push_back(sum.total);
      for (std::size_t i = 0; i < sum.parts.size(); ++i) {
        rows.push_back(sum.parts[i]);
        arcs += fmt::format(
            "    <link:calculationArc xlink:type=\"arc\" xlink:arcrole=\"https://xbrl.org/2023/arcrole/summation-item\" xlink:from=\"{}\" "
            "xlink:to=\"{}\" order=\"{}\" weight=\"{}\"/>\n",
            row_id(table_, sum.total), row_id(table_, sum.parts[i]), i + 1, sum.weights[i] > 0 ? "1.0" : "-1.0");
      }
    }
    if (rows.empty()) return "";
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const ReleaseTable& table = release_.tables[static_cast<std::size_t>(table_)];
    std::string out = fmt::format("  <link:calculationLink xlink:type=\"extended\" xlink:role=\"urn:finwh:table:{}\" xlink:title=\"{}\">\n",
                                  table.ordinal, xml_escaped(table.title));
    for (const int row : rows) out += locator(table, row);
    return out + arcs + "  </link:calculationLink>\n";
  }

 private:
  std::string locator(const ReleaseTable& table, int row) const {
    const auto [first, last] = index_.of_row(table_, row);
    const std::string known = first < last ? release_.facts[static_cast<std::size_t>(first)].concept_name : std::string();
    const std::string href = known.empty() ? "#" + row_id(table_, row) : "http://fasb.org/us-gaap#us-gaap_" + known;
    return fmt::format("    <link:loc xlink:type=\"locator\" xlink:href=\"{}\" xlink:label=\"{}\" xlink:title=\"{}\"/>\n",
                       xml_escaped(href), row_id(table_, row), xml_escaped(table.rows[static_cast<std::size_t>(row)].label));
  }

  const Release& release_;
  const FactIndex& index_;
  const CheckReport& report_;
  int table_;
};

}  // namespace

std::string calculation_linkbase(const Release& release, const CheckReport& report) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<link:linkbase xmlns:link=\"http://www.xbrl.org/2003/linkbase\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n"
      "  <link:arcroleRef arcroleURI=\"https://xbrl.org/2023/arcrole/summation-item\" xlink:type=\"simple\" "
      "xlink:href=\"https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item\"/>\n";
  const FactIndex index(release);
  for (int table = 0; table < static_cast<int>(release.tables.size()); ++table) out += TableLink(release, index, report, table).text();
  return out + "</link:linkbase>\n";
}

}  // namespace finwh
