// Suspects: the smallest change of one figure that would explain a failure. Tried are one sign, one scale of a thousand, two
// neighbouring digits swapped, one digit, and a line left out of a sum; a change is worth more the more failures it explains,
// and nothing when it would break an identity that holds. Only exact reasons; nothing is ever changed.
#pragma once

#include "checks/view.h"

namespace finwh {

// Sets the hint of every failing check that some change explains. It names the figure and what it would have to be; of
// several equally good ones the first kMaxNamed.
void find_suspects(const ReleaseView& view, CheckReport& report);

inline constexpr std::size_t kMaxNamed = 4;

// The figures that the hint of a check was made of, most likely first; what the hint says in words.
struct Suspect {
  int fact = 0;
  Decimal value;            // what would explain the failure
  std::string_view change;  // sign, scale, digits swapped, digit
  int explained = 0;        // failures that it explains
};
std::vector<Suspect> suspects_of(const ReleaseView& view, const CheckReport& report, const Check& failure);

}  // namespace finwh
