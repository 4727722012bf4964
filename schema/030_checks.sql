-- What was proven of the facts. These rows are worked out from the facts and replaced when the checks run again.

-- A sum found in a table: one row (or column) is the weighted sum of others wherever they stand.
CREATE TABLE calculation (
  calculation_id INTEGER PRIMARY KEY,              -- key: release_id * 1000000 + its place in the release
  table_id INTEGER NOT NULL REFERENCES dim_table,  -- the table
  direction TEXT NOT NULL CHECK (direction IN ('rows', 'columns')),  -- rows: total and parts are rows; columns: they are columns
  total INTEGER NOT NULL,                          -- row_no (or column_no) of the total
  unit_id INTEGER NOT NULL REFERENCES dim_unit,                      -- unit of the figures that it sums
  instances INTEGER NOT NULL,                      -- in how many columns (or rows) it was tried [count]
  holds INTEGER NOT NULL,                          -- in how many it holds exactly or within rounding [count]
  description TEXT                                 -- in words; NULL = no identity was tried on it
) STRICT;

-- The parts of a sum.
CREATE TABLE calculation_part (
  calculation_id INTEGER NOT NULL REFERENCES calculation,  -- the sum
  position INTEGER NOT NULL,                               -- place of the part, from 1
  part INTEGER NOT NULL,                                   -- row_no (or column_no) of the part
  weight INTEGER NOT NULL CHECK (weight IN (-1, 1)),       -- 1 = added, -1 = taken away
  PRIMARY KEY (calculation_id, position)
) STRICT, WITHOUT ROWID;

-- The rules by which identities are tried.
CREATE TABLE check_rule (
  rule TEXT PRIMARY KEY,  -- stable code; codes that begin with tie- compare two printings, the others are arithmetic
  meaning TEXT NOT NULL   -- what the rule says
) STRICT, WITHOUT ROWID;

-- One identity that was tried, with its outcome. The amounts were compared as exact decimals; here they are plain numbers.
CREATE TABLE check_result (
  check_id INTEGER PRIMARY KEY,                        -- key: release_id * 1000000 + its place in the release
  release_id INTEGER NOT NULL REFERENCES dim_release,  -- the release
  table_id INTEGER REFERENCES dim_table,               -- the table; NULL = across tables
  calculation_id INTEGER REFERENCES calculation,       -- the sum of which it is one column; NULL = none
  rule TEXT NOT NULL REFERENCES check_rule,                                    -- the rule
  description TEXT,                                    -- what is tried, in words; NULL = as the calculation says
  status TEXT NOT NULL CHECK (status = 'pass' OR status = 'rounding' OR status = 'fail' OR status = 'n/a'),  -- pass, rounding (within the printed precision), fail, n/a (a figure is nil or missing)
  expected ANY,                                        -- what the parts come to; NULL = not to be had
  found ANY,                                           -- what is printed; NULL = not to be had
  difference ANY,                                      -- found - expected; NULL = not to be had
  tolerance ANY,                                       -- largest difference that rounding of the printed figures explains; NULL = none worked out
  facts INTEGER NOT NULL,                              -- facts that take part [count]
  hint TEXT                                            -- of a failure: the smallest change of one figure that would explain it; NULL = none
) STRICT;

-- Serves the findings over the whole file; holds failures only.
CREATE INDEX check_result_fail ON check_result (release_id) WHERE status = 'fail';

-- The facts that take part in an identity.
CREATE TABLE check_fact (
  fact_id INTEGER NOT NULL REFERENCES fact,              -- the fact
  check_id INTEGER NOT NULL REFERENCES check_result,     -- the identity
  position INTEGER NOT NULL,                             -- place of the term, from 1
  weight INTEGER NOT NULL CHECK (weight BETWEEN -1 AND 1),  -- 1 or -1 on the expected side; 0 = the figure that is tested
  proves TEXT CHECK (proves = 'relation' OR proves = 'loose' OR proves = 'tie'),  -- relation: an identity that holds and would fail with another figure; loose: one that holds but might with another; tie: an equal printing; NULL = it did not hold, or the fact was counted
  PRIMARY KEY (fact_id, check_id, position)
) STRICT, WITHOUT ROWID;

-- A figure in the release's sentences.
CREATE TABLE claim (
  claim_id INTEGER PRIMARY KEY,                        -- key: release_id * 1000000 + its place in the release
  release_id INTEGER NOT NULL REFERENCES dim_release,  -- the release
  raw TEXT NOT NULL,                                   -- as printed
  coefficient INTEGER NOT NULL,                        -- exact value = coefficient * 10^exponent
  exponent INTEGER NOT NULL,                           -- power of ten
  value ANY NOT NULL,                                  -- the same as a number in base units: INTEGER when integral, else REAL [unit_id]
  unit_id INTEGER NOT NULL REFERENCES dim_unit,        -- its unit
  measure TEXT NOT NULL,                               -- what it speaks of, as far as the sentence says; '' = not known
  period_id INTEGER NOT NULL REFERENCES dim_period,    -- what period it is for
  compared_period_id INTEGER NOT NULL REFERENCES dim_period,    -- of a change: the period that it is measured from; 0 = none
  basis_id INTEGER NOT NULL REFERENCES dim_basis,      -- by which rules it is stated
  status TEXT NOT NULL CHECK (status = 'tied' OR status = 'contradicted' OR status = 'open'),  -- tied (borne out by facts), contradicted, open
  reason TEXT NOT NULL,                                -- how it was tied, or why it is open
  source_offset INTEGER NOT NULL,                      -- where it begins in the file, from 0 [bytes]
  source_length INTEGER NOT NULL,                      -- its length in the file [bytes]
  source_line INTEGER NOT NULL                         -- its line in the file, from 1 [line]
) STRICT;

-- The facts that bear out or contradict a claim.
CREATE TABLE claim_fact (
  claim_id INTEGER NOT NULL REFERENCES claim,  -- the claim
  position INTEGER NOT NULL,                   -- place of the fact, from 1
  fact_id INTEGER NOT NULL REFERENCES fact,    -- the fact
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
