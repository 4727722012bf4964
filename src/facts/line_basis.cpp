#include "facts/line_basis.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "facts/stated_basis.h"

namespace finwh {
namespace {

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

std::optional<Basis> section_basis(const std::vector<std::string>& path) {
  for (auto heading = path.rbegin(); heading != path.rend(); ++heading) {
    const auto folded = fold(*heading);
    // A heading that only announces the reconciliation ("Reconciliation of GAAP to non-GAAP ...") states nothing of its lines.
    if (contains(folded, "reconcil") || (contains_word(folded, "gaap") && contains(folded, "to non gaap"))) continue;
    if (starts_with(folded, "adjust") || starts_with(folded, "non gaap adjust") || contains(folded, "items impacting comparability") ||
        starts_with(folded, "special items") || starts_with(folded, "add back") || starts_with(folded, "reconciling") || folded == "add" ||
        folded == "less" || folded == "plus" || folded == "deduct" || starts_with(folded, "add ") || starts_with(folded, "less ") ||
        starts_with(folded, "plus "))
      return Basis::adjustment;
    // A heading that names a measure ("Free cash flow:") leads to it; its lines begin with a GAAP line.
    if (const auto stated = stated_basis(*heading); stated && !stated->by_measure) return stated->basis;
  }
  return std::nullopt;
}

// What the label states; words inside of a longer phrase that names an adjustment do not make the line non-GAAP.
std::optional<Basis> label_basis(const std::string& label) {
  const auto folded = fold(label);
  if (starts_with(folded, "total adjustment") || starts_with(folded, "total non gaap adjust") || starts_with(folded, "adjustments") ||
      starts_with(folded, "adjustment ") || starts_with(folded, "add ") || starts_with(folded, "less ") || starts_with(folded, "plus ") ||
      starts_with(folded, "deduct") || starts_with(folded, "add back"))
    return Basis::adjustment;
  const auto stated = stated_basis(label);
  return stated ? std::optional(stated->basis) : std::nullopt;
}

}  // namespace

std::vector<Basis> line_bases(const std::vector<BasisLine>& lines, const std::string& title, bool reconciliation, Basis fallback) {
  std::vector<Basis> out(lines.size(), fallback);
  if (!reconciliation) {
    const auto titled = stated_basis(title).value_or(StatedBasis{}).basis;
    const bool both = contains_word(fold(title), "gaap") && titled == Basis::non_gaap && contains(fold(title), "gaap and non gaap");
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (const auto label = label_basis(lines[i].label); label && *label != Basis::adjustment)
        out[i] = *label;
      else if (const auto section = section_basis(lines[i].section_path); section && *section != Basis::adjustment)
        out[i] = *section;
      else if (titled == Basis::non_gaap && !both && fallback == Basis::gaap)
        out[i] = Basis::non_gaap;
    }
    return out;
  }
  // The state of the walk: before its GAAP line, among its adjustments, behind its non-GAAP line.
  enum class State { outside, walking, behind } state = State::outside;
  std::vector<std::string> section;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    if (line.section_path != section) {
      const bool same_walk = section_basis(line.section_path) == Basis::adjustment || section_basis(section) == Basis::adjustment;
      if (!same_walk) state = State::outside;
      section = line.section_path;
    }
    const auto stated = label_basis(line.label);
    if (stated == Basis::non_gaap) {
      out[i] = Basis::non_gaap;
      state = State::behind;
      continue;
    }
    if (stated == Basis::gaap) {
      out[i] = Basis::gaap;
      state = State::walking;
      continue;
    }
    if (stated == Basis::adjustment || section_basis(line.section_path) == Basis::adjustment) {
      out[i] = Basis::adjustment;
      if (state == State::outside) state = State::walking;
      continue;
    }
    if (const auto headed = section_basis(line.section_path)) {
      out[i] = *headed;
      state = *headed == Basis::gaap ? State::walking : State::behind;
      continue;
    }
    if (state == State::outside) {
      out[i] = Basis::gaap;
      state = State::walking;
    } else if (line.main_concept && (state == State::behind || (i > 0 && out[i - 1] == Basis::gaap))) {
      out[i] = Basis::gaap;
      state = State::walking;
    } else {
      out[i] = line.main_concept && line.unit == "shares" ? Basis::gaap : Basis::adjustment;
    }
  }
  return out;
}

std::vector<Walk> find_walks(const std::vector<Fact>& facts, int table) {
  std::map<int, std::vector<int>> columns;  // facts of each column in row order
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (facts[i].table == table) columns[facts[i].column].push_back(static_cast<int>(i));
  std::vector<Walk> walks;
  for (const auto& [column, cells] : columns) {
    Walk walk;
    walk.table = table;
    for (const int index : cells) {
      const auto& fact = facts[static_cast<std::size_t>(index)];
      const bool same_unit = walk.gaap >= 0 && facts[static_cast<std::size_t>(walk.gaap)].unit == fact.unit;
      if (fact.basis == Basis::gaap) {
        walk = Walk{table, index, {}, {}, -1};
      } else if (fact.basis == Basis::adjustment && same_unit) {
        walk.adjustments.push_back(index);
        walk.signs.push_back(1);
      } else if (fact.basis == Basis::non_gaap && same_unit && !walk.adjustments.empty()) {
        walk.non_gaap = index;
        walks.push_back(walk);
        walk = Walk{table, -1, {}, {}, -1};
      } else {
        walk = Walk{table, -1, {}, {}, -1};
      }
    }
  }
  std::stable_sort(walks.begin(), walks.end(), [](const Walk& a, const Walk& b) { return a.gaap < b.gaap; });
  return walks;
}

}  // namespace finwh
