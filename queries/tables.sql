-- The tables of a release, with the account of their numbers
-- Each number-like cell is a fact, a part of a header or label, a note mark or a problem; none stays unexplained.
-- Of the newest release, unless one is chosen.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- heading: table_no table
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
  v.table_no,
  v.table_title,
  v.statement,
  coalesce(v.scale_clause, '') AS scale_clause,
  v.rows,
  v.columns,
  v.numeric_cells,
  v.fact_cells AS facts,
  v.header_cells AS headers,
  v.label_cells AS labels,
  v.mark_cells AS marks,
  v.problem_cells AS problems,
  v.unexplained,
  v.source_line
FROM chosen
JOIN v_table v ON v.release_id = chosen.release_id
ORDER BY v.table_no
