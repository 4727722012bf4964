// What all rules look things up in: the facts by place, the lines with the meaning of their labels, and the making of a Check.
// Built once a release; knows the release model and no rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "checks/grid.h"
#include "checks/interval.h"
#include "checks/key_figure.h"
#include "facts/fact.h"

namespace finwh {

// A row of a table that has facts.
struct FactLine {
  int table = 0;
  int row = 0;
  int first = 0;  // its facts, a half-open range of indices into Release::facts
  int last = 0;
  KeyFigure figure = KeyFigure::none;  // of its first fact
  std::string quantity;                // quantity_of the label
  LabelSense sense;
};

class ReleaseView {
 public:
  explicit ReleaseView(const Release& release);
  ReleaseView(const ReleaseView&) = delete;
  ReleaseView& operator=(const ReleaseView&) = delete;

  const Release& release() const { return release_; }
  const FactIndex& index() const { return index_; }
  const std::vector<FactLine>& lines() const { return lines_; }  // in the release's order
  const Fact& fact(int index) const { return release_.facts[static_cast<std::size_t>(index)]; }
  const ReleaseTable& table(int index) const { return release_.tables[static_cast<std::size_t>(index)]; }
  // The grids of a table, one a unit.
  const std::vector<UnitGrid>& grids(int table) const { return grids_[static_cast<std::size_t>(table)]; }
  // The line that a fact stands in.
  const FactLine& line_of(int fact) const { return lines_[static_cast<std::size_t>(line_of_fact_[static_cast<std::size_t>(fact)])]; }

  // The fact's label for descriptions, with its nearest heading where the label alone says little.
  std::string name(int fact) const;
  // The fact of a line that is for the time, member and basis (any where none is given) of another fact: in the other's column
  // when both stand in one table, else the only one; -1 when there is none. Nils and percentages are none.
  int counterpart(const FactLine& line, int other, bool any_basis) const;
  WeightedFigure weighted(int fact, int weight) const;

 private:
  const Release& release_;
  FactIndex index_;
  std::vector<FactLine> lines_;
  std::vector<int> line_of_fact_;
  std::vector<std::vector<UnitGrid>> grids_;
};

// Do two facts speak of the same time?
bool same_period(const Fact& a, const Fact& b);

// Does an identity found by its words hold in so many columns that its failures are findings and not signs of a wrong reading?
bool borne_out(int holds, int fails);

// Would the other sign, another scale by thousands or one digit make the figure what is expected of it? Then a failing ratio is a
// slip, even where nothing else bears the ratio out.
bool slipped(const Comparison& comparison);

// Is the fact one of the check's figures?
bool takes_part(const Check& check, int fact);

// A Check from a comparison; the first term is the figure that is tested (weight 0), the others are the expected side.
Check make_check(std::string_view rule, int table, std::string description, std::vector<CheckTerm> terms, const Comparison& comparison);

// The found fact against the weighted sum of others.
Check sum_check(const ReleaseView& view, std::string_view rule, int table, int found, const std::vector<CheckTerm>& parts);

}  // namespace finwh
