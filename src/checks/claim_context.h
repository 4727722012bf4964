// What a sentence says of each of its figures: measure, basis, period, and whether it is a level or a change. Knows words;
// nothing of the facts' values.
#pragma once

#include <string>
#include <vector>

#include "checks/key_figure.h"
#include "checks/prose_period.h"
#include "checks/sentence.h"

namespace finwh {

enum class ClaimRole { level, change };

// A figure with what its sentence says of it.
struct StatedFigure {
  ProseFigure figure;
  ClaimRole role = ClaimRole::level;
  int direction = 1;                    // of a change: +1 or -1; 0 = the sentence does not say
  KeyFigure measure = KeyFigure::none;  // none when qualified: "product revenue" is not revenue
  std::string words;                    // the measure as the sentence names it; "" = not named
  Basis basis = Basis::unknown;
  Period period;
  bool period_named = false;
  Period compared;       // of a change
  bool plain = false;    // nothing but periods and plain words stand between measure and figure
  bool forward = false;  // the sentence looks ahead
};

// `main` is carried from sentence to sentence of a paragraph: the period that it speaks of.
std::vector<StatedFigure> stated_figures(std::string_view plain, SentenceRange range, const ProsePeriods& periods, Period& main);

}  // namespace finwh
