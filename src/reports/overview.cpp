#include "reports/overview.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

namespace finwh {
namespace {

struct Line {
  const char* what;
  const char* sql;  // one value; NULL leaves the line out
};

constexpr std::array<Line, 19> kLines = {{
    {"schema version", "PRAGMA user_version"},
    {"companies", "SELECT count(DISTINCT company_id) FROM dim_release WHERE company_id > 0"},
    {"releases", "SELECT count(*) FROM dim_release"},
    {"of these superseded",
     "SELECT nullif(count(*), 0) FROM dim_release r WHERE EXISTS (SELECT 1 FROM dim_release n WHERE n.supersedes = r.release_id)"},
    {"published", "SELECT min(published_on) || ' to ' || max(published_on) FROM dim_release"},
    {"loaded", "SELECT min(loaded_at) || ' to ' || max(loaded_at) FROM dim_release"},
    {"tables", "SELECT count(*) FROM dim_table"},
    {"facts", "SELECT count(*) FROM fact"},
    {"of these nil", "SELECT coalesce(sum(nils), 0) FROM dim_release"},
    {"periods", "SELECT count(DISTINCT period_id) FROM fact WHERE period_id > 0"},
    {"first and last period end",
     "SELECT min(p.period_end) || ' to ' || max(p.period_end) FROM fact f JOIN dim_period p ON p.period_id = f.period_id"},
    {"line items", "SELECT count(*) FROM dim_line"},
    {"facts with a standard concept", "SELECT count(*) FROM fact WHERE concept_id IS NOT NULL"},
    {"facts proven", "SELECT count(DISTINCT fact_id) FROM check_fact WHERE proves = 'relation'"},
    {"checks", "SELECT count(*) FROM check_result"},
    {"checks that fail", "SELECT count(*) FROM check_result WHERE status = 'fail'"},
    {"claims in the prose", "SELECT count(*) FROM claim"},
    {"claims contradicted", "SELECT count(*) FROM claim WHERE status = 'contradicted'"},
    {"problems", "SELECT count(*) FROM problem"},
}};

}  // namespace

ResultSet describe_warehouse(QueryRunner& runner, const std::string& file) {
  ResultSet result{{{"what", "TEXT"}, {"value", ""}}, {}};
  result.rows.push_back({std::string("file"), file});
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (!error) result.rows.push_back({std::string("bytes"), static_cast<std::int64_t>(size)});
  for (const auto& line : kLines) {
    const auto found = runner.rows(line.sql);
    if (!found.rows.empty() && !is_null(found.rows[0][0])) result.rows.push_back({std::string(line.what), found.rows[0][0]});
  }
  return result;
}

}  // namespace finwh
