#include "reports/report_run.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace finwh {
namespace {

constexpr std::size_t kNamesShown = 12;

// A company is named by ticker, CIK or name; part of a name will do when it fits one company only.
constexpr const char* kExactCompany = R"(
  SELECT name FROM dim_company
  WHERE company_id > 0 AND (ticker = :company COLLATE NOCASE OR cik = ltrim(:company, '0') OR name = :company COLLATE NOCASE)
  ORDER BY company_id)";
constexpr const char* kPartOfCompany = R"(
  SELECT DISTINCT name FROM dim_company WHERE company_id > 0 AND instr(lower(name), lower(:company)) > 0 ORDER BY name)";
constexpr const char* kAllCompanies = R"(
  SELECT coalesce(ticker || ' (' || name || ')', name) FROM dim_company WHERE company_id > 0 ORDER BY 1)";
constexpr const char* kAllReleases = R"(
  SELECT release_id || ' (' || source_file || ')' FROM dim_release ORDER BY release_id)";
constexpr const char* kReleaseById = "SELECT release_id FROM dim_release WHERE release_id = :release";
// A path as given to load, or its end behind a slash; the newest version of the file.
constexpr const char* kReleaseByFile = R"(
  SELECT release_id, source_file FROM dim_release
  WHERE source_file = :release OR substr(source_file, -length(:release) - 1) = '/' || :release
  ORDER BY release_id DESC)";
constexpr const char* kNewestRelease = R"(
  SELECT r.release_id FROM dim_release r JOIN dim_company c ON c.company_id = r.company_id
  WHERE (:company IS NULL OR c.name = :company)
    AND (:period IS NULL OR r.fiscal_year || 'Q' || r.fiscal_quarter = :period OR r.period_end = :period
         OR (r.fiscal_year || '' = :period AND r.fiscal_quarter = 4))
  ORDER BY r.recency DESC, r.release_id DESC LIMIT 1)";
constexpr const char* kAllPeriods = R"(
  SELECT DISTINCT coalesce(r.fiscal_year || 'Q' || r.fiscal_quarter, r.period_end) AS period
  FROM dim_release r JOIN dim_company c ON c.company_id = r.company_id
  WHERE (:company IS NULL OR c.name = :company) AND period IS NOT NULL ORDER BY period DESC)";

std::string first_names(const ResultSet& result) {
  std::vector<std::string> names;
  for (const auto& row : result.rows) {
    if (names.size() == kNamesShown) {
      names.push_back(fmt::format("and {} more", result.rows.size() - kNamesShown));
      break;
    }
    names.push_back(plain_text(row[0]));
  }
  return names.empty() ? "the warehouse is empty" : "there are " + join(names, ", ");
}

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

void check_header(const Report& report, QueryRunner& runner) {
  if (!report.problems.empty()) {
    const auto& problem = report.problems.front();
    const auto colon = problem.find(':');
    throw QueryError("report-header", report.place + ":" + problem.substr(0, colon), problem.substr(colon + 2));
  }
  const auto used = runner.parameters(report.sql, report.place);
  for (const auto& name : used)
    if (report.parameter(name) == nullptr)
      throw QueryError("report-header", report.place, fmt::format("the SQL uses :{}, which the header does not declare", name));
  for (const auto& parameter : report.parameters)
    if (std::find(used.begin(), used.end(), parameter.name) == used.end())
      throw QueryError("report-header", report.place, fmt::format("the header declares :{}, which the SQL does not use", parameter.name));
}

std::string known_parameters(const Report& report) {
  return report.parameters.empty() ? "it takes none" : "it takes " + report.parameter_names();
}

}  // namespace

std::string find_company(QueryRunner& runner, const std::string& company) {
  const QueryParameters parameters = {{"company", company}};
  auto found = runner.rows(kExactCompany, parameters);
  if (found.rows.empty()) found = runner.rows(kPartOfCompany, parameters);
  if (found.rows.empty())
    throw UsageError(fmt::format("no company '{}' in the warehouse; {}", company, first_names(runner.rows(kAllCompanies))));
  if (found.rows.size() > 1) throw UsageError(fmt::format("'{}' fits several companies; {}", company, first_names(found)));
  return plain_text(found.rows[0][0]);
}

std::int64_t find_release(QueryRunner& runner, const std::string& release, const std::string& company, const std::string& period) {
  const Value owner = company.empty() ? Value() : Value(find_company(runner, company));
  if (release.empty()) {
    const auto newest = runner.rows(kNewestRelease, {{"company", owner}, {"period", text_or_null(period)}});
    if (!newest.rows.empty()) return whole_number(newest.rows[0][0], 0);
    if (period.empty()) throw UsageError("the warehouse has no releases; 'finwh load' brings them in");
    throw UsageError(fmt::format("no release reports on {}; {}", period, first_names(runner.rows(kAllPeriods, {{"company", owner}}))));
  }
  const auto wanted = parameter_value(ParameterType::release, release);
  ResultSet found;
  if (std::holds_alternative<std::int64_t>(*wanted)) found = runner.rows(kReleaseById, {{"release", *wanted}});
  if (found.rows.empty()) found = runner.rows(kReleaseByFile, {{"release", release}});
  if (found.rows.empty())
    throw UsageError(fmt::format("no release '{}' in the warehouse; {}", release, first_names(runner.rows(kAllReleases))));
  return whole_number(found.rows[0][0], 0);
}

QueryParameters bind_report(const Report& report, const std::map<std::string, std::string>& given, QueryRunner& runner) {
  check_header(report, runner);
  for (const auto& [name, value] : given)
    if (report.parameter(name) == nullptr)
      throw UsageError(fmt::format("{} has no parameter '{}'; {}", report.name, name, known_parameters(report)));
  QueryParameters parameters;
  for (const auto& parameter : report.parameters) {
    const auto at = given.find(parameter.name);
    if (at == given.end() && !parameter.fallback) {
      if (parameter.required)
        throw UsageError(fmt::format("{} needs --{}, {} ({}); {}", report.name, parameter.name, parameter.meaning,
                                     description_of(parameter.type), known_parameters(report)));
      continue;
    }
    const std::string& text = at != given.end() ? at->second : *parameter.fallback;
    auto value = parameter_value(parameter.type, text);
    if (!value)
      throw UsageError(fmt::format("--{} of {} is {}, not '{}'", parameter.name, report.name, description_of(parameter.type), text));
    if (parameter.type == ParameterType::company) value = find_company(runner, text);
    if (parameter.type == ParameterType::release) value = find_release(runner, text, "", "");
    parameters[parameter.name] = std::move(*value);
  }
  return parameters;
}

std::string describe_report(const Report& report) {
  std::string out = report.name + ": " + report.title + "\n";
  if (!report.description.empty()) out += "\n" + join(report.description, "\n") + "\n";
  std::size_t width = 0;
  for (const auto& parameter : report.parameters) width = std::max(width, parameter.name.size());
  if (!report.parameters.empty()) out += "\nParameters:\n";
  for (const auto& parameter : report.parameters) {
    std::string notes(description_of(parameter.type));
    if (parameter.fallback) notes += "; default " + *parameter.fallback;
    if (parameter.required) notes += "; must be given";
    out += fmt::format("  --{:<{}}  {} ({})\n", parameter.name, width, parameter.meaning, notes);
  }
  out += fmt::format("\nThe SQL is in {}; 'finwh query {} --show' prints it.\n", report.place, report.name);
  return out;
}

ResultSet list_reports(const Catalog& catalog) {
  ResultSet result{{{"report", "TEXT"}, {"shows", "TEXT"}, {"parameters", "TEXT"}}, {}};
  for (const auto& report : catalog.reports()) result.rows.push_back({report.name, report.title, report.parameter_names()});
  return result;
}

}  // namespace finwh
