// What a reader could not decide, or what is wrong with a release: a stable code, a place and a sentence.
// The codes and their meanings are listed once, in problem.cpp; the dictionary in the warehouse and the docs repeat that list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace finwh {

enum class Severity { note, warning, error };

std::string_view to_string(Severity severity);

struct Problem {
  std::string code;     // one of problem_codes(), e.g. "period-unknown"
  std::string message;  // what and why, one line, without the place
  Span span;            // where in the source; line 0 = the whole release
  std::string excerpt;  // the text that it is about, shortened
  int table = 0;        // ordinal of the table in its release, from 1; 0 = none
};

struct ProblemCode {
  std::string_view code;
  Severity severity;
  std::string_view meaning;  // one sentence for the documentation
};

// Every code that any stage may use, in one ordered list.
const std::vector<ProblemCode>& problem_codes();

// The severity of a code; an unknown code is a bug of the caller and counts as error.
Severity severity_of(std::string_view code);

}  // namespace finwh
