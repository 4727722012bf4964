#include "facts/stated_basis.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

TEST_CASE("stated basis: what words say of GAAP, adjustments and other measures") {
  struct Row {
    std::string text;
    std::string basis;
  };
  const Row rows[] = {
      {"GAAP net income", "gaap"},
      {"Net income (U.S. GAAP)", "gaap"},
      {"As reported", "gaap"},
      {"Non-GAAP gross margin", "non_gaap"},
      {"Adjusted EBITDA", "non_gaap"},
      {"Earnings excluding special items", "non_gaap"},
      {"EPS excluding certain items", "non_gaap"},
      {"Same-store NOI", "non_gaap"},
      {"NOI from partially owned entities", ""},
      {"Excluding noncontrolling interests", ""},
      {"Non-GAAP adjustments", "adjustment"},
      {"Acquisition-related adjustments (1)", "adjustment"},
      {"Retrospectively adjusted", ""},
      {"2031 guidance", "guidance"},
      {"Net income", ""},
      {"", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto stated = stated_basis(row.text);
    CHECK((stated ? std::string(to_string(stated->basis)) : "") == row.basis);
  }
}
