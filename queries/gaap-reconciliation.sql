-- From GAAP to non-GAAP: each walk over its adjustments
-- Every walk that the release prints: the GAAP line, the adjustments with the sign that
-- they have in the walk and their note marks, the non-GAAP line.
-- Of the newest release, unless one is chosen. 'finwh query notes' explains the marks.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- group: table_title source
-- pivot: heading value by table_no walk line order column_key
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
),
-- Where each walk starts and whether its steps stand below or beside each other.
walk AS (
  SELECT
    w.reconciliation_id,
    min(o.row_no) AS first_row,
    min(o.column_no) AS first_column,
    count(*) > 1 AND min(o.row_no) = max(o.row_no) AS beside,
    -- Several walks may start from one figure.
    row_number() OVER (PARTITION BY w.table_no, min(o.row_no), min(o.column_no) ORDER BY w.reconciliation_id) AS turn
  FROM chosen
  JOIN v_reconciliation w ON w.release_id = chosen.release_id
  JOIN fact_source o ON o.fact_id = w.fact_id
  GROUP BY w.reconciliation_id, w.table_no
)
SELECT
  w.table_title,
  w.company || coalesce(', published ' || r.published_on, '') || ', table ' || w.table_no || ' of ' || w.source_file AS source,
  w.table_no,
  k.first_row * 1000 + k.turn AS walk,
  iif(k.beside, w.step, o.row_no) AS line,
  k.first_column AS column_key,
  CASE w.role WHEN 'adjustment' THEN 1 ELSE 0 END AS depth,
  CASE w.role WHEN 'non_gaap' THEN 1 ELSE 0 END AS total,
  w.label || iif(k.beside, coalesce(' (' || w.member || ')', ' (' || replace(w.role, '_', '-') || ')'), '') AS label,
  coalesce(w.notes, '') AS notes,
  CASE w.period_kind
    WHEN 'instant' THEN w.period_end
    WHEN 'duration' THEN CASE WHEN w.months > 0 THEN w.months || ' months to ' || w.period_end
                              ELSE coalesce(w.period_start || ' to ', 'to ') || w.period_end END
    WHEN 'unknown' THEN 'period unknown'
  END || CASE WHEN NOT k.beside AND instr(w.label || ' ' || w.section_path, w.member) = 0 THEN ', ' || w.member ELSE '' END AS heading,
  w.signed_value AS value,
  w.unit,
  w.scale,
  w.exponent,
  w.value IS NULL AS nil
FROM chosen
JOIN v_reconciliation w ON w.release_id = chosen.release_id
JOIN v_release r ON r.release_id = chosen.release_id
JOIN walk k ON k.reconciliation_id = w.reconciliation_id
JOIN fact_source o ON o.fact_id = w.fact_id
ORDER BY w.table_no, walk, line, k.first_column, w.step
