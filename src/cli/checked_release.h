// One stored release with what its checks came to, for the forms in which finwh check reports it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "checks/check.h"
#include "facts/fact.h"
#include "warehouse/warehouse.h"

namespace finwh {

struct CheckedRelease {
  std::int64_t id = 0;
  Release release;
  CheckReport report;
  std::map<CheckStatus, int> counts;
  int proven = 0, tied = 0;  // facts

  int count(CheckStatus status) const;
  // Of the table that the check is about, from 1; 0 = across tables.
  int table_of(const Check& check) const;
  // The fact that a reader looks at: the one that is tested, else the first that takes part; null when none does.
  const Fact* shown_fact(const Check& check) const;
  const Fact& fact_of(const CheckTerm& term) const { return release.facts[static_cast<std::size_t>(term.fact)]; }
};

CheckedRelease check_stored_release(std::int64_t id, Warehouse& warehouse);

// What makes finwh check exit with status 1.
enum class FailOn { fail, rounding, never };

// Is the check one that --fail-on is about? `never` says nothing of what fails, only of the exit status.
bool is_complaint(const Check& check, FailOn fail_on);

// "printed 1,005, comes to 1,004, differs by 1", or "" when the check has no amounts.
std::string amounts_of(const Check& check);

}  // namespace finwh
