-- One line or concept over all periods and releases
-- Every printing of a line, so that a restatement shows: the same period with another value in a later release. The line is
-- named by its label as printed (any case), or by its standard concept; without one, revenue.
--
-- :company company - whose line; without it every company's
-- :line text = Revenues - label or standard concept
-- :member text - only this member of a breakdown; without it the company's whole
-- :basis text - only this basis: gaap, non_gaap, adjustment, guidance or metric
-- :months integer - only periods of this length
-- figure: value scale no_scale exponent exponent unit unit nil nil
-- hide: exponent nil no_scale
SELECT
  v.company,
  v.statement,
  CASE WHEN v.section_path <> '' THEN v.section_path || ' > ' ELSE '' END || v.label AS line,
  v.basis,
  coalesce(v.member, '') AS member,
  CASE v.period_kind
    WHEN 'instant' THEN v.period_end
    WHEN 'duration' THEN CASE WHEN v.months > 0 THEN v.months || ' months to ' ELSE 'to ' END || v.period_end
    ELSE 'unknown'
  END AS period,
  v.value,
  v.unit,
  v.published_on,
  v.source_file,
  v.source_line,
  v.fact_id,
  f.exponent,
  v.nil,
  0 AS no_scale
FROM v_line_history v
JOIN fact f ON f.fact_id = v.fact_id
WHERE (:company IS NULL OR :company IN (v.company, v.ticker, v.cik))
  AND (v.concept = coalesce(:line, 'Revenues') OR v.label = :line COLLATE NOCASE)
  AND (CASE WHEN :member IS NULL THEN v.member IS NULL ELSE v.member = :member COLLATE NOCASE END)
  AND (:basis IS NULL OR v.basis = :basis)
  AND (:months IS NULL OR v.months = :months)
ORDER BY v.company, v.basis, v.period_end DESC, v.months, v.recency DESC, v.fact_id
