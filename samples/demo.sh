#!/usr/bin/env bash
# Builds finwh (installing what is missing), loads samples/ into a fresh warehouse and prints a few reports.
# usage: samples/demo.sh [DATABASE]     default: build/demo.db, made anew
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/setup.sh
# shellcheck disable=SC2086
install_packages $build_packages
build_preset release
finwh=build/release/finwh
db=${1:-build/demo.db}
[ $# -gt 0 ] || rm -f "$db"
"$finwh" load --db "$db" samples
for report in income-statement gaap-reconciliation highlights; do
  printf '\n$ finwh query %s\n' "$report"
  "$finwh" query --db "$db" "$report"
done
printf '\n$ finwh check\n'
"$finwh" check --db "$db"
