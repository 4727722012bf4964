-- What could not be read or decided in a release
-- Each with its place in the source; 'finwh load --strict' refuses releases with problems.
-- Of the newest release, unless one is chosen.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- :code text - only problems of this code
WITH chosen AS (
  SELECT release_id FROM v_release
  WHERE (:release IS NULL OR release_id = :release)
    AND (:company IS NULL OR :company IN (company, ticker, cik))
    AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR (:period = fiscal_year || '' AND fiscal_quarter = 4))
  ORDER BY recency DESC, release_id DESC
  LIMIT 1
)
SELECT
  v.severity,
  v.code,
  v.message,
  v.excerpt,
  v.table_no,
  v.source_line
FROM chosen
JOIN v_problem v ON v.release_id = chosen.release_id
WHERE (:code IS NULL OR v.code = :code)
ORDER BY v.source_line, v.problem_id
