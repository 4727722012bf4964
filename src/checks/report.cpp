// The order of the rules. Each family appends to the report; the later ones see the earlier ones' checks.
#include "checks/balance.h"
#include "checks/claims.h"
#include "checks/columns.h"
#include "checks/habit.h"
#include "checks/per_share.h"
#include "checks/percentages.h"
#include "checks/proof.h"
#include "checks/sums.h"
#include "checks/suspects.h"
#include "checks/ties.h"
#include "checks/view.h"

namespace finwh {

CheckReport check_release(const Release& release) {
  const ReleaseView view(release);
  CheckReport report;
  check_sums(view, report);
  check_columns(view, report);
  check_balance(view, report);
  check_per_share(view, report);
  check_percentages(view, report);
  check_ties(view, report);
  check_habit(view, report);
  judge_proofs(view, report);
  find_suspects(view, report);
  read_claims(view, report);
  return report;
}

}  // namespace finwh
