-- The views that tools are built on: their names, columns and meanings are stable.
-- Dimensions are joined with LEFT JOIN, so that SQLite leaves out those that a query does not ask for. A release is joined
-- both by its key and by its range of keys: the first finds the release of a fact, the second the facts of a release. The
-- signs + keep SQLite from building an index over all facts for one query.

-- One flat row per fact.
CREATE VIEW v_fact AS
SELECT
  f.fact_id AS fact_id,                -- key of the fact
  r.release_id AS release_id,          -- key of the release
  r.source_file AS source_file,        -- path as given to load
  c.name AS company,                   -- the company of the release
  c.ticker AS ticker,                  -- its ticker
  c.cik AS cik,                        -- its SEC central index key
  r.published_on AS published_on,      -- publication date of the release [YYYY-MM-DD]
  r.fiscal_year AS fiscal_year,        -- fiscal year that the release reports on [year]
  r.fiscal_quarter AS fiscal_quarter,  -- fiscal quarter that the release reports on, 1 to 4
  t.table_no AS table_no,              -- the table's place in the release, from 1
  t.title AS table_title,              -- its title, without the company's name
  s.statement AS statement,            -- code of the statement
  h.section_path AS section_path,      -- headings above the line joined with ' > ', outermost first; '' = none
  l.label AS label,                    -- the label as printed, without note marks; '' = an unlabelled total
  k.concept AS concept,                -- standard concept; NULL = not known
  nullif(m.member, '') AS member,      -- member of the breakdown; NULL = not broken down
  b.basis AS basis,                    -- code of the basis
  p.period_kind AS period_kind,        -- instant, duration or unknown
  p.period_start AS period_start,      -- first day of a duration; NULL = an instant, or not known [YYYY-MM-DD]
  p.period_end AS period_end,          -- day of an instant, last day of a duration; NULL = not known [YYYY-MM-DD]
  u.unit AS unit,                      -- code of the unit
  f.value AS value,                    -- value in base units; NULL = nil [unit]
  f.nil AS nil,                        -- 1 = printed as a dash
  o.notes AS notes,                    -- note marks as printed (A/B); NULL = none
  o.raw AS raw,                        -- the cell as printed
  o.source_line AS source_line         -- line in the source, from 1 [line]
FROM fact f
JOIN dim_release r ON r.release_id = f.release_id AND f.fact_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
JOIN dim_company c ON c.company_id = r.company_id
LEFT JOIN dim_table t ON t.table_id = +f.table_id
LEFT JOIN dim_line l ON l.line_id = +f.line_id
LEFT JOIN dim_statement s ON s.statement_id = l.statement_id
LEFT JOIN dim_section h ON h.section_id = l.section_id
LEFT JOIN dim_concept k ON k.concept_id = f.concept_id
LEFT JOIN dim_member m ON m.member_id = +f.member_id
LEFT JOIN dim_basis b ON b.basis_id = +f.basis_id
LEFT JOIN dim_period p ON p.period_id = f.period_id
LEFT JOIN dim_unit u ON u.unit_id = +f.unit_id
LEFT JOIN fact_source o ON o.fact_id = f.fact_id;

-- One row per identity that was tried.
CREATE VIEW v_check AS
SELECT
  k.check_id AS check_id,        -- key of the check
  r.release_id AS release_id,    -- key of the release
  r.source_file AS source_file,  -- path as given to load
  t.table_no AS table_no,        -- the table's place in the release, from 1; NULL = across tables
  k.rule AS rule,                -- stable code of the rule
  coalesce(k.description, a.description, k.rule) AS description,  -- what is tried, in words
  k.status AS status,            -- pass, rounding, fail or n/a
  k.expected AS expected,        -- what the parts come to
  k.found AS found,              -- what is printed
  k.difference AS difference,    -- found - expected
  k.tolerance AS tolerance,      -- largest difference that rounding of the printed figures explains
  k.facts AS facts               -- facts that take part [count]
FROM check_result k
JOIN dim_release r ON r.release_id = k.release_id AND k.check_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
LEFT JOIN dim_table t ON t.table_id = k.table_id
LEFT JOIN calculation a ON a.calculation_id = k.calculation_id;

-- How far each fact is proven.
CREATE VIEW v_proof AS
SELECT
  fact_id AS fact_id,          -- key of the fact
  source_file AS source_file,  -- path as given to load
  relations AS relations,      -- arithmetic identities that hold and would fail with another figure in its place [count]
  ties AS ties,                -- equal printings elsewhere [count]
  CASE WHEN relations > 0 THEN 'proven' WHEN ties > 0 OR loose > 0 THEN 'tied' ELSE 'unproven' END AS status  -- proven; tied: no relation proves it, but a printing agrees or one holds that might with another figure; or unproven
FROM (
  SELECT f.fact_id AS fact_id, r.release_id AS release_id, r.source_file AS source_file,
         (SELECT count(*) FROM check_fact cf WHERE cf.fact_id = f.fact_id AND cf.proves = 'relation') AS relations,
         (SELECT count(*) FROM check_fact cf WHERE cf.fact_id = f.fact_id AND cf.proves = 'tie') AS ties,
         (SELECT count(*) FROM check_fact cf WHERE cf.fact_id = f.fact_id AND cf.proves = 'loose') AS loose
  FROM fact f
  JOIN dim_release r ON r.release_id = f.release_id AND f.fact_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
);
