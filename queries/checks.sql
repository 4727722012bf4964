-- The identities tried on a release
-- Sums, ties and walks with what they should come to and what is printed.
-- Of the newest release, unless one is chosen.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- :status text - only checks of this status: pass, rounding, fail or n/a
-- :rule text - only this rule
WITH chosen AS (
  SELECT release_id FROM v_release
  WHERE (:release IS NULL OR release_id = :release)
    AND (:company IS NULL OR :company IN (company, ticker, cik))
    AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR (:period = fiscal_year || '' AND fiscal_quarter = 4))
  ORDER BY recency DESC, release_id DESC
  LIMIT 1
)
SELECT
  v.check_id,
  v.table_no,
  v.rule,
  v.description,
  v.status,
  v.expected,
  v.found,
  v.difference,
  v.tolerance,
  v.facts
FROM chosen
JOIN v_check v ON v.release_id = chosen.release_id
WHERE (:status IS NULL OR v.status = :status)
  AND (:rule IS NULL OR v.rule = :rule)
ORDER BY v.table_no IS NULL, v.table_no, v.check_id
