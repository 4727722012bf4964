#include "checks/claims.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/table_text.h"

using namespace finwh;
using finwh::testing::release_of;

namespace {

// The figures of a small company, so that every sentence has something to be tied to.
constexpr const char* kRelease = R"(income_statement: Statements of Operations, thousands
| 2007Q1 | 2006Q1
Net revenues:
  Product | 509,773 | 474,125
  Service | 117,163 | 92,589
= Total net revenues | 626,936 | 566,714
Cost of revenues | 212,109 | 184,947
Gross margin | 414,827 | 381,767
Operating expenses | 354,331 | 290,841
Operating income | 60,496 | 90,926
Provision for income taxes | (6,151) | 15,163
Net income | 66,647 | 75,763
Net income per share:
  Basic | $0.12 | $0.13
  Diluted | $0.11 | $0.13

non_gaap_reconciliation: GAAP to non-GAAP, thousands
| 2007Q1 | 2006Q1
GAAP Net income | 66,647 | 75,763
Stock-based compensation | 45,705 | 37,598
Non-GAAP Net income | 112,352 | 113,361

cash_flow: Cash Flows, thousands
| 2007Q1 | 2006Q1
Net cash provided by operating activities | 152,644 | 138,558
Purchases of property and equipment, net | (32,373) | (18,228))";

// One line a claim: "raw status: measure, basis, period from compared".
std::string claims_of(const std::string& prose) {
  Release release = release_of(kRelease);
  release.identity.period_end = make_date(2007, 3, 31);
  release.identity.fiscal_year = 2007;
  release.identity.fiscal_quarter = 1;
  release.prose.push_back({prose, false, {100, static_cast<std::uint32_t>(prose.size()), 9}});
  std::string text;
  for (const Claim& claim : check_release(release).claims) {
    const auto label = [](const Period& p) { return p.end ? std::to_string(static_cast<int>(p.end->year())) : std::string("?"); };
    text +=
        fmt::format("{} {}: {}, {}, {}", claim.raw, to_string(claim.status), claim.measure, to_string(claim.basis), label(claim.period));
    if (claim.compared.kind != PeriodKind::unknown) text += " from " + label(claim.compared);
    text += "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("claims: a figure takes the measure, basis and period that its sentence gives it") {
  struct Row {
    const char* prose;
    const char* dump;
  };
  const Row rows[] = {
      {"Q1'07 Net Revenue of $626.9M, up 11% from Q1'06;\nGAAP Diluted EPS $0.11",
       "$626.9M tied: net revenue, unknown, 2007\n"
       "11% tied: net revenue, unknown, 2007 from 2006\n"
       "$0.11 tied: diluted eps, gaap, 2007\n"},
      {"Revenues in the first quarter of 2007 came to $626.9 million, compared with $566.7 million in the first quarter of 2006, an "
       "increase "
       "of 11 percent.",
       "$626.9 million tied: revenues, unknown, 2007\n"
       "$566.7 million tied: revenues, unknown, 2006\n"
       "11 percent tied: revenues, unknown, 2007 from 2006\n"},
      {"On a GAAP basis, net income was $66.6 million or $0.11 per share in the first quarter of 2007, compared with GAAP net income of "
       "$75.8 million or $0.13 per share for the first quarter of 2006.",
       "$66.6 million tied: net income, gaap, 2007\n"
       "$0.11 per share tied: diluted earnings per share, gaap, 2007\n"
       "$75.8 million tied: net income, gaap, 2006\n"
       "$0.13 per share tied: diluted earnings per share, gaap, 2006\n"},
      {"Non-GAAP net income for the first quarter of 2007 was $112.4 million, against $113.4 million a year earlier.",
       "$112.4 million tied: net income, non_gaap, 2007\n"
       "$113.4 million tied: net income, non_gaap, 2006\n"},
      {"Capital expenditures and depreciation in the first quarter of 2007 were $32.4 million and $22.2 million, respectively.",
       "$32.4 million tied: capital expenditures, unknown, 2007\n"
       "$22.2 million open: depreciation, unknown, 2007\n"},
      {"Cash provided by operations of $152.6 million and $138.6 million in the first quarter of 2007 and the first quarter of 2006, "
       "respectively.",
       "$152.6 million tied: cash provided by operations, unknown, 2007\n"
       "$138.6 million tied: cash provided by operations, unknown, 2006\n"},
      {"Product revenue grew 8% to $509.8 million.",
       "8% tied: product revenue, unknown, 2007 from 2006\n"
       "$509.8 million tied: product revenue, unknown, 2007\n"},
      {"Gross margin was 66.2% on a GAAP basis.", "66.2% tied: gross margin, gaap, 2007\n"},
      {"Revenue increased by $60.2 million.", "$60.2 million tied: revenue, unknown, 2007 from 2006\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.prose);
    CHECK(claims_of(row.prose) == row.dump);
  }
}

TEST_CASE("claims: another value for a plainly named measure contradicts the tables, anything vaguer is open") {
  CHECK(claims_of("GAAP net income for the first quarter of 2007 was $67.6 million.") ==
        "$67.6 million contradicted: net income, gaap, 2007\n");
  CHECK(claims_of("Revenue fell 11% from the first quarter of 2006.") == "11% open: revenue, unknown, 2007 from 2006\n");
  CHECK(claims_of("We expect GAAP net income of $70 million for the first quarter of 2007.") ==
        "$70 million open: net income, gaap, 2007\n");
  CHECK(claims_of("A bonus of $10,000 is paid in cash.") == "$10,000 open: , unknown, 2007\n");
}

TEST_CASE("claims: dates, years, telephone numbers and bare counts are none") {
  CHECK(claims_of("On April 23, 2007 at 1:45 p.m. call 800-633-8284 about our 5,600 routers, model MX960, since 1996.") == "");
}

TEST_CASE("claims: the figure is found again in the source") {
  Release release = release_of(kRelease);
  const std::string prose = "Revenue \xE2\x80\x93 net \xE2\x80\x93 was $626.9 million.";
  release.prose.push_back({prose, false, {100, static_cast<std::uint32_t>(prose.size()), 9}});
  const Claim claim = check_release(release).claims.at(0);
  CHECK(prose.substr(claim.source.offset - 100, claim.source.length) == "$626.9 million");
}

TEST_CASE("claims: a figure is tied to the likeliest line, and a part's figure not to the whole's") {
  // What each claim is tied to: the reason, or the status when it is not.
  const auto reasons_of = [](const std::string& prose, const std::string& more) {
    Release release = release_of(std::string(kRelease) + more);
    release.identity.period_end = make_date(2007, 3, 31);
    release.identity.fiscal_year = 2007;
    release.identity.fiscal_quarter = 1;
    release.prose.push_back({prose, false, {100, static_cast<std::uint32_t>(prose.size()), 9}});
    std::string text;
    for (const Claim& claim : check_release(release).claims)
      text += claim.raw + ": " + (claim.status == ClaimStatus::tied ? claim.reason : std::string(to_string(claim.status))) + "\n";
    return text;
  };
  const char* margins = "\n\nother: Margins\n| 2007Q1 | 2006Q1\nGross margin | 66.2% | 67.4%\nNet revenues change | 6% | 5%";
  struct Row {
    const char* prose;
    const char* reasons;
  };
  const Row rows[] = {
      {"Diluted earnings per share were $0.13 in the first quarter of 2006.", "$0.13: printed as Net income per share: Diluted\n"},
      {"Acme's net income for the first quarter of 2007 was $66.6 million.", "$66.6 million: printed as Net income\n"},
      {"Net revenues: Unaudited net revenues were $626.9 million.", "$626.9 million: printed as Total net revenues\n"},
      {"Router segment gross margin was 66.2%.", "66.2%: open\n"},
      {"Gross margin was 66.2%.", "66.2%: printed as Gross margin\n"},
      {"Cable operating income declined 6% as revenues change.", "6%: open\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.prose);
    CHECK(reasons_of(row.prose, margins) == row.reasons);
  }
}
