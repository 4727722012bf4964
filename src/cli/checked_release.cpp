#include "cli/checked_release.h"

#include <fmt/format.h>

#include "checks/proof.h"
#include "reports/figure_text.h"

namespace finwh {
namespace {

std::string amount(const std::optional<Decimal>& value) {
  if (!value) return "";
  const auto integer = value->to_integer();
  return integer ? figure_text(*integer, {}) : value->to_string();
}

}  // namespace

int CheckedRelease::count(CheckStatus status) const {
  const auto at = counts.find(status);
  return at == counts.end() ? 0 : at->second;
}

int CheckedRelease::table_of(const Check& check) const {
  return check.table < 0 ? 0 : release.tables[static_cast<std::size_t>(check.table)].ordinal;
}

const Fact* CheckedRelease::shown_fact(const Check& check) const {
  const CheckTerm* shown = nullptr;
  for (const auto& term : check.terms)
    if (shown == nullptr || (term.weight == 0 && shown->weight != 0)) shown = &term;
  return shown == nullptr ? nullptr : &fact_of(*shown);
}

CheckedRelease check_stored_release(std::int64_t id, Warehouse& warehouse) {
  CheckedRelease checked{id, warehouse.read_release(id), {}, {}, 0, 0};
  checked.report = check_release(checked.release);
  for (const auto& check : checked.report.checks) ++checked.counts[check.status];
  for (const auto& proof : prove_facts(checked.release, checked.report)) {
    checked.proven += proof.status == ProofStatus::proven;
    checked.tied += proof.status == ProofStatus::tied;
  }
  return checked;
}

bool is_complaint(const Check& check, FailOn fail_on) {
  return check.status == CheckStatus::fail || (fail_on == FailOn::rounding && check.status == CheckStatus::rounding);
}

std::string amounts_of(const Check& check) {
  if (!check.found && !check.expected) return "";
  return fmt::format("printed {}, comes to {}, differs by {}", amount(check.found), amount(check.expected), amount(check.difference));
}

}  // namespace finwh
