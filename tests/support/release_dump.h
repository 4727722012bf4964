// A release as lines of text, everything but its prose: two releases are the same when their dumps are.
#pragma once

#include <string>
#include <vector>

#include "facts/fact.h"

namespace finwh::test {

std::vector<std::string> dump_release(const Release& release);

// "" when they are the same, else the first line that differs.
std::string first_difference(const Release& a, const Release& b);

}  // namespace finwh::test
