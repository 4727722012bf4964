// One table with its layout, read into rows, cells and facts. The release as a whole (calendar, currency, notes) comes from
// outside; the bases that depend on the order of lines and the walks are found here too.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "facts/fact.h"
#include "facts/period_phrase.h"
#include "facts/period_resolver.h"
#include "facts/scale_clause.h"
#include "facts/table_layout.h"
#include "facts/title.h"
#include "tables/table.h"

namespace finwh {

struct TableContext {
  int index = 0;  // of the table in Release::tables
  Statement statement = Statement::other;
  TableTitle title;
  std::optional<ScaleClause> clause;  // of the table, or inherited from its section of the release
  PeriodPhrase title_period;          // what the lines above and the title say
  std::string currency;               // of the table or the release; "" unknown
  const TimeFrame* time = nullptr;
  const std::set<std::string>* known_marks = nullptr;  // of the notes that the release has
};

struct ReadTable {
  ReleaseTable table;
  std::vector<Fact> facts;
  std::vector<Problem> problems;
};

// Every numeric-looking cell becomes a fact, a part of a header, label or mark, or a problem: the counts in
// ReleaseTable::conservation add up.
ReadTable read_table(const Table& table, const TableLayout& layout, const TableContext& context);

}  // namespace finwh
