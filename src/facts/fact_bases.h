// The basis of every fact of a table, from its column, its line, the order of lines and what the table is; and what follows from
// it for concepts. Forecasts are guidance, quantities other than money are metrics.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/fact.h"
#include "facts/table_columns.h"
#include "facts/table_layout.h"

namespace finwh {

// What is known of the table whose facts are settled.
struct BasisContext {
  Statement statement = Statement::other;
  std::string title;
  std::optional<Date> published_on;
};

// Sets the basis of all facts, in place. `columns` are those of read_table_columns() for the same layout.
void settle_bases(std::vector<Fact>& facts, const TableLayout& layout, const std::vector<std::vector<TableColumn>>& columns,
                  const BasisContext& context);

}  // namespace finwh
