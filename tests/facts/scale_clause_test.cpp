#include "facts/scale_clause.h"

#include <doctest/doctest.h>

#include <string>

using finwh::read_scale_clause;

namespace {

struct Row {
  std::string text;
  std::string dump;
};

template <std::size_t size>
void check(const Row (&rows)[size]) {
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto clause = read_scale_clause(row.text);
    CHECK((clause ? dump(*clause) : "nothing") == row.dump);
  }
}

}  // namespace

// clang-format off
TEST_CASE("scale clause: a magnitude scales money and shares, an exception takes the shares out") {
  const Row rows[] = {
      {"(in thousands)", "money e3, shares e3, everything"},
      {"(In billions)", "money e9, shares e9, everything"},
      {"(in 000s)", "money e3, shares e3, everything"},
      {"(000's)", "money e3, shares e3, everything"},
      {"(Amounts in millions)", "money e6, shares e6, everything"},
      {"(Unaudited; in millions)", "money e6, shares e6, everything"},
      {"(in thousands, except per share amounts)", "money e3, shares e3, everything, except per share"},
      {"(in thousands, except par value)", "money e3, shares e3, everything, except per share"},
      {"(in thousands, except share data)", "money e3, shares e0, everything, except shares"},
      {"(In thousands except share data)", "money e3, shares e0, everything, except shares"},
      {"(in thousands, except share and per share data)", "money e3, shares e0, everything, except shares, except per share"},
      {"Amounts in millions, except share data and ratios", "money e6, shares e0, everything, except shares, except other 'ratios'"},
      {"(In millions, except per-share data and percentages)", "money e6, shares e6, everything, except per share, except other 'percentages'"},
      {"In millions, except number of shares, which are reflected in thousands, and per-share amounts",
       "money e6, shares e3, everything, except shares e3, except per share"},
      {"(in millions, except number of shares which are stated in thousands and par value)",
       "money e6, shares e3, everything, except shares e3, except per share"},
      {"(in millions, except shares in thousands)", "money e6, shares e3, everything, except shares e3"},
      {"(Stated in thousands, except as otherwise noted)", "money e3, shares e3, everything, unless noted"},
      {"(in thousands, other than per share amounts)", "money e3, shares e3, everything, except per share"},
      {"(in millions) (except per share data)", "money e6, shares e6, everything, except per share"},
      {"(tabular amounts in millions)", "money e6, shares e6, everything"},
      {"(in millions, except where indicated)", "money e6, shares e6, everything, unless noted"},
  };
  check(rows);
}

TEST_CASE("scale clause: currencies by sign, code and name") {
  const Row rows[] = {
      {"($ in thousands)", "money e3, shares e3, $"},
      {"($000's omitted)", "money e3, shares e3, $"},
      {"(Dollars in millions)", "money e6, shares e6, $"},
      {"(Expressed in thousands of United States dollars)", "money e3, shares e3, USD"},
      {"(U.S. Dollars in Thousands, Except Share and Per Share Data)", "money e3, shares e0, USD, except shares, except per share"},
      {"(US$ million)", "money e6, shares e6, USD"},
      {"(in '000s of US$)", "money e3, shares e3, USD"},
      {"(Amounts in thousands of Renminbi (\"RMB\"), except for number of shares and per share data)",
       "money e3, shares e0, CNY, except shares, except per share"},
      {"(in hundreds of millions of yen)", "money e8, shares e8, JPY"},
      {"(NT$ million)", "money e6, shares e6, TWD"},
      {"(Thousands of Canadian dollars)", "money e3, shares e3, CAD"},
      {"Revenues - EURm", "money e6, shares e6, EUR"},
      {"€ million", "money e6, shares e6, EUR"},
      {"€m", "money e6, shares e6, EUR"},
      {"HK$'000", "money e3, shares e3, HKD"},
      {"$ MM", "money e6, shares e6, $"},
      {"USD in mm", "money e6, shares e6, USD"},
      {"Revenue ($B)", "money e9, shares e9, $"},
      {"In EUR millions", "money e6, shares e6, EUR"},
      {"Notional value (Euros - in billions)", "money e9, shares e9, EUR"},
      {"Millions of dollars", "money e6, shares e6, $"},
      {"(unaudited, in US dollars)", "money e0, shares e0, USD"},
      {"(in whole dollars)", "money e0, shares e0, $"},
      {"All amounts are stated in millions of Canadian dollars except per share amounts", "money e6, shares e6, CAD, except per share"},
      {"Dollars in billions (unless otherwise noted)", "money e9, shares e9, $, unless noted"},
  };
  check(rows);
}

TEST_CASE("scale clause: quantities named in it") {
  const Row rows[] = {
      {"(dollars and shares in millions, except per share data)", "money e6, shares e6, $, except per share"},
      {"(dollars in millions, shares in thousands)", "money e6, shares e3, $"},
      {"(Shares in millions)", "shares e6"},
      {"(in thousands of shares)", "shares e3"},
      {"( in thousand shares)", "shares e3"},
      {"(people in thousands)", "people e3"},
      {"(Square feet in thousands)", "Square feet e3"},
      {"Volumes sold (thousands of tons)", "tons e3"},
      {"(in percent)", "percent"},
  };
  check(rows);
}

TEST_CASE("scale clause: prose about money is none") {
  const Row rows[] = {
      {"Revenue of $14.3 billion, up 3% in USD", "nothing"},
      {"We rely on millions of parts from hundreds of suppliers.", "nothing"},
      {"thousands of customers have chosen our platform in recent years.", "nothing"},
      {"(up 3% in USD)", "nothing"},
      {"New systems brought in billions of dollars in sales", "nothing"},
      {"The plants are in full swing", "nothing"},
      {"$5 million to $6 million", "nothing"},
      {"Amounts are in thousands of euros and unaudited", "money e3, shares e3, EUR"},
      {"Total assets", "nothing"},
      {"", "nothing"},
  };
  check(rows);
}

TEST_CASE("scale clause: its place in the text, so that titles can do without it") {
  const std::string title = "Balance Sheets (in thousands, except par value) (unaudited)";
  const auto clause = read_scale_clause(title);
  REQUIRE(clause);
  CHECK(clause->text == "(in thousands, except par value)");
  CHECK(title.substr(clause->begin, clause->end - clause->begin) == clause->text);
  CHECK(finwh::without_scale_clauses(title) == "Balance Sheets (unaudited)");
  CHECK(finwh::without_scale_clauses("Cash Flows, in millions of euros") == "Cash Flows");
  CHECK(finwh::without_scale_clauses("Revenues - EURm") == "Revenues");
  CHECK(finwh::without_scale_clauses("(in millions)") == "");
  CHECK(finwh::without_scale_clauses("Segment results") == "Segment results");
}

TEST_CASE("scale clause: hostile texts are read without harm") {
  CHECK_FALSE(read_scale_clause(std::string(1 << 20, '(')).has_value());
  CHECK_FALSE(read_scale_clause(std::string(1 << 20, '\xe2')).has_value());
  std::string endless;
  while (endless.size() < (1 << 20)) endless += "(in millions, except ";
  const auto clause = read_scale_clause(endless);
  REQUIRE(clause);
  CHECK(clause->money == 6);
  CHECK(clause->end <= endless.size());
}
