// The periods that a sentence names ("the first quarter of 2007", "Q1'07", "fiscal 2025", "the year-ago quarter", "March 31,
// 2007"), resolved to periods that the release's facts have. Knows words and the release's own quarter; it guesses no period
// that no fact is for.
#pragma once

#include <optional>
#include <vector>

#include "checks/sentence.h"
#include "facts/fact.h"

namespace finwh {

struct ProsePeriod {
  std::size_t first = 0;  // words that name it, a half-open range
  std::size_t last = 0;
  Period period;          // of some fact of the release; unknown when no fact is for it
  bool relative = false;  // "year-ago quarter", "prior year": a period to compare with
};

class ProsePeriods {
 public:
  explicit ProsePeriods(const Release& release);

  std::vector<ProsePeriod> named_in(const std::vector<Word>& words) const;

  // The period that the release reports on; unknown when it is not known.
  const Period& current() const { return current_; }
  // The same period a year (or a quarter) before, if some fact is for it.
  Period before(const Period& period, int months) const;

 private:
  struct Phrase;
  std::optional<Phrase> phrase_at(const std::vector<Word>& words, std::size_t at) const;
  Period resolved(const Phrase& phrase) const;
  // The facts' period of a length that ends within ten days of a date.
  Period ending_near(Date end, int months) const;

  std::vector<Period> periods_;  // durations and instants of the facts, distinct
  Period current_;
  std::optional<Date> end_;
  int year_ = 0;
  int quarter_ = 0;
};

}  // namespace finwh
