// The results of finwh check as JUnit XML, the form in which build servers show test results: one test suite a release, one
// test case a check. A check that --fail-on counts is a failure, one that does not apply is skipped.
#pragma once

#include <string>

#include "cli/checked_release.h"

namespace finwh {

class JunitReport {
 public:
  explicit JunitReport(FailOn fail_on) : fail_on_(fail_on) {}
  void add(const CheckedRelease& checked);
  std::string text() const;

 private:
  FailOn fail_on_;
  int tests_ = 0, failures_ = 0, skipped_ = 0;
  std::string suites_;
};

}  // namespace finwh
