#include "checks/stated_sum.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace finwh {
namespace {

constexpr std::size_t kNearGaap = 50;    // open lines looked back over for the GAAP line of a non-GAAP one
constexpr std::size_t kRollForward = 4;  // open lines from the first of a roll-forward to its end

constexpr std::array<std::string_view, 5> kAdders = {"add", "plus", "less", "deduct", "subtract"};
constexpr std::array<std::string_view, 3> kChanges = {"increase", "decrease", "change"};

bool says_any(const GridLine& line, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains_word(line.sense->words, word); });
}

struct Place {
  const UnitGrid& grid;
  const Blocks& blocks;
  std::size_t line;
  const OpenLines& open;
  std::size_t closes;

  const GridLine& own() const { return grid.lines[line]; }
  const GridLine& at(std::size_t i) const { return grid.lines[open[i]]; }
};

// "Total X" right behind the lines under the heading X.
std::optional<StatedSum> closes_its_heading(const Place& place) {
  const GridLine& own = place.own();
  if (!own.sense->total || own.sense->words.empty() || !own.names_heading || !adds_up(place.grid)) return std::nullopt;
  return StatedSum{place.closes, SignPattern::sum};
}

// The same where the total stands outside: the lines under the heading of the last one.
std::optional<StatedSum> closes_the_heading_above(const Place& place) {
  const GridLine& own = place.own();
  if (own.sense->words.empty() || !own.names_heading_above || !adds_up(place.grid) || place.open.empty()) return std::nullopt;
  const auto& section = place.at(place.open.size() - 1).section;
  std::size_t start = place.open.size();
  while (start > 0 && place.at(start - 1).section == section) --start;
  if (section.empty()) return std::nullopt;
  return StatedSum{start, SignPattern::sum};
}

// "Total debt" behind lines that all say debt, with nothing before them but another total.
std::optional<StatedSum> names_all_its_parts(const Place& place) {
  constexpr std::string_view kTotal = "total ";
  std::string_view words = place.own().sense->words;
  if (!place.own().sense->total || !words.starts_with(kTotal) || !adds_up(place.grid)) return std::nullopt;
  words.remove_prefix(kTotal.size());
  std::size_t start = place.open.size();
  while (start > 0 && !place.blocks.ends_sum(place.open[start - 1]) && contains_word(place.at(start - 1).sense->words, words)) --start;
  if (start > 0 && !place.blocks.ends_sum(place.open[start - 1])) return std::nullopt;
  return StatedSum{start, SignPattern::sum};
}

// Shares with dilution: those without it and what the dilutive securities add.
std::optional<StatedSum> dilutes(const Place& place) {
  if (place.grid.unit != "shares") return std::nullopt;
  const std::string_view words = place.own().sense->words;
  if (!contains_word(words, "diluted") && !contains_word(words, "dilution")) return std::nullopt;
  std::size_t start = place.open.size();
  while (start > 0 && contains_word(place.at(start - 1).sense->words, "dilutive")) --start;
  if (start == 0 || start == place.open.size()) return std::nullopt;
  return StatedSum{start - 1, SignPattern::sum};
}

// The one total of a table under all its lines.
std::optional<StatedSum> is_the_only_total(const Place& place) {
  const GridLine& own = place.own();
  if (!own.sense->total || own.sense->words.empty() || !adds_up(place.grid)) return std::nullopt;
  const bool only = place.line + 1 == place.grid.lines.size() && place.open.size() == place.line;
  if (!only || !place.blocks.all_alike(place.open)) return std::nullopt;
  return StatedSum{0, SignPattern::sum};
}

// The non-GAAP line behind its own GAAP line.
std::optional<StatedSum> leads_from_gaap(const Place& place) {
  const LabelSense& own = *place.own().sense;
  if (own.total || !own.non_gaap || is_rate(place.grid)) return std::nullopt;
  for (std::size_t i = place.open.size(); i-- > 0 && place.open.size() - i <= kNearGaap;) {
    const LabelSense& sense = *place.at(i).sense;
    if (sense.non_gaap || (sense.gaap && sense.quantity != own.quantity)) return std::nullopt;
    if (sense.gaap) return StatedSum{i, SignPattern::sum};
  }
  return std::nullopt;
}

// What is there at the end: the change and what was there at the beginning, right above it.
std::optional<StatedSum> rolls_forward(const Place& place) {
  const auto says = [](const GridLine& line, std::string_view word) { return contains_word(line.sense->words, word); };
  const bool ends = says(place.own(), "end") || says(place.own(), "ending");
  if (!ends || place.open.size() < 2 || !says(place.at(place.open.size() - 1), "beginning") || !adds_up(place.grid)) return std::nullopt;
  for (std::size_t i = place.open.size() - 1; i-- > 0 && place.open.size() - i <= kRollForward;)
    if (says_any(place.at(i), kChanges)) return StatedSum{i, SignPattern::sum};
  return std::nullopt;
}

// A line behind another and what the labels say to add to it or to take from it: "Total debt", "Less: cash", "Net debt".
std::optional<StatedSum> adds_and_takes(const Place& place) {
  if (total_evidence(place.own()) <= 0 || !adds_up(place.grid)) return std::nullopt;
  std::size_t start = place.open.size();
  const auto adds = [](const GridLine& line) {
    const std::string_view words = line.sense->words;
    return std::any_of(kAdders.begin(), kAdders.end(), [&](std::string_view word) {
      return words.size() > word.size() && words.starts_with(word) && words[word.size()] == ' ';
    });
  };
  while (start > 0 && adds(place.at(start - 1))) --start;
  if (start == 0 || start == place.open.size()) return std::nullopt;
  return StatedSum{start - 1, SignPattern::by_print};
}

constexpr std::array kRules = {closes_its_heading, closes_the_heading_above, is_the_only_total, leads_from_gaap,
                               rolls_forward,      names_all_its_parts,      adds_and_takes,    dilutes};

}  // namespace

std::optional<StatedSum> stated_sum(const UnitGrid& grid, const Blocks& blocks, std::size_t line, const OpenLines& open,
                                    std::size_t closes) {
  const Place place{grid, blocks, line, open, closes};
  for (const auto rule : kRules) {
    const auto stated = rule(place);
    if (stated && stated->start < open.size()) return stated;
  }
  return std::nullopt;
}

}  // namespace finwh
