// What is in a warehouse, in a page: how many releases, of whom, over which periods, how much of it proven.
#pragma once

#include <string>

#include "reports/query_runner.h"

namespace finwh {

// Two columns, what and how much, one row each; `file` is the warehouse's path.
ResultSet describe_warehouse(QueryRunner& runner, const std::string& file);

}  // namespace finwh
