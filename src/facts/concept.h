// The standard vocabulary for comparing companies: which us-gaap element a printed line is, in the context of its statement
// and headings. Knowledge lives in vocabulary/concepts.tsv (the elements) and vocabulary/labels.tsv (labels of each, with their
// context). Knows labels, never values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "facts/fact.h"

namespace finwh {

struct Concept {
  std::string_view name;     // us-gaap element, or a name of the project's own where the taxonomy has none
  std::string_view balance;  // "debit", "credit" or ""
  PeriodKind period_kind = PeriodKind::unknown;
  std::string_view unit_kind;  // "monetary", "perShare", "shares", "pure"
  std::string_view label;      // standard label
};

// All concepts, sorted by name.
const std::vector<Concept>& concepts();
const Concept* find_concept(std::string_view name);

// What is known of a line when its concept is asked for.
struct LineContext {
  Statement statement = Statement::other;
  std::vector<std::string> section_path;         // outermost first
  std::string_view label;                        // as printed, without note marks
  std::string_view unit;                         // unit code of its figures; "" unknown
  PeriodKind period_kind = PeriodKind::unknown;  // of its figures
  std::string_view table_title;                  // helps where the heading is the table's title; may be empty
};

struct LineConcept {
  std::string concept_name;  // "" = unknown
  Member member;             // set where the label is a member of the heading's breakdown ("Product" under "Net revenues")
};

// The concept of a line. Prefixes that say the basis ("GAAP", "Non-GAAP", "Adjusted") do not change it.
LineConcept concept_of(const LineContext& line);

}  // namespace finwh
