-- The file explains itself. finwh fills this table from the comments of the schema when it makes a file.

-- Meaning, unit and nullability of every table, view and column.
CREATE TABLE data_dictionary (
  table_name TEXT NOT NULL,                     -- table or view
  column_name TEXT NOT NULL,                    -- column; '' = the table itself
  position INTEGER NOT NULL,                    -- place of the column, from 1; 0 = the table itself
  meaning TEXT NOT NULL,                        -- what it holds
  unit TEXT,                                    -- unit or notation of the values; NULL = none
  nullable INTEGER CHECK (nullable IN (0, 1)),  -- 1 = may be NULL, 0 = never; NULL = a table, or a column of a view
  PRIMARY KEY (table_name, column_name)
) STRICT, WITHOUT ROWID;
