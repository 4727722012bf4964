-- The figures in a release's sentences, and whether its tables bear them out
-- tied: a fact or arithmetic agrees within the printed precision; contradicted: it does not; open: no table prints it.
-- Of the newest release, unless one is chosen.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- :status text - only claims of this status: tied, contradicted or open
WITH chosen AS (
  SELECT release_id FROM v_release
  WHERE (:release IS NULL OR release_id = :release)
    AND (:company IS NULL OR :company IN (company, ticker, cik))
    AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR (:period = fiscal_year || '' AND fiscal_quarter = 4))
  ORDER BY recency DESC, release_id DESC
  LIMIT 1
)
SELECT
  v.raw,
  coalesce(v.measure, '') AS measure,
  v.basis,
  v.period_end,
  v.value,
  v.unit,
  v.status,
  v.reason,
  v.facts,
  v.source_line
FROM chosen
JOIN v_claim v ON v.release_id = chosen.release_id
WHERE (:status IS NULL OR v.status = :status)
ORDER BY v.claim_id
