#!/usr/bin/env bash
# How fast `finwh load` is, against pandas on the same HTML files in the same run: one thread, durable commits, by turns.
#
#     tests/bench/load_against_pandas.sh [FINWH] [FOLDER] [RUNS]
#
# FINWH: build/release/finwh; FOLDER: one with .htm files, ../shared/releases; RUNS: 5. Needs python3-pandas and python3-lxml
# (the Debian packages); says so and leaves when they, or the files, are missing. Not a test: its figures are those of the machine.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
finwh=${1:-$root/build/release/finwh}
folder=${2:-$root/../shared/releases}
runs=${3:-5}
python=/usr/bin/python3
"$python" -c 'import pandas, lxml' 2>/dev/null || { echo "skipped: needs python3-pandas and python3-lxml"; exit 0; }
shopt -s nullglob
files=("$folder"/*.htm "$folder"/*.html)
[ ${#files[@]} -gt 0 ] || { echo "skipped: no HTML files in $folder"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# "processor wall" in seconds
load() {
  local TIMEFORMAT='%U %S %R'
  rm -f "$work"/finwh.db*
  { time "$finwh" load -q --jobs 1 --db "$work/finwh.db" "${files[@]}" >"$work/out" 2>&1; } 2>&1 | awk '{ print $1 + $2, $3 }'
}

for ((run = 1; run <= runs; ++run)); do
  load
done >"$work/warm"  # the files are in memory for both
: >"$work/finwh"
: >"$work/pandas"
for ((run = 1; run <= runs; ++run)); do
  load >>"$work/finwh"
  "$python" "$root/tests/bench/pandas_cells.py" "$work/pandas.db" "${files[@]}" >>"$work/pandas"
done
bytes=$(cat "${files[@]}" | wc -c)
awk -v files=${#files[@]} -v bytes="$bytes" -v runs="$runs" '
  FNR == 1 { ++tool }
  { if (!(tool in cpu) || $1 < cpu[tool]) cpu[tool] = $1; if (!(tool in wall) || $2 < wall[tool]) wall[tool] = $2 }
  END {
    printf "%d files, %.1f MB, best of %d runs by turns\n", files, bytes / 1e6, runs
    printf "finwh load  %.3f s processor  %.3f s wall  %.1f MB/s\n", cpu[1], wall[1], bytes / 1e6 / wall[1]
    printf "pandas      %.3f s processor  %.3f s wall  %.1f MB/s\n", cpu[2], wall[2], bytes / 1e6 / wall[2]
    printf "ratio       %.1f processor  %.1f wall\n", cpu[2] / cpu[1], wall[2] / wall[1]
  }' "$work/finwh" "$work/pandas"
