// Whose release is it: finds the company that a release names among those in the warehouse, or makes it. A CIK decides first,
// then the ticker, then the name without its legal form. What the warehouse says of a company is what its newest release says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/fact.h"
#include "warehouse/statements.h"

namespace finwh {

// A name as companies are compared by: folded, without article and legal form ("The Acme Co., Inc." is "acme").
std::string company_key(std::string_view name);

class Companies {
 public:
  explicit Companies(Statements& statements) : statements_(statements) {}

  // The key of the company; 0 when the release names none.
  std::int64_t find_or_insert(const ReleaseIdentity& identity);
  // Lets the newest release speak for the company. Called when the release's own row is written.
  void refresh(std::int64_t company, const ReleaseIdentity& identity);
  void forget() { known_.clear(); }

 private:
  struct Company {
    std::int64_t id = 0;
    std::string name, key, ticker, exchange, cik, fiscal_year_end;
  };

  void load();
  const Company* find(const ReleaseIdentity& identity, const std::string& key) const;

  Statements& statements_;
  std::vector<Company> known_;
};

}  // namespace finwh
