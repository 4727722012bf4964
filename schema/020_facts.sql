-- The facts, and the tables they were printed in.
-- A CHECK of three or more values is written without IN, for which SQLite would fill a temporary table at every row.

-- One numeric or nil cell of one table of one release.
CREATE TABLE fact (
  fact_id INTEGER PRIMARY KEY,                         -- key: release_id * 1000000 + its place in the release
  release_id INTEGER NOT NULL REFERENCES dim_release,  -- the release that prints it
  company_id INTEGER NOT NULL REFERENCES dim_company,  -- whose figure it is
  table_id INTEGER NOT NULL REFERENCES dim_table,      -- the table that prints it
  line_id INTEGER NOT NULL REFERENCES dim_line,        -- its line item
  concept_id INTEGER REFERENCES dim_concept,           -- its standard concept; NULL = not known
  member_id INTEGER NOT NULL REFERENCES dim_member,    -- what it is broken down by
  basis_id INTEGER NOT NULL REFERENCES dim_basis,      -- by which rules it is stated
  period_id INTEGER NOT NULL REFERENCES dim_period,    -- what period it is for
  unit_id INTEGER NOT NULL REFERENCES dim_unit,        -- its unit
  coefficient INTEGER,                                 -- exact value = coefficient * 10^exponent, with the printed precision; NULL = nil
  exponent INTEGER,                                    -- power of ten; NULL = nil
  value ANY,                                           -- the same as a number in base units: INTEGER when integral, else REAL; NULL = nil [unit_id]
  nil INTEGER NOT NULL CHECK (nil IN (0, 1)),          -- 1 = printed as a dash
  CHECK ((coefficient IS NULL) = nil AND (value IS NULL) = nil)
) STRICT;

-- Serves one concept over all companies without touching the facts.
CREATE INDEX fact_concept ON fact (concept_id, period_id, company_id, release_id, coefficient, exponent) WHERE concept_id IS NOT NULL;

-- Where a fact stood in its table and in the file, and how it was printed.
CREATE TABLE fact_source (
  fact_id INTEGER PRIMARY KEY REFERENCES fact,            -- the fact
  row_no INTEGER NOT NULL,                                -- row of the table, from 1
  column_no INTEGER NOT NULL,                             -- column of the table; 0 is the label's
  columns INTEGER,                                        -- columns that the cell covers; NULL = its cell is in table_cell (several facts in one cell) [count]
  raw TEXT NOT NULL,                                      -- the cell as printed
  notes TEXT,                                             -- note marks as printed, joined with '/'; NULL = none
  source_offset INTEGER NOT NULL,                         -- where the cell begins in the file, from 0 [bytes]
  source_length INTEGER NOT NULL,                         -- its length in the file [bytes]
  source_line INTEGER NOT NULL,                           -- its line in the file, from 1 [line]
  inference_id INTEGER NOT NULL REFERENCES dim_inference  -- rules that inferred what the cell does not print
) STRICT;

-- Which notes explain which facts.
CREATE TABLE fact_note (
  fact_id INTEGER NOT NULL REFERENCES fact,      -- the fact
  position INTEGER NOT NULL,                     -- place of the mark among the fact's marks, from 1
  note_id INTEGER NOT NULL REFERENCES dim_note,  -- the note
  PRIMARY KEY (fact_id, position)
) STRICT, WITHOUT ROWID;

-- Every row of every table in printed order, headings and headers too.
CREATE TABLE table_row (
  table_id INTEGER NOT NULL REFERENCES dim_table,      -- the table
  row_no INTEGER NOT NULL,                             -- place of the row, from 1
  kind TEXT NOT NULL,                                  -- title, header, heading, line, note or blank
  section_id INTEGER NOT NULL REFERENCES dim_section,  -- the headings above it
  depth INTEGER NOT NULL,                              -- indentation, from 0 [levels]
  total INTEGER NOT NULL CHECK (total IN (0, 1)),      -- 1 = it closes its section with a total
  ruled INTEGER NOT NULL CHECK (ruled IN (0, 1)),      -- 1 = a line is drawn over its figures
  first_fact_id INTEGER,                               -- first fact printed in it; NULL = it has none
  last_fact_id INTEGER,                                -- last fact printed in it; NULL = it has none
  label TEXT NOT NULL,                                 -- label as printed, marks and colon included; '' = none
  source_offset INTEGER NOT NULL,                      -- where it begins in the file, from 0 [bytes]
  source_length INTEGER NOT NULL,                      -- its length in the file [bytes]
  source_line INTEGER NOT NULL,                        -- its line in the file, from 1 [line]
  PRIMARY KEY (table_id, row_no)
) STRICT, WITHOUT ROWID;

-- Every non-empty cell that is not a fact's own (those are in fact_source): labels, headers, marks, texts.
CREATE TABLE table_cell (
  table_id INTEGER NOT NULL REFERENCES dim_table,  -- the table
  row_no INTEGER NOT NULL,                         -- row of the table, from 1
  column_no INTEGER NOT NULL,                      -- first column that it covers; 0 is the label's
  part INTEGER NOT NULL,                           -- 0; counts up when several cells stand in one place
  columns INTEGER NOT NULL,                        -- columns that it covers [count]
  role TEXT NOT NULL,                              -- label, header, mark, text or unread; value or nil for a cell shared by several facts
  text TEXT,                                       -- as printed; NULL = the row's label
  fact_id INTEGER REFERENCES fact,                 -- first fact in it; NULL = none
  source_offset INTEGER NOT NULL,                  -- where it begins in the file, from 0 [bytes]
  source_length INTEGER NOT NULL,                  -- its length in the file [bytes]
  source_line INTEGER NOT NULL,                    -- its line in the file, from 1 [line]
  PRIMARY KEY (table_id, row_no, column_no, part)
) STRICT, WITHOUT ROWID;

-- A walk from a GAAP line over its adjustments to the non-GAAP line, in one column of one table.
CREATE TABLE reconciliation (
  reconciliation_id INTEGER PRIMARY KEY,          -- key: release_id * 1000000 + its place in the release
  table_id INTEGER NOT NULL REFERENCES dim_table  -- the table
) STRICT;

-- The lines of a walk: the GAAP figure, each adjustment, the result.
CREATE TABLE reconciliation_line (
  reconciliation_id INTEGER NOT NULL REFERENCES reconciliation,  -- the walk
  step INTEGER NOT NULL,                             -- 0 = the GAAP figure, then the adjustments from 1, then the result
  role TEXT NOT NULL CHECK (role = 'gaap' OR role = 'adjustment' OR role = 'non_gaap'),  -- gaap, adjustment or non_gaap
  sign INTEGER NOT NULL CHECK (sign BETWEEN -1 AND 1),  -- 1 = added with its printed sign, -1 = taken away, 0 = the result
  fact_id INTEGER NOT NULL REFERENCES fact,          -- the figure
  PRIMARY KEY (reconciliation_id, step)
) STRICT, WITHOUT ROWID;

-- The codes of problems.
CREATE TABLE problem_code (
  code TEXT PRIMARY KEY,   -- stable code
  severity TEXT NOT NULL,  -- note, warning or error
  meaning TEXT NOT NULL    -- what it says
) STRICT, WITHOUT ROWID;

-- What a reader could not decide or found wrong in a release.
CREATE TABLE problem (
  problem_id INTEGER PRIMARY KEY,                      -- key: release_id * 1000000 + its place in the release
  release_id INTEGER NOT NULL REFERENCES dim_release,  -- the release
  table_no INTEGER,                                    -- the table, from 1; NULL = outside the tables
  code TEXT NOT NULL REFERENCES problem_code,          -- what kind of problem
  message TEXT NOT NULL,                               -- what and why, in one line
  excerpt TEXT NOT NULL,                               -- the text that it is about, shortened
  source_offset INTEGER NOT NULL,                      -- where it begins in the file, from 0 [bytes]
  source_length INTEGER NOT NULL,                      -- its length in the file [bytes]
  source_line INTEGER NOT NULL                         -- its line in the file, from 1; 0 = the whole release [line]
) STRICT;

-- Tables without financial figures that were passed over.
CREATE TABLE skipped_table (
  skipped_table_id INTEGER PRIMARY KEY,                -- key: release_id * 1000000 + its place in the release
  release_id INTEGER NOT NULL REFERENCES dim_release,  -- the release
  reason TEXT NOT NULL,                                -- why: contacts, layout, footnotes, ...
  excerpt TEXT NOT NULL,                               -- how it begins
  source_offset INTEGER NOT NULL,                      -- where it begins in the file, from 0 [bytes]
  source_length INTEGER NOT NULL,                      -- its length in the file [bytes]
  source_line INTEGER NOT NULL                         -- its first line in the file, from 1 [line]
) STRICT;
