// A saved report with what the user gave it: parameters checked against the header and the warehouse.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reports/catalog.h"
#include "reports/query_runner.h"

namespace finwh {

// The values that the report's SQL gets. `given` is what the user wrote, by name. Throws UsageError for unknown, missing and
// badly typed parameters and for companies and releases that the warehouse does not have; the message names the known ones.
// Throws QueryError when the report's header has problems or does not fit its SQL.
QueryParameters bind_report(const Report& report, const std::map<std::string, std::string>& given, QueryRunner& runner);

// What `finwh query NAME --help` prints: title, description, each parameter with type, default and meaning.
std::string describe_report(const Report& report);

// The list of reports, one line each.
ResultSet list_reports(const Catalog& catalog);

// The release that the user means: its number, its file's path or the end of it, or, for "", the only or newest one of the
// company ("" = any) and the period ("" = any). Throws UsageError when there is none.
std::int64_t find_release(QueryRunner& runner, const std::string& release, const std::string& company, const std::string& period);

// The company's name as the warehouse has it, found by ticker, CIK, name or part of the name. Throws UsageError.
std::string find_company(QueryRunner& runner, const std::string& company);

}  // namespace finwh
