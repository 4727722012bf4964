#include "cli/release_choice.h"

#include <fmt/format.h>

#include "reports/parameter.h"
#include "reports/report_run.h"

namespace finwh {

void add_release_choice(CLI::App& command, ReleaseChoice& choice) {
  command.add_option("--release", choice.release, "Which release: its number or file name")->type_name("RELEASE");
  command.add_option("--company", choice.company, "Whose newest release: ticker, CIK or name")->type_name("COMPANY");
  command.add_option("--period", choice.period, "Of the release that reports on 2007Q1, 2007 or 2007-03-31")->type_name("PERIOD");
}

std::int64_t chosen_release(QueryRunner& runner, const ReleaseChoice& choice) {
  std::string period;
  if (!choice.period.empty()) {
    const auto value = parameter_value(ParameterType::period, choice.period);
    if (!value) throw UsageError(fmt::format("--period is {}, not '{}'", description_of(ParameterType::period), choice.period));
    period = plain_text(*value);
  }
  return find_release(runner, choice.release, choice.company, period);
}

}  // namespace finwh
