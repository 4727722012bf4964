-- Identities that do not hold, over the whole warehouse
-- A total that its parts do not make, two printings that differ: the companies' own discrepancies, or a misreading.
--
-- :company company - only this company's
-- :rule text - only this rule
SELECT
  company,
  published_on,
  source_file,
  table_no,
  rule,
  description,
  expected,
  found,
  difference,
  coalesce(hint, '') AS hint,
  check_id
FROM v_finding
WHERE (:company IS NULL OR company = :company OR ticker = :company)
  AND (:rule IS NULL OR rule = :rule)
ORDER BY company, published_on DESC, release_id, table_no, check_id
