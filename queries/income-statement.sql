-- The income statement, as the release prints it
-- Its own lines, labels and order, one column a period.
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
SELECT
  s.table_title,
  s.company || coalesce(', published ' || r.published_on, '') || ', table ' || s.table_no || ' of ' || s.source_file AS source,
  s.table_no,
  s.row_no,
  s.column_no,
  s.depth,
  s.total,
  s.label,
  CASE s.period_kind
    WHEN 'instant' THEN s.period_end
    WHEN 'duration' THEN CASE WHEN s.months > 0 THEN s.months || ' months to ' || s.period_end
                              ELSE coalesce(s.period_start || ' to ', 'to ') || s.period_end END
    WHEN 'unknown' THEN 'period unknown'
  END
    || CASE WHEN instr(s.label || ' ' || s.section_path, s.member) = 0 THEN ', ' || s.member ELSE '' END
    || CASE WHEN s.basis IN ('adjustment', 'non_gaap', 'guidance') THEN ', ' || replace(s.basis, '_', '-') ELSE '' END
    || CASE WHEN s.unit = 'percent' THEN ', %' ELSE '' END AS heading,
  s.value,
  s.unit,
  s.scale,
  s.exponent,
  s.nil
FROM chosen
JOIN v_statement s ON s.release_id = chosen.release_id
JOIN v_release r ON r.release_id = chosen.release_id
WHERE s.statement = 'income_statement'
ORDER BY s.table_no, s.row_no, s.column_no
