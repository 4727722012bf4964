#include "cli/check_junit.h"

#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

std::string attribute(const char* name, const std::string& value) {
  return fmt::format(" {}=\"{}\"", name, xml_escaped(visible_text(value, false)));
}

// "table 2: Total = A + B, 3 months to 2031-03-31": servers tell cases of a suite apart by their names.
std::string name_of(const CheckedRelease& checked, const Check& check) {
  std::string name = check.description;
  if (const int table = checked.table_of(check); table > 0) name = fmt::format("table {}: {}", table, name);
  const Fact* fact = checked.shown_fact(check);
  if (fact != nullptr && fact->period.kind != PeriodKind::unknown) name += ", " + to_string(fact->period);
  if (fact != nullptr && !fact->member.name.empty()) name += ", " + fact->member.name;
  return name;
}

std::string outcome_of(const CheckedRelease& checked, const Check& check, FailOn fail_on) {
  if (check.status == CheckStatus::not_applicable) return "<skipped" + attribute("message", "a figure it needs is nil or missing") + "/>";
  if (!is_complaint(check, fail_on)) return "";
  std::string said = amounts_of(check);
  if (said.empty()) said = std::string(to_string(check.status));
  const Fact* fact = checked.shown_fact(check);
  std::string place = checked.release.file.path;
  if (fact != nullptr && fact->source.line > 0) place += fmt::format(":{}", fact->source.line);
  const std::string detail = place + ": " + check.description + (check.hint.empty() ? "" : "; " + check.hint);
  return "<failure" + attribute("type", check.rule) + attribute("message", said) + ">" + xml_escaped(visible_text(detail, false)) +
         "</failure>";
}

std::string counts(int tests, int failures, int skipped) {
  return fmt::format(" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"", tests, failures, skipped);
}

}  // namespace

void JunitReport::add(const CheckedRelease& checked) {
  const auto& checks = checked.report.checks;
  int failures = 0;
  std::string cases;
  std::map<std::string, int> named;
  for (const auto& check : checks) {
    failures += is_complaint(check, fail_on_);
    std::string name = name_of(checked, check);
    if (const int times = ++named[check.rule + " " + name]; times > 1) name += fmt::format(" ({})", times);
    cases += "    <testcase" + attribute("classname", check.rule) + attribute("name", name);
    const Fact* fact = checked.shown_fact(check);
    if (fact != nullptr && fact->source.line > 0)
      cases += attribute("file", checked.release.file.path) + fmt::format(" line=\"{}\"", fact->source.line);
    const auto outcome = outcome_of(checked, check, fail_on_);
    cases += outcome.empty() ? "/>\n" : ">" + outcome + "</testcase>\n";
  }
  const int tests = static_cast<int>(checks.size());
  const int skipped = checked.count(CheckStatus::not_applicable);
  suites_ +=
      "  <testsuite" + attribute("name", checked.release.file.path) + counts(tests, failures, skipped) + ">\n" + cases + "  </testsuite>\n";
  tests_ += tests;
  failures_ += failures;
  skipped_ += skipped;
}

std::string JunitReport::text() const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"finwh check\"" + counts(tests_, failures_, skipped_) + ">\n" +
         suites_ + "</testsuites>\n";
}

}  // namespace finwh
