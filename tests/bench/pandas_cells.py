#!/usr/bin/python3
"""What a user would otherwise write: pandas.read_html (lxml) and to_sql into SQLite, one row a cell, one transaction a file.

usage: pandas_cells.py DB FILE.htm ...
Prints the processor seconds and the wall seconds of the work, without the time to import pandas.
"""
import os
import sqlite3
import sys
import time
import warnings

import pandas

warnings.filterwarnings("ignore")
path, files = sys.argv[1], sys.argv[2:]
if os.path.exists(path):
    os.remove(path)
database = sqlite3.connect(path)
wall, processor = time.perf_counter(), time.process_time()
for file in files:
    try:
        tables = pandas.read_html(file, flavor="lxml")
    except ValueError:
        continue
    cells = [
        (file, t, r, c, str(value))
        for t, table in enumerate(tables)
        for r, row in enumerate(table.itertuples(index=False, name=None))
        for c, value in enumerate(row)
        if value is not None and value == value
    ]
    frame = pandas.DataFrame(cells, columns=["file", "table_no", "row_no", "column_no", "value"])
    frame.to_sql("cells", database, if_exists="append", index=False)
    database.commit()
print(f"{time.process_time() - processor:.3f} {time.perf_counter() - wall:.3f}")
