-- Cash, cash equivalents and investments
-- The table as the release prints it, one column a date.
-- Of the newest release, unless one is chosen.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- group: table_title source
-- pivot: heading value by table_no row_no order column_no
-- figure: value scale scale exponent exponent unit unit nil nil
-- indent: label by depth
-- total: total
-- heading: label
WITH chosen AS (
  SELECT release_id FROM v_release
  WHERE (:release IS NULL OR release_id = :release)
    AND (:company IS NULL OR :company IN (company, ticker, cik))
    AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR (:period = fiscal_year || '' AND fiscal_quarter = 4))
  ORDER BY recency DESC, release_id DESC
  LIMIT 1
)
SELECT table_title, source, table_no, row_no, column_no, depth, total, label, heading, value, unit, scale, exponent, nil
FROM chosen JOIN v_statement USING (release_id)
WHERE statement = 'cash_and_investments'
ORDER BY table_no, row_no, column_no
