// Blocks of open lines: what the place and the words of a block say about its being where a sum begins. Knows structure and the
// sense of labels; no figures.
#pragma once

#include <cstddef>
#include <vector>

#include "checks/grid.h"

namespace finwh {

// Evidence in bits, as in reading.h.
inline constexpr double kClosesSection = 12;
inline constexpr double kAfterTotal = 6;
inline constexpr double kNamesPart = 6;
inline constexpr double kFromTotal = 5;
inline constexpr double kSectionStart = 4;
inline constexpr double kAnywhere = -4;
inline constexpr double kRepeatsFirst = 4;  // besides

// The lines that no total has taken up, as indices into UnitGrid::lines, ascending.
using OpenLines = std::vector<std::size_t>;

class Blocks {
 public:
  // `closed` tells of each line whether it is a total already; it is looked at when asked and must outlive this.
  Blocks(const UnitGrid& grid, const std::vector<char>& closed) : grid_(grid), closed_(closed) {}

  // Where in the open lines the section begins that the line closes; their number when it closes none.
  std::size_t section_start(std::size_t line, const OpenLines& open) const;

  // The evidence that a sum of the line begins at open[start].
  double evidence(std::size_t line, const OpenLines& open, std::size_t start, std::size_t section_start) const;

  // Do the line's words go on from those of its first part: "Net income", "Net income attributable to the parent"?
  bool repeats(std::size_t line, std::size_t first) const;

  // Is the line a total, found or said?
  bool ends_sum(std::size_t line) const;

  // GAAP and non-GAAP lines taken from each other come to nothing that a reader would name.
  bool mixes_bases(std::size_t line, const OpenLines& open, std::size_t start) const;

  // Do all open lines lean one way, so that nothing among them is taken away?
  bool all_alike(const OpenLines& open) const;

 private:
  bool names_part(std::size_t line, std::size_t part) const;
  bool from_gaap(std::size_t line, const OpenLines& open, std::size_t start) const;

  const UnitGrid& grid_;
  const std::vector<char>& closed_;
};

}  // namespace finwh
