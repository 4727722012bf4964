-- What every table, view and column of the warehouse means
-- The data dictionary that the file itself carries.
--
-- :table text - only this table or view
-- heading: table_name table
-- heading: column_name column
-- hide: position
SELECT
  table_name,
  column_name,
  meaning,
  coalesce(unit, '') AS unit,
  CASE nullable WHEN 1 THEN 'may be NULL' ELSE '' END AS nullable,
  position
FROM data_dictionary
WHERE :table IS NULL OR table_name = :table
ORDER BY table_name, position
