#include "checks/ratio_reading.h"

#include <cstddef>
#include <utility>

namespace finwh {
namespace {

// How a reading holds, were the figure of one fact wrong; -1 = none.
struct Tally {
  int holds = 0;
  int fails = 0;
};

Tally tally_of(const RatioReading& reading, int wrong) {
  Tally tally;
  for (const Check& check : reading.checks) {
    const bool fails = check.status == CheckStatus::fail || takes_part(check, wrong);
    ++(fails ? tally.fails : tally.holds);
  }
  return tally;
}

// -1 when its failures are more than slips; lines of one table are worth more than lines of several.
int worth(const RatioReading& reading, const Tally& tally, bool together_first) {
  constexpr int kTogether = 1000;
  if (together_first && reading.together && tally.holds > tally.fails) return kTogether + tally.holds;
  return borne_out(tally.holds, tally.fails) ? tally.holds - tally.fails : -1;
}

// The best reading, or -1.
int choose(const std::vector<RatioReading>& readings, bool together_first, int wrong) {
  int best = -1;
  int most = -1;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const int own = worth(readings[i], tally_of(readings[i], wrong), together_first);
    if (own <= most) continue;
    best = static_cast<int>(i);
    most = own;
  }
  return best;
}

}  // namespace

void RatioReading::add(Check check, const Comparison& comparison) {
  slips = slips && slipped(comparison);
  checks.push_back(std::move(check));
}

void add_best(std::vector<RatioReading> readings, bool together_first, CheckReport& report) {
  int best = choose(readings, together_first, -1);
  for (std::size_t i = 0; i < readings.size() && best < 0; ++i)
    if (readings[i].together && readings[i].slips && !readings[i].checks.empty()) best = static_cast<int>(i);
  if (best < 0) return;
  auto& checks = readings[static_cast<std::size_t>(best)].checks;
  for (Check& check : checks)
    for (CheckTerm& term : check.terms) term.stated = choose(readings, together_first, term.fact) == best;
  for (Check& check : checks) report.checks.push_back(std::move(check));
}

}  // namespace finwh
