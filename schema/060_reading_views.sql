-- Views for reading and for the saved reports.

-- The releases, newest first within a company, with how much of each was read and proven.
CREATE VIEW v_release AS
SELECT
  r.release_id AS release_id,                                -- key of the release
  r.source_file AS source_file,                              -- path as given to load
  c.name AS company,                                         -- the company
  c.ticker AS ticker,                                        -- its ticker
  c.cik AS cik,                                              -- its SEC central index key
  r.title AS title,                                          -- headline
  r.published_on AS published_on,                            -- publication date [YYYY-MM-DD]
  r.fiscal_year AS fiscal_year,                              -- fiscal year that it reports on [year]
  r.fiscal_quarter AS fiscal_quarter,                        -- fiscal quarter that it reports on, 1 to 4
  r.fiscal_year || 'Q' || r.fiscal_quarter AS fiscal_label,  -- the two together: 2007Q1
  r.period_end AS period_end,                                -- last day of the period that it reports on [YYYY-MM-DD]
  r.version AS version,                                      -- 1, or higher for a later version of the same release
  r.supersedes AS supersedes,                                -- the version before
  NOT EXISTS (SELECT 1 FROM dim_release n WHERE n.company_id = r.company_id AND n.supersedes = r.release_id) AS current,  -- 1 = no later version is loaded
  r.recency AS recency,                                      -- sorts a company's releases from old to new
  r.format AS format,                                        -- markdown, html, text or submission
  r.bytes AS bytes,                                          -- size of the file [bytes]
  r.sha256 AS sha256,                                        -- hash of the file's bytes
  r.tables AS tables,                                        -- tables with figures [count]
  r.facts AS facts,                                          -- facts, nils included [count]
  r.nils AS nils,                                            -- facts that are a dash [count]
  (SELECT count(*) FROM problem x WHERE x.problem_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999) AS problems,  -- problems recorded [count]
  (SELECT count(*) FROM check_result x WHERE x.check_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999) AS checks,  -- identities tried [count]
  (SELECT count(*) FROM check_result x WHERE x.release_id = r.release_id AND x.status = 'fail') AS failed,  -- identities that do not hold [count]
  r.loaded_at AS loaded_at,                                  -- when it was loaded, UTC [YYYY-MM-DD HH:MM:SS]
  r.finwh_version AS finwh_version                           -- version of finwh that loaded it
FROM dim_release r
JOIN dim_company c ON c.company_id = r.company_id;

-- The tables of the releases, with the account of their numbers.
CREATE VIEW v_table AS
SELECT
  t.table_id AS table_id,              -- key of the table
  r.release_id AS release_id,          -- key of the release
  r.source_file AS source_file,        -- path as given to load
  c.name AS company,                   -- the company
  c.ticker AS ticker,                  -- its ticker
  t.table_no AS table_no,              -- its place in the release, from 1
  t.title AS table_title,              -- its title
  s.statement AS statement,            -- code of the statement
  t.scale_clause AS scale_clause,      -- the clause that gives the scale, as printed
  t.money_exponent AS money_exponent,  -- power of ten of its money amounts
  t.share_exponent AS share_exponent,  -- power of ten of its share counts
  t.currency AS currency,              -- currency of its money amounts
  t.audited AS audited,                -- 1 = audited, 0 = unaudited, as the table says
  (SELECT count(*) FROM table_row x WHERE x.table_id = t.table_id) AS rows,  -- printed rows [count]
  t.columns AS columns,                -- printed columns [count]
  t.numeric_cells AS numeric_cells,    -- cells that look like a number [count]
  t.fact_cells AS fact_cells,          -- of these: facts [count]
  t.header_cells AS header_cells,      -- of these: headers [count]
  t.label_cells AS label_cells,        -- of these: labels [count]
  t.mark_cells AS mark_cells,          -- of these: note marks [count]
  t.problem_cells AS problem_cells,    -- of these: problems [count]
  t.numeric_cells - t.fact_cells - t.header_cells - t.label_cells - t.mark_cells - t.problem_cells AS unexplained,  -- of these: none of the above; 0 when all is well [count]
  t.source_line AS source_line         -- its first line in the file, from 1 [line]
FROM dim_release r
JOIN dim_company c ON c.company_id = r.company_id
CROSS JOIN dim_table t ON t.table_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
LEFT JOIN dim_statement s ON s.statement_id = t.statement_id;

-- The statements as a reader knows them: headings and lines in printed order, one row a figure; a heading has one row
-- without a figure. Sort by release_id, table_no, row_no, column_no.
CREATE VIEW v_statement AS
SELECT
  r.release_id AS release_id,          -- key of the release
  r.source_file AS source_file,        -- path as given to load
  c.name AS company,                   -- the company
  c.ticker AS ticker,                  -- its ticker
  r.fiscal_year AS fiscal_year,        -- fiscal year that the release reports on [year]
  r.fiscal_quarter AS fiscal_quarter,  -- fiscal quarter that the release reports on, 1 to 4
  t.table_no AS table_no,              -- the table's place in the release, from 1
  t.title AS table_title,              -- its title
  c.name || coalesce(', published ' || r.published_on, '') || ', table ' || t.table_no || ' of ' || r.source_file AS source,  -- where the table is printed, in words
  s.statement AS statement,            -- code of the statement
  w.row_no AS row_no,                  -- row of the table, from 1
  w.kind AS kind,                      -- heading or line
  w.depth AS depth,                    -- indentation, from 0 [levels]
  w.label AS label,                    -- the row's label as printed
  h.section_path AS section_path,      -- headings above the row
  w.total AS total,                    -- 1 = the row closes its section with a total
  w.ruled AS ruled,                    -- 1 = a line is drawn over its figures
  o.column_no AS column_no,            -- column of the figure
  p.period_kind AS period_kind,        -- instant, duration or unknown
  p.period_start AS period_start,      -- first day of a duration [YYYY-MM-DD]
  p.period_end AS period_end,          -- day of an instant, last day of a duration [YYYY-MM-DD]
  p.months AS months,                  -- length of a duration; 0 = not known, or an instant [months]
  y.fiscal_label AS fiscal_label,      -- the company's name for the period: 2007Q1
  nullif(m.member, '') AS member,      -- member of the breakdown; NULL = not broken down
  b.basis AS basis,                    -- code of the basis
  u.unit AS unit,                      -- code of the unit
  CASE p.period_kind
    WHEN 'instant' THEN p.period_end
    WHEN 'duration' THEN iif(p.months > 0, p.months || ' months to ', coalesce(p.period_start || ' to ', 'to ')) || p.period_end
    WHEN 'unknown' THEN 'period unknown'
  END
    || iif(m.member <> '' AND instr(w.label || ' ' || h.section_path, m.member) = 0, ', ' || m.member, '')
    || iif(b.basis IN ('adjustment', 'non_gaap', 'guidance'), ', ' || replace(b.basis, '_', '-'), '')
    || iif(u.unit = 'percent', ', %', '') AS heading,  -- what a reader calls its column: period, member, basis and percent; NULL = a heading
  f.value AS value,                    -- value in base units; NULL = nil, or a heading [unit]
  f.exponent AS exponent,              -- power of ten of its last printed digit; NULL = nil, or a heading
  CASE WHEN f.exponent IS NULL OR f.exponent <= 0 THEN 0 WHEN u.unit_kind = 'money' AND t.money_exponent > 0 THEN t.money_exponent WHEN u.unit_kind = 'shares' AND t.share_exponent > 0 THEN t.share_exponent ELSE (f.exponent + 2) / 3 * 3 END AS scale,  -- power of ten that the figure is printed in: 3 = thousands
  f.nil AS nil,                        -- 1 = printed as a dash; NULL = a heading
  o.notes AS notes,                    -- note marks as printed (A/B)
  o.raw AS raw,                        -- the cell as printed
  f.fact_id AS fact_id,                -- key of the fact; NULL = a heading
  w.source_line AS source_line         -- line in the source, from 1 [line]
FROM dim_release r
JOIN dim_company c ON c.company_id = r.company_id
CROSS JOIN dim_table t ON t.table_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
CROSS JOIN table_row w ON w.table_id = t.table_id AND w.kind IN ('heading', 'line')
LEFT JOIN dim_statement s ON s.statement_id = t.statement_id
LEFT JOIN dim_section h ON h.section_id = w.section_id
LEFT JOIN fact f ON f.fact_id BETWEEN w.first_fact_id AND w.last_fact_id
LEFT JOIN fact_source o ON o.fact_id = f.fact_id AND o.row_no = w.row_no
LEFT JOIN dim_member m ON m.member_id = +f.member_id
LEFT JOIN dim_basis b ON b.basis_id = +f.basis_id
LEFT JOIN dim_unit u ON u.unit_id = +f.unit_id
LEFT JOIN dim_period p ON p.period_id = f.period_id
LEFT JOIN company_period y ON y.company_id = r.company_id AND y.period_id = f.period_id
WHERE f.fact_id IS NULL OR o.fact_id IS NOT NULL;

-- Every printed cell, to print a table again. Sort by table_id, row_no, column_no, part.
CREATE VIEW v_cell AS
SELECT
  x.table_id AS table_id,             -- key of the table
  x.row_no AS row_no,                 -- row of the table, from 1
  x.column_no AS column_no,           -- first column that it covers; 0 is the label's
  x.part AS part,                     -- counts up when several cells stand in one place
  x.columns AS columns,               -- columns that it covers [count]
  x.role AS role,                     -- label, header, value, nil, mark, text or unread
  coalesce(x.text, w.label) AS text,  -- as printed
  x.fact_id AS fact_id,               -- the fact in it; NULL = none
  x.source_offset AS source_offset,   -- where it begins in the file, from 0 [bytes]
  x.source_length AS source_length,   -- its length in the file [bytes]
  x.source_line AS source_line        -- its line in the file, from 1 [line]
FROM table_cell x
LEFT JOIN table_row w ON w.table_id = x.table_id AND w.row_no = x.row_no
UNION ALL
SELECT t.table_id, o.row_no, o.column_no, 0, o.columns, iif(f.nil, 'nil', 'value'), o.raw, f.fact_id, o.source_offset, o.source_length, o.source_line
FROM dim_table t
JOIN fact f ON f.table_id = t.table_id AND f.fact_id BETWEEN t.release_id * 1000000 AND t.release_id * 1000000 + 999999
JOIN fact_source o ON o.fact_id = f.fact_id AND o.columns IS NOT NULL;

-- What the readers could not decide or found wrong.
CREATE VIEW v_problem AS
SELECT
  x.problem_id AS problem_id,    -- key of the problem
  r.release_id AS release_id,    -- key of the release
  r.source_file AS source_file,  -- path as given to load
  c.name AS company,             -- the company
  c.ticker AS ticker,            -- its ticker
  x.table_no AS table_no,        -- the table, from 1; NULL = outside the tables
  k.severity AS severity,        -- note, warning or error
  x.code AS code,                -- what kind of problem
  x.message AS message,          -- what and why
  x.excerpt AS excerpt,          -- the text that it is about
  x.source_line AS source_line   -- its line in the file, from 1; 0 = the whole release [line]
FROM dim_release r
JOIN dim_company c ON c.company_id = r.company_id
CROSS JOIN problem x ON x.problem_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
LEFT JOIN problem_code k ON k.code = x.code;

-- The notes of the releases.
CREATE VIEW v_note AS
SELECT
  n.note_id AS note_id,          -- key of the note
  r.release_id AS release_id,    -- key of the release
  r.source_file AS source_file,  -- path as given to load
  c.name AS company,             -- the company
  c.ticker AS ticker,            -- its ticker
  t.table_no AS table_no,        -- the table it stands under, from 1; NULL = the whole release
  n.mark AS mark,                -- its mark
  n.title AS title,              -- its title
  n.text AS text,                -- its text
  (SELECT count(DISTINCT x.fact_id) FROM fact_note x
   WHERE x.fact_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999 AND x.note_id = n.note_id) AS facts,  -- facts that carry its mark [count]
  n.source_line AS source_line   -- its first line in the file, from 1 [line]
FROM dim_release r
JOIN dim_company c ON c.company_id = r.company_id
CROSS JOIN dim_note n ON n.note_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
LEFT JOIN dim_table t ON t.table_id = n.table_id;

-- The walks from GAAP to non-GAAP, one row a line of the walk. Sort by reconciliation_id, step.
CREATE VIEW v_reconciliation AS
SELECT
  w.reconciliation_id AS reconciliation_id,            -- key of the walk
  r.release_id AS release_id,                          -- key of the release
  r.source_file AS source_file,                        -- path as given to load
  c.name AS company,                                   -- the company
  c.ticker AS ticker,                                  -- its ticker
  r.fiscal_year AS fiscal_year,                        -- fiscal year that the release reports on [year]
  r.fiscal_quarter AS fiscal_quarter,                  -- fiscal quarter that the release reports on, 1 to 4
  t.table_no AS table_no,                              -- the table's place in the release, from 1
  t.title AS table_title,                              -- its title
  w.step AS step,                                      -- 0 = the GAAP line, then the adjustments from 1, then the result
  w.role AS role,                                      -- gaap, adjustment or non_gaap
  w.sign AS sign,                                      -- 1 = added with its printed sign, -1 = taken away; 0 = the result
  h.section_path AS section_path,                      -- headings above the line
  l.label AS label,                                    -- its label
  o.notes AS notes,                                    -- note marks as printed (A/B)
  k.concept AS concept,                                -- standard concept
  nullif(m.member, '') AS member,                      -- member of the breakdown; NULL = not broken down
  p.period_kind AS period_kind,                        -- instant, duration or unknown
  p.period_start AS period_start,                      -- first day of a duration [YYYY-MM-DD]
  p.period_end AS period_end,                          -- day of an instant, last day of a duration [YYYY-MM-DD]
  p.months AS months,                                  -- length of a duration; 0 = not known, or an instant [months]
  y.fiscal_label AS fiscal_label,                      -- the company's name for the period: 2007Q1
  u.unit AS unit,                                      -- code of the unit
  f.value AS value,                                    -- value as printed, in base units [unit]
  f.exponent AS exponent,              -- power of ten of its last printed digit; NULL = nil
  CASE WHEN f.exponent IS NULL OR f.exponent <= 0 THEN 0 WHEN u.unit_kind = 'money' AND t.money_exponent > 0 THEN t.money_exponent WHEN u.unit_kind = 'shares' AND t.share_exponent > 0 THEN t.share_exponent ELSE (f.exponent + 2) / 3 * 3 END AS scale,  -- power of ten that the figure is printed in: 3 = thousands
  iif(w.sign < 0, -f.value, f.value) AS signed_value,  -- value with the sign that it has in the walk [unit]
  o.raw AS raw,                                        -- the cell as printed
  o.source_line AS source_line,                        -- line in the source, from 1 [line]
  f.fact_id AS fact_id                                 -- key of the fact
FROM dim_release r
JOIN dim_company c ON c.company_id = r.company_id
CROSS JOIN reconciliation_line w ON w.reconciliation_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
LEFT JOIN fact f ON f.fact_id = w.fact_id
LEFT JOIN fact_source o ON o.fact_id = f.fact_id
LEFT JOIN dim_table t ON t.table_id = +f.table_id
LEFT JOIN dim_line l ON l.line_id = +f.line_id
LEFT JOIN dim_section h ON h.section_id = l.section_id
LEFT JOIN dim_concept k ON k.concept_id = f.concept_id
LEFT JOIN dim_member m ON m.member_id = +f.member_id
LEFT JOIN dim_period p ON p.period_id = f.period_id
LEFT JOIN company_period y ON y.company_id = r.company_id AND y.period_id = f.period_id
LEFT JOIN dim_unit u ON u.unit_id = +f.unit_id;

-- One line or concept over all periods and releases. Sort by company, statement, section_path, label, period_end, recency.
CREATE VIEW v_line_history AS
SELECT
  c.name AS company,               -- the company
  c.ticker AS ticker,              -- its ticker
  c.cik AS cik,                    -- its SEC central index key
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
  r.published_on AS published_on,  -- publication date of the release that prints it [YYYY-MM-DD]
  r.recency AS recency,            -- sorts a company's releases from old to new
  r.release_id AS release_id,      -- key of the release
  r.source_file AS source_file,    -- path as given to load
  t.table_no AS table_no,          -- the table's place in the release, from 1
  o.source_line AS source_line,    -- line in the source, from 1 [line]
  f.fact_id AS fact_id             -- key of the fact
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
LEFT JOIN company_period y ON y.company_id = f.company_id AND y.period_id = f.period_id
LEFT JOIN dim_unit u ON u.unit_id = +f.unit_id
LEFT JOIN fact_source o ON o.fact_id = f.fact_id;

-- Identities that do not hold, over the whole file: the releases' own discrepancies, or a misreading.
CREATE VIEW v_finding AS
SELECT
  k.check_id AS check_id,          -- key of the check
  r.release_id AS release_id,      -- key of the release
  r.source_file AS source_file,    -- path as given to load
  c.name AS company,               -- the company
  c.ticker AS ticker,              -- its ticker
  r.published_on AS published_on,  -- publication date of the release [YYYY-MM-DD]
  t.table_no AS table_no,          -- the table's place in the release, from 1; NULL = across tables
  t.title AS table_title,          -- its title
  k.rule AS rule,                  -- stable code of the rule
  coalesce(k.description, a.description, k.rule) AS description,  -- what was tried, in words
  k.expected AS expected,          -- what the parts come to
  k.found AS found,                -- what is printed
  k.difference AS difference,      -- found - expected
  k.tolerance AS tolerance,        -- largest difference that rounding explains
  k.hint AS hint                   -- the smallest change of one figure that would explain it; NULL = none found
FROM check_result k
JOIN dim_release r ON r.release_id = k.release_id
JOIN dim_company c ON c.company_id = r.company_id
LEFT JOIN dim_table t ON t.table_id = k.table_id
LEFT JOIN calculation a ON a.calculation_id = k.calculation_id
WHERE k.status = 'fail';

-- The terms of each identity. Sort by check_id, position.
CREATE VIEW v_check_fact AS
SELECT
  k.check_id AS check_id,      -- key of the check
  k.release_id AS release_id,  -- key of the release
  x.position AS position,      -- place of the term, from 1
  x.weight AS weight,          -- 1 or -1 on the expected side; 0 = the figure that is tested
  x.fact_id AS fact_id,        -- key of the fact
  l.label AS label,            -- its label
  f.value AS value,            -- its value in base units; NULL = nil
  o.raw AS raw                 -- the cell as printed
FROM check_result k
CROSS JOIN check_fact x ON x.fact_id BETWEEN k.release_id * 1000000 AND k.release_id * 1000000 + 999999 AND x.check_id = k.check_id
JOIN fact f ON f.fact_id = x.fact_id
JOIN dim_line l ON l.line_id = +f.line_id
JOIN fact_source o ON o.fact_id = f.fact_id;

-- The figures of the releases' sentences.
CREATE VIEW v_claim AS
SELECT
  m.claim_id AS claim_id,            -- key of the claim
  r.release_id AS release_id,        -- key of the release
  r.source_file AS source_file,      -- path as given to load
  c.name AS company,                 -- the company
  c.ticker AS ticker,                -- its ticker
  m.raw AS raw,                      -- as printed
  m.value AS value,                  -- value in base units [unit]
  u.unit AS unit,                    -- code of the unit
  nullif(m.measure, '') AS measure,  -- what it speaks of; NULL = not known
  nullif(b.basis, 'unknown') AS basis,  -- code of the basis; NULL = the sentence does not say
  nullif(p.period_kind, 'unknown') AS period_kind,  -- instant or duration; NULL = the sentence does not say
  p.period_start AS period_start,    -- first day of a duration [YYYY-MM-DD]
  p.period_end AS period_end,        -- day of an instant, last day of a duration [YYYY-MM-DD]
  q.period_end AS compared_end,  -- of a change: end of the period that it is measured from; NULL = none [YYYY-MM-DD]
  m.status AS status,                -- tied, contradicted or open
  m.reason AS reason,                -- how it was tied, or why it is open
  (SELECT count(*) FROM claim_fact x WHERE x.claim_id = m.claim_id) AS facts,  -- facts that bear it out or contradict it [count]
  m.source_line AS source_line       -- its line in the file, from 1 [line]
FROM dim_release r
JOIN dim_company c ON c.company_id = r.company_id
CROSS JOIN claim m ON m.claim_id BETWEEN r.release_id * 1000000 AND r.release_id * 1000000 + 999999
LEFT JOIN dim_unit u ON u.unit_id = m.unit_id
LEFT JOIN dim_basis b ON b.basis_id = m.basis_id
LEFT JOIN dim_period p ON p.period_id = m.period_id
LEFT JOIN dim_period q ON q.period_id = m.compared_period_id;
