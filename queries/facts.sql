-- Every figure of a release with its dimensions
-- One row a figure, in printed order; the columns are those of v_fact.
-- Of the newest release, unless one is chosen.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
-- :statement text - only this statement, such as balance_sheet
-- :line text - only lines whose label holds this
WITH chosen AS (
  SELECT release_id FROM v_release
  WHERE (:release IS NULL OR release_id = :release)
    AND (:company IS NULL OR :company IN (company, ticker, cik))
    AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR (:period = fiscal_year || '' AND fiscal_quarter = 4))
  ORDER BY recency DESC, release_id DESC
  LIMIT 1
)
SELECT
  v.fact_id,
  v.table_no,
  v.statement,
  v.section_path,
  v.label,
  v.concept,
  v.member,
  v.basis,
  v.period_kind,
  v.period_start,
  v.period_end,
  v.unit,
  v.value,
  v.nil,
  v.notes,
  v.raw,
  v.source_line
FROM chosen
JOIN v_fact v ON v.release_id = chosen.release_id
WHERE (:statement IS NULL OR v.statement = :statement)
  AND (:line IS NULL OR instr(lower(v.label), lower(:line)) > 0)
ORDER BY v.fact_id
