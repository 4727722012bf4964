// The clause that says how a table's figures are scaled: "(In thousands, except per share amounts)". It knows words only;
// which cells a clause governs is for the caller to find.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finwh {

struct ScaleException {
  enum class What { per_share, shares, other };  // par values count as per-share amounts
  What what = What::other;
  std::string text;             // as printed: "number of shares"
  std::optional<int> exponent;  // "which are reflected in thousands": 3; nothing: not scaled, or as noted elsewhere
};

struct ScaleClause {
  std::string text;       // as printed, with its parentheses
  std::size_t begin = 0;  // byte range of it in the text that was given
  std::size_t end = 0;

  std::optional<int> money;   // power of ten of money; 0 only when the clause says so ("in US dollars")
  std::optional<int> shares;  // of share counts
  std::optional<int> others;  // of another quantity that the clause names: "(people in thousands)"
  std::string subject;        // that quantity as printed: "people", "tons"
  bool everything = false;    // "in thousands" names no quantity, so that counts may be meant too
  std::string currency;       // ISO code, "$" for dollars of no named country, "" none
  bool percent = false;       // "in percent"
  bool unless_noted = false;  // "unless otherwise noted", "except where indicated"
  std::vector<ScaleException> exceptions;

  bool except_per_share() const;
  bool except_shares() const;
};

// The first clause in a title, sentence, row or header. Money inside running prose ("$1.2 billion", "thousands of
// customers") is none. Per-share amounts are never scaled, whether a clause excepts them or not; share counts are scaled
// unless it excepts them or speaks of money only by name: then `shares` still has the exponent and `everything` is false.
std::optional<ScaleClause> read_scale_clause(std::string_view text);

// The text without its scale clauses and the parentheses, commas and dashes that they leave behind.
std::string without_scale_clauses(std::string_view text);

// A line for tests: "money e3, shares e3, USD, except per_share".
std::string dump(const ScaleClause& clause);

}  // namespace finwh
