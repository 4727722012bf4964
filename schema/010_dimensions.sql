-- The dimensions of the star: what a fact is about. A comment before a table, and behind a column, is its entry in the
-- data dictionary of the file (table data_dictionary); [brackets] at the end of a comment give the unit.
-- Keys: rows that belong to one release have the key release_id * 1000000 + their place in it (from 1), so that everything
-- of a release is one range of keys and needs no index of its own. The step is readable in decimal (3000042 is number 42 of
-- release 3) and leaves room for the largest release that the readers accept; a longer one is refused.
-- Key 0 is the member "unknown" or "none" of a dimension.

-- A company, with what its newest release says of it.
CREATE TABLE dim_company (
  company_id INTEGER PRIMARY KEY,  -- key; 0 = the release does not say whose it is
  name TEXT NOT NULL,              -- the company's name as its newest release prints it
  ticker TEXT,                     -- ticker symbol; NULL = not printed
  exchange TEXT,                   -- exchange of the ticker; NULL = not printed
  cik TEXT,                        -- SEC central index key, digits without leading zeros; NULL = not printed
  fiscal_year_end TEXT             -- last day of the fiscal year; NULL = not known [MM-DD]
) STRICT;

INSERT INTO dim_company (company_id, name) VALUES (0, 'unknown');
CREATE INDEX dim_company_name ON dim_company (name);
CREATE INDEX dim_company_ticker ON dim_company (ticker);

-- One release as loaded: a file, with what it says of itself. The same bytes are stored once; other bytes of the same
-- release are a new version, and both stay.
CREATE TABLE dim_release (
  release_id INTEGER PRIMARY KEY,                           -- key, in the order of loading, from 1
  company_id INTEGER NOT NULL REFERENCES dim_company,       -- whose release it is
  title TEXT,                                               -- headline; NULL = none found
  published_on TEXT,                                        -- publication date; NULL = not known [YYYY-MM-DD]
  fiscal_year INTEGER,                                      -- fiscal year that the release reports on; NULL = not known [year]
  fiscal_quarter INTEGER CHECK (fiscal_quarter BETWEEN 1 AND 4),  -- fiscal quarter, 1 to 4 (a year's release has 4); NULL = not known
  period_end TEXT,                                          -- last day of the period that the release reports on; NULL = not known [YYYY-MM-DD]
  version INTEGER NOT NULL CHECK (version >= 1),            -- 1, or one more than the release that this one supersedes
  supersedes INTEGER REFERENCES dim_release,                -- the version before this one; NULL = this is the first
  recency INTEGER NOT NULL,                                 -- sorts a company's releases: YYYYMMDD * 1000 + version, by publication or else period end
  source_file TEXT NOT NULL,                                -- path as given to load; - is standard input
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),  -- hash of the file's bytes, lower-case hex
  format TEXT NOT NULL,                                     -- markdown, html, text or submission
  bytes INTEGER NOT NULL,                                   -- size of the file [bytes]
  company_name TEXT,                                        -- the company's name as this release prints it; NULL = not printed
  ticker TEXT,                                              -- ticker in this release; NULL = not printed
  exchange TEXT,                                            -- exchange in this release; NULL = not printed
  cik TEXT,                                                 -- SEC central index key in this release; NULL = not printed
  fiscal_year_end TEXT,                                     -- last day of the fiscal year by this release; NULL = not known [MM-DD]
  tables INTEGER NOT NULL,                                  -- tables with figures [count]
  facts INTEGER NOT NULL,                                   -- facts, nils included [count]
  nils INTEGER NOT NULL,                                    -- facts that are a dash [count]
  loaded_at TEXT NOT NULL,                                  -- when it was loaded, UTC [YYYY-MM-DD HH:MM:SS]
  finwh_version TEXT NOT NULL                               -- version of finwh that loaded it
) STRICT;

CREATE INDEX dim_release_period ON dim_release (company_id, fiscal_year, fiscal_quarter);
CREATE INDEX dim_release_file ON dim_release (source_file);

-- The kinds of statement that a table can be.
CREATE TABLE dim_statement (
  statement_id INTEGER PRIMARY KEY,  -- key
  statement TEXT NOT NULL UNIQUE,    -- code of the statement
  meaning TEXT NOT NULL              -- what tables of this kind hold
) STRICT;

INSERT INTO dim_statement (statement_id, statement, meaning) VALUES
  (0, 'other', 'A table of figures that is none of the others'),
  (1, 'income_statement', 'Revenue, costs and income of a period'),
  (2, 'comprehensive_income', 'Net income and the other comprehensive income beside it'),
  (3, 'balance_sheet', 'Assets, liabilities and equity at a date'),
  (4, 'cash_flow', 'Cash from operating, investing and financing activities'),
  (5, 'equity', 'Changes in equity'),
  (6, 'segment', 'Results by operating segment'),
  (7, 'revenue', 'Revenue by product, geography or customer'),
  (8, 'stock_compensation', 'Share-based compensation by function'),
  (9, 'non_gaap_reconciliation', 'From figures by the accounting standards to adjusted ones'),
  (10, 'cash_and_investments', 'Cash, equivalents and investments by kind'),
  (11, 'highlights', 'Chosen figures of several statements'),
  (12, 'guidance', 'Figures the company expects'),
  (13, 'operating_metrics', 'Figures that are not money: customers, stores, volumes');

-- One table of one release, with the counts that account for each of its numbers.
CREATE TABLE dim_table (
  table_id INTEGER PRIMARY KEY,                            -- key: release_id * 1000000 + its place in the release
  release_id INTEGER NOT NULL REFERENCES dim_release,      -- the release it stands in
  table_no INTEGER NOT NULL,                               -- its place in the release, from 1
  title TEXT NOT NULL,                                     -- title without the company's name and the scale clause; '' = none
  statement_id INTEGER NOT NULL REFERENCES dim_statement,  -- which statement it is
  scale_clause TEXT,                                       -- the clause that gives the scale, as printed; NULL = none
  money_exponent INTEGER NOT NULL,                         -- power of ten of its money amounts by the clause: 3 = thousands
  share_exponent INTEGER NOT NULL,                         -- power of ten of its share counts by the clause
  currency TEXT,                                           -- ISO code of its money amounts; NULL = not known
  audited INTEGER CHECK (audited IN (0, 1)),               -- 1 = audited, 0 = unaudited, as the table says; NULL = it does not say
  columns INTEGER NOT NULL,                                -- printed columns, the label's included [count]
  source_offset INTEGER NOT NULL,                          -- where it begins in the file, from 0 [bytes]
  source_length INTEGER NOT NULL,                          -- its length in the file [bytes]
  source_line INTEGER NOT NULL,                            -- its first line in the file, from 1 [line]
  numeric_cells INTEGER NOT NULL,                          -- cells that look like a number [count]
  fact_cells INTEGER NOT NULL,                             -- of these: became facts [count]
  header_cells INTEGER NOT NULL,                           -- of these: part of a column header [count]
  label_cells INTEGER NOT NULL,                            -- of these: part of a label [count]
  mark_cells INTEGER NOT NULL,                             -- of these: note marks [count]
  problem_cells INTEGER NOT NULL                           -- of these: recorded as problems [count]
) STRICT;

-- The headings above a line, as a tree shared by all companies.
CREATE TABLE dim_section (
  section_id INTEGER PRIMARY KEY,            -- key; 0 = no heading above
  parent_id INTEGER REFERENCES dim_section,  -- the heading around this one; NULL for key 0 only
  heading TEXT NOT NULL,                     -- the innermost heading, without trailing colon
  section_path TEXT NOT NULL,                -- all headings joined with ' > ', outermost first; '' = none
  UNIQUE (parent_id, heading)
) STRICT;

INSERT INTO dim_section (section_id, parent_id, heading, section_path) VALUES (0, NULL, '', '');

-- A company's own line item, the same over all its releases.
CREATE TABLE dim_line (
  line_id INTEGER PRIMARY KEY,                             -- key
  company_id INTEGER NOT NULL REFERENCES dim_company,      -- whose line it is
  statement_id INTEGER NOT NULL REFERENCES dim_statement,  -- the statement it stands in
  section_id INTEGER NOT NULL REFERENCES dim_section,      -- the headings above it
  label TEXT NOT NULL,                                     -- label as printed, without note marks; '' = an unlabelled total
  UNIQUE (company_id, statement_id, section_id, label)
) STRICT;

-- The standard vocabulary that makes companies comparable.
CREATE TABLE dim_concept (
  concept_id INTEGER PRIMARY KEY,                       -- key
  concept TEXT NOT NULL UNIQUE,                         -- name of the concept: the us-gaap element where there is one
  balance TEXT CHECK (balance IN ('debit', 'credit')),  -- side of the ledger: debit or credit; NULL = neither or not known
  period_type TEXT CHECK (period_type IN ('instant', 'duration')),  -- instant or duration; NULL = not known
  unit_kind TEXT,                                       -- what it is measured in: monetary, perShare, shares or pure; NULL = not known
  label TEXT                                            -- the concept in plain words; NULL = not known
) STRICT;

-- What a figure is broken down by, where a column or heading names it.
CREATE TABLE dim_member (
  member_id INTEGER PRIMARY KEY,  -- key; 0 = not broken down
  axis TEXT NOT NULL,             -- kind of breakdown: segment, product, geography, expense_function, counterparty, measure, other; '' = none
  member TEXT NOT NULL,           -- name of the part as printed; '' = the whole
  UNIQUE (axis, member)
) STRICT;

INSERT INTO dim_member (member_id, axis, member) VALUES (0, '', '');

-- A moment or a span of days that figures are for.
CREATE TABLE dim_period (
  period_id INTEGER PRIMARY KEY,  -- key; 0 = unknown
  period_kind TEXT NOT NULL CHECK (period_kind = 'unknown' OR period_kind = 'instant' OR period_kind = 'duration'),  -- instant, duration or unknown
  period_start TEXT,              -- first day of a duration; NULL = an instant, or not known [YYYY-MM-DD]
  period_end TEXT,                -- the day of an instant, or the last day of a duration; NULL = not known [YYYY-MM-DD]
  months INTEGER NOT NULL         -- length of a duration; 0 = not known, or an instant [months]
) STRICT;

INSERT INTO dim_period (period_id, period_kind, months) VALUES (0, 'unknown', 0);
CREATE UNIQUE INDEX dim_period_key ON dim_period (period_end, ifnull(period_start, ''), period_kind, months);

-- What a company calls a period in its own fiscal calendar, worked out from the fiscal quarter of its releases.
CREATE TABLE company_period (
  company_id INTEGER NOT NULL REFERENCES dim_company,  -- whose calendar
  period_id INTEGER NOT NULL REFERENCES dim_period,    -- the period
  fiscal_year INTEGER NOT NULL,                        -- fiscal year in which the period ends [year]
  fiscal_quarter INTEGER NOT NULL CHECK (fiscal_quarter BETWEEN 1 AND 4),  -- fiscal quarter in which the period ends, 1 to 4
  fiscal_label TEXT NOT NULL,                          -- 2007Q1 (three months, or the date that ends them), 2007H1, 2007M9, 2007FY; other lengths as 2007Q1-12M
  quarters_away INTEGER NOT NULL,                      -- distance to the period of the release that it was worked out from; the nearest release decides [quarters]
  PRIMARY KEY (company_id, period_id)
) STRICT, WITHOUT ROWID;

-- Units of measure.
CREATE TABLE dim_unit (
  unit_id INTEGER PRIMARY KEY,  -- key; 0 = unknown
  unit TEXT NOT NULL UNIQUE,    -- code: USD, USD/share, shares, percent, points, bps, ratio, count, or the unit's printed name
  unit_kind TEXT NOT NULL,      -- money, per_share, shares, percent, points, bps, ratio, count, rate (a unit per another), other, unknown
  currency TEXT                 -- ISO code of the currency in it; NULL = none
) STRICT;

INSERT INTO dim_unit (unit_id, unit, unit_kind) VALUES (0, 'unknown', 'unknown');

-- By which rules a figure is stated.
CREATE TABLE dim_basis (
  basis_id INTEGER PRIMARY KEY,  -- key; 0 = unknown
  basis TEXT NOT NULL UNIQUE,    -- code of the basis
  meaning TEXT NOT NULL          -- what the code says
) STRICT;

INSERT INTO dim_basis (basis_id, basis, meaning) VALUES
  (0, 'unknown', 'The release does not say'),
  (1, 'gaap', 'As reported under the accounting standards'),
  (2, 'adjustment', 'A step between a GAAP figure and its non-GAAP counterpart'),
  (3, 'non_gaap', 'Adjusted by the company'),
  (4, 'guidance', 'Expected by the company'),
  (5, 'metric', 'An operating measure that no accounting standard defines');

-- A release's lettered or numbered notes.
CREATE TABLE dim_note (
  note_id INTEGER PRIMARY KEY,                         -- key: release_id * 1000000 + its place in the release
  release_id INTEGER NOT NULL REFERENCES dim_release,  -- the release it stands in
  table_id INTEGER REFERENCES dim_table,               -- the table it stands under; NULL = it holds for the whole release
  mark TEXT NOT NULL,                                  -- its mark: A, 1, *
  title TEXT,                                          -- its title; NULL = none
  text TEXT NOT NULL,                                  -- its text
  source_offset INTEGER NOT NULL,                      -- where it begins in the file, from 0 [bytes]
  source_length INTEGER NOT NULL,                      -- its length in the file [bytes]
  source_line INTEGER NOT NULL                         -- its first line in the file, from 1 [line]
) STRICT;

-- Which rules inferred what a cell does not print itself.
CREATE TABLE dim_inference (
  inference_id INTEGER PRIMARY KEY,  -- key; 0 = everything printed
  period_rule TEXT NOT NULL,         -- rule that found the period; '' = printed
  unit_rule TEXT NOT NULL,           -- rule that found the unit; '' = printed
  scale_rule TEXT NOT NULL,          -- rule that found the scale; '' = printed
  UNIQUE (period_rule, unit_rule, scale_rule)
) STRICT;

INSERT INTO dim_inference (inference_id, period_rule, unit_rule, scale_rule) VALUES (0, '', '', '');
