-- The notes of a release
-- The lettered or numbered explanations, and how many figures carry each mark.
-- Of the newest release, unless one is chosen.
--
-- :company company - whose release
-- :period period - the period that the release reports on
-- :release release - the release itself
WITH chosen AS (
  SELECT release_id FROM v_release
  WHERE (:release IS NULL OR release_id = :release)
    AND (:company IS NULL OR :company IN (company, ticker, cik))
    AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR (:period = fiscal_year || '' AND fiscal_quarter = 4))
  ORDER BY recency DESC, release_id DESC
  LIMIT 1
)
SELECT
  v.mark,
  coalesce(v.title, '') AS title,
  v.text,
  v.facts,
  v.table_no,
  v.source_line
FROM chosen
JOIN v_note v ON v.release_id = chosen.release_id
ORDER BY v.note_id
