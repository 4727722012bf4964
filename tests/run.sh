#!/usr/bin/env bash
# Builds finwh (installing what is missing) and runs all tests.
# usage: tests/run.sh [PRESET...]     default: release; others: debug, asan
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/setup.sh
# shellcheck disable=SC2086
install_packages $build_packages $test_packages
for preset in "${@:-release}"; do
  build_preset "$preset"
  ctest --preset "$preset"
done
