-- How much of a release is proven, table by table
-- A fact is proven when an identity that holds would fail with another figure in its place; it is tied when it agrees with
-- another printing, or takes part in an identity that would hold with another figure as well.
-- Of the newest release, unless one is chosen.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- heading: table_title title
WITH chosen AS (
  SELECT release_id FROM v_release
  WHERE (:release IS NULL OR release_id = :release)
    AND (:company IS NULL OR :company IN (company, ticker, cik))
    AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR (:period = fiscal_year || '' AND fiscal_quarter = 4))
  ORDER BY recency DESC, release_id DESC
  LIMIT 1
)
SELECT
  f.table_no,
  f.table_title,
  f.statement,
  count(*) AS facts,
  sum(p.status = 'proven') AS proven,
  sum(p.status = 'tied') AS tied,
  sum(p.status = 'unproven') AS unproven,
  round(100.0 * sum(p.status = 'proven') / count(*), 1) AS proven_share
FROM chosen
JOIN v_fact f ON f.release_id = chosen.release_id
JOIN v_proof p ON p.fact_id = f.fact_id
GROUP BY f.table_no, f.table_title, f.statement
ORDER BY f.table_no
