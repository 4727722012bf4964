#!/usr/bin/env bash
# Builds finwh (installing what is missing), loads samples/ into a fresh warehouse and prints a few reports.
# usage: samples/demo.sh [DATABASE]     default: build/demo.db, made anew
# With FINWH=/path/to/finwh that binary is used and nothing is built.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${FINWH:-}" ]; then
  . .ci/setup.sh
  # shellcheck disable=SC2086
  install_packages $build_packages
  build_preset release
  FINWH=build/release/finwh
fi
db=${1:-build/demo.db}
if [ $# -eq 0 ]; then
  mkdir -p build
  rm -f "$db"
fi
"$FINWH" load --db "$db" samples
for report in highlights income-statement; do
  printf '\n--- finwh query %s\n' "$report"
  "$FINWH" query --db "$db" "$report"
done
printf '\n--- finwh check\n'
"$FINWH" check --db "$db"
