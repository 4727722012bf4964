#include "checks/block.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "checks/reading.h"

namespace finwh {
namespace {

bool starts_with(const std::vector<int>& path, const std::vector<int>& prefix) {
  return path.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

std::string_view without_total(std::string_view words) {
  constexpr std::string_view kTotal = "total ";
  return words.starts_with(kTotal) ? words.substr(kTotal.size()) : std::string_view();
}

}  // namespace

std::size_t Blocks::section_start(std::size_t line, const OpenLines& open) const {
  const auto& section = grid_.lines[line].section;
  std::size_t start = open.size();
  if (section.empty()) return start;
  while (start > 0 && starts_with(grid_.lines[open[start - 1]].section, section)) --start;
  return start;
}

double Blocks::evidence(std::size_t line, const OpenLines& open, std::size_t start, std::size_t section_start) const {
  if (start == section_start) return kClosesSection;
  if (start == 0 || ends_sum(open[start - 1])) return kAfterTotal;
  if (names_part(line, open[start]) || from_gaap(line, open, start)) return kNamesPart;
  if (ends_sum(open[start])) return kFromTotal;
  return starts_with(grid_.lines[open[start - 1]].section, grid_.lines[open[start]].section) ? kAnywhere : kSectionStart;
}

// Does the first part repeat the total's words: "SG&A before charges" under "Total SG&A"?
bool Blocks::names_part(std::size_t line, std::size_t part) const {
  const std::string_view words = without_total(grid_.lines[line].sense->words);
  return !words.empty() && contains_word(grid_.lines[part].sense->words, words);
}

bool Blocks::repeats(std::size_t line, std::size_t first) const {
  const std::string_view words = grid_.lines[line].sense->words;
  const std::string_view start = grid_.lines[first].sense->words;
  return grid_.lines[first].sense->result && words.size() > start.size() && words.starts_with(start) && words[start.size()] == ' ';
}

// Does the block begin at a GAAP line and lead to a non-GAAP one, with no other of either between?
bool Blocks::from_gaap(std::size_t line, const OpenLines& open, std::size_t start) const {
  if (!grid_.lines[line].sense->non_gaap || !grid_.lines[open[start]].sense->gaap) return false;
  return std::none_of(open.begin() + static_cast<std::ptrdiff_t>(start) + 1, open.end(),
                      [&](std::size_t other) { return grid_.lines[other].sense->gaap || grid_.lines[other].sense->non_gaap; });
}

bool Blocks::mixes_bases(std::size_t line, const OpenLines& open, std::size_t start) const {
  if (!grid_.lines[line].sense->non_gaap) return false;
  bool gaap = false;
  bool non_gaap = false;
  for (std::size_t i = start; i < open.size(); ++i) {
    const LabelSense& sense = *grid_.lines[open[i]].sense;
    gaap = gaap || sense.gaap;
    non_gaap = non_gaap || sense.non_gaap;
  }
  return gaap && non_gaap;
}

bool Blocks::ends_sum(std::size_t line) const { return closed_[line] || says_total(grid_.lines[line]) || grid_.lines[line].total; }

bool Blocks::all_alike(const OpenLines& open) const {
  return std::all_of(open.begin(), open.end(), [&](std::size_t line) {
    const LabelSense& sense = *grid_.lines[line].sense;
    return !sense.member && !sense.result && !sense.total && sense.leaning == grid_.lines[open.front()].sense->leaning;
  });
}

}  // namespace finwh
