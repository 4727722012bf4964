-- The releases in the warehouse, newest first
-- With how much was read of each, and how much of it was checked.
--
-- :company company - only this company's
-- :period period - only releases that report on it
-- heading: fiscal_label period
SELECT
  release_id,
  company,
  coalesce(ticker, '') AS ticker,
  fiscal_label,
  published_on,
  tables,
  facts,
  nils,
  problems,
  checks,
  failed,
  version,
  source_file
FROM v_release
WHERE (:company IS NULL OR :company IN (company, ticker, cik))
  AND (:period IS NULL OR :period IN (fiscal_label, period_end) OR :period = fiscal_year || '')
ORDER BY recency DESC, release_id DESC
