-- One printing of each figure chosen from many: a company prints the same line and period in several releases.
-- A figure is a line, member, basis, unit and period of a company. The names that readers filter by are in the inner
-- GROUP BY, so that SQLite can look at one company without grouping the whole file. For one concept over all companies
-- v_line_history with max(recency) is the quicker way: it begins at the concept's index.

-- Each figure as its newest release prints it.
CREATE VIEW v_latest AS
SELECT
  g.company AS company,            -- the company
  g.ticker AS ticker,              -- its ticker
  g.cik AS cik,                    -- its SEC central index key
  s.statement AS statement,        -- code of the statement
  h.section_path AS section_path,  -- headings above the line
  l.label AS label,                -- its label
  k.concept AS concept,            -- standard concept; NULL = not known
  nullif(m.member, '') AS member,  -- member of the breakdown; NULL = not broken down
  b.basis AS basis,                -- code of the basis
  p.period_kind AS period_kind,    -- instant, duration or unknown
  p.period_start AS period_start,  -- first day of a duration [YYYY-MM-DD]
  p.period_end AS period_end,      -- day of an instant, last day of a duration [YYYY-MM-DD]
  p.months AS months,              -- length of a duration; 0 = not known, or an instant [months]
  y.fiscal_label AS fiscal_label,  -- the company's name for the period: 2007Q1
  u.unit AS unit,                  -- code of the unit
  f.value AS value,                -- value in base units; NULL = nil [unit]
  f.nil AS nil,                    -- 1 = printed as a dash
  o.raw AS raw,                    -- the cell as printed
  o.notes AS notes,                -- note marks as printed (A/B)
  g.printings AS printings,        -- how often the figure is printed in this file [count]
  r.published_on AS published_on,  -- publication date of the release that prints it [YYYY-MM-DD]
  f.release_id AS release_id,      -- key of the release
  r.source_file AS source_file,    -- path as given to load
  o.source_line AS source_line,    -- line in the source, from 1 [line]
  f.fact_id AS fact_id             -- key of the fact
FROM (
  SELECT c.name AS company, c.ticker AS ticker, c.cik AS cik, x.fact_id AS fact_id, count(*) AS printings,
         max(r.recency * 1000000 + 999999 - x.fact_id % 1000000)
  FROM dim_company c
  CROSS JOIN dim_release r ON r.company_id = c.company_id
  CROSS JOIN fact x ON x.fact_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
  GROUP BY c.name, c.ticker, c.cik, x.line_id, x.member_id, x.basis_id, x.unit_id, x.period_id
) g
CROSS JOIN fact f ON f.fact_id = g.fact_id
LEFT JOIN dim_release r ON r.release_id = f.release_id
LEFT JOIN dim_line l ON l.line_id = +f.line_id
LEFT JOIN dim_statement s ON s.statement_id = l.statement_id
LEFT JOIN dim_section h ON h.section_id = l.section_id
LEFT JOIN dim_concept k ON k.concept_id = f.concept_id
LEFT JOIN dim_member m ON m.member_id = +f.member_id
LEFT JOIN dim_basis b ON b.basis_id = +f.basis_id
LEFT JOIN dim_period p ON p.period_id = f.period_id
LEFT JOIN company_period y ON y.company_id = f.company_id AND y.period_id = f.period_id
LEFT JOIN dim_unit u ON u.unit_id = +f.unit_id
LEFT JOIN fact_source o ON o.fact_id = f.fact_id;

-- Each figure as the first release that prints it has it (that release's newest version).
CREATE VIEW v_first_reported AS
SELECT
  g.company AS company,            -- the company
  g.ticker AS ticker,              -- its ticker
  g.cik AS cik,                    -- its SEC central index key
  s.statement AS statement,        -- code of the statement
  h.section_path AS section_path,  -- headings above the line
  l.label AS label,                -- its label
  k.concept AS concept,            -- standard concept; NULL = not known
  nullif(m.member, '') AS member,  -- member of the breakdown; NULL = not broken down
  b.basis AS basis,                -- code of the basis
  p.period_kind AS period_kind,    -- instant, duration or unknown
  p.period_start AS period_start,  -- first day of a duration [YYYY-MM-DD]
  p.period_end AS period_end,      -- day of an instant, last day of a duration [YYYY-MM-DD]
  p.months AS months,              -- length of a duration; 0 = not known, or an instant [months]
  y.fiscal_label AS fiscal_label,  -- the company's name for the period: 2007Q1
  u.unit AS unit,                  -- code of the unit
  f.value AS value,                -- value in base units; NULL = nil [unit]
  f.nil AS nil,                    -- 1 = printed as a dash
  o.raw AS raw,                    -- the cell as printed
  o.notes AS notes,                -- note marks as printed (A/B)
  g.printings AS printings,        -- how often the figure is printed in this file [count]
  r.published_on AS published_on,  -- publication date of the release that prints it [YYYY-MM-DD]
  f.release_id AS release_id,      -- key of the release
  r.source_file AS source_file,    -- path as given to load
  o.source_line AS source_line,    -- line in the source, from 1 [line]
  f.fact_id AS fact_id             -- key of the fact
FROM (
  SELECT c.name AS company, c.ticker AS ticker, c.cik AS cik, x.fact_id AS fact_id, count(*) AS printings,
         min((r.recency / 1000 * 1000 + 999 - r.recency % 1000) * 1000000 + x.fact_id % 1000000)
  FROM dim_company c
  CROSS JOIN dim_release r ON r.company_id = c.company_id
  CROSS JOIN fact x ON x.fact_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
  GROUP BY c.name, c.ticker, c.cik, x.line_id, x.member_id, x.basis_id, x.unit_id, x.period_id
) g
CROSS JOIN fact f ON f.fact_id = g.fact_id
LEFT JOIN dim_release r ON r.release_id = f.release_id
LEFT JOIN dim_line l ON l.line_id = +f.line_id
LEFT JOIN dim_statement s ON s.statement_id = l.statement_id
LEFT JOIN dim_section h ON h.section_id = l.section_id
LEFT JOIN dim_concept k ON k.concept_id = f.concept_id
LEFT JOIN dim_member m ON m.member_id = +f.member_id
LEFT JOIN dim_basis b ON b.basis_id = +f.basis_id
LEFT JOIN dim_period p ON p.period_id = f.period_id
LEFT JOIN company_period y ON y.company_id = f.company_id AND y.period_id = f.period_id
LEFT JOIN dim_unit u ON u.unit_id = +f.unit_id
LEFT JOIN fact_source o ON o.fact_id = f.fact_id;
