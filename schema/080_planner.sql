-- What SQLite's planner should think of the sizes of the tables. Fixed figures instead of ANALYZE keep the plans of the views
-- the same in every file, small or large. They are those of 64 releases of 16 companies with a thousand facts each: the
-- planner takes a range of keys for a 64th of a table, so that a release's range is as long as it thinks.
ANALYZE sqlite_schema;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('fact', NULL, '64000'),
  ('fact', 'fact_concept', '25000 250 60 4 1 1 1'),
  ('fact_source', NULL, '64000'),
  ('fact_note', 'fact_note', '4000 1 1'),
  ('table_row', 'table_row', '32000 30 1'),
  ('table_cell', 'table_cell', '40000 40 2 1 1'),
  ('dim_company', 'dim_company_name', '16 1'),
  ('dim_company', 'dim_company_ticker', '16 1'),
  ('dim_release', 'dim_release_period', '64 4 2 1'),
  ('dim_release', 'dim_release_file', '64 1'),
  ('dim_table', NULL, '960'),
  ('dim_line', 'sqlite_autoindex_dim_line_1', '6000 300 40 5 1'),
  ('dim_section', 'sqlite_autoindex_dim_section_1', '2000 20 1'),
  ('dim_statement', NULL, '14'),
  ('dim_concept', NULL, '100'),
  ('dim_member', NULL, '500'),
  ('dim_period', 'dim_period_key', '400 2 1 1 1'),
  ('dim_unit', NULL, '30'),
  ('dim_basis', NULL, '6'),
  ('dim_note', NULL, '320'),
  ('company_period', 'company_period', '600 40 1'),
  ('check_result', NULL, '20000'),
  ('check_result', 'check_result_fail', '200 3'),
  ('check_fact', 'check_fact', '64000 3 1 1'),
  ('calculation', NULL, '6000'),
  ('problem', NULL, '1300'),
  ('claim', NULL, '2000'),
  ('claim_fact', 'claim_fact', '2000 1 1'),
  ('reconciliation', NULL, '200'),
  ('reconciliation_line', 'reconciliation_line', '1200 6 1');
