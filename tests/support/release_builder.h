// Releases for tests, built by hand: figures and names of the tests' own. A builder keeps the indices of tables, rows and facts
// consistent, so that a test says only what it is about.
#pragma once

#include <string>
#include <vector>

#include "checks/check.h"
#include "facts/fact.h"

namespace finwh::test {

class ReleaseBuilder {
 public:
  ReleaseBuilder();  // an empty release of "Sample Works Inc." (SMPL), first quarter of 2031

  ReleaseBuilder& file(const std::string& path, const std::string& sha_seed);  // the seed makes the hash
  ReleaseBuilder& company(const std::string& name, const std::string& ticker, const std::string& cik = "");
  ReleaseBuilder& quarter(int year, int quarter);  // calendar quarters; published three weeks after the end

  ReleaseBuilder& table(const std::string& title, Statement statement, int columns);
  ReleaseBuilder& heading(const std::string& label, int depth = 0);  // becomes the section of the lines below
  ReleaseBuilder& end_section();
  // One cell a text: "1,234", "(56)", "-" is nil, "" is no cell. Amounts are thousands of USD unless the unit says otherwise.
  ReleaseBuilder& line(const std::string& label, const std::vector<std::string>& cells, const std::string& unit = "USD");
  ReleaseBuilder& concept_name(const std::string& name);  // of the last line's facts
  ReleaseBuilder& mark(const std::string& mark);          // of the last line's facts
  ReleaseBuilder& note(const std::string& mark, const std::string& text);

  Release release;

 private:
  Fact fact_of(const std::string& raw, const std::string& unit, int column) const;
  Span next_span(std::size_t length);

  std::vector<std::string> section_;
  std::size_t first_of_line_ = 0;
  Span at_;
};

// A release with every kind of row that the warehouse keeps: notes, marks, nils, a walk, problems, a skipped table, two facts in
// one cell, two cells in one place, unknown members.
Release full_release();
// Sums, a tie, a failure and a claim about full_release().
CheckReport full_report();

// `facts` facts in tables of 60, different for each number; a company has eight releases.
Release synthetic_release(int number, int facts);
CheckReport synthetic_report(const Release& release);

// The hash that the builder makes of a seed.
std::string sha_of(const std::string& seed);

}  // namespace finwh::test
