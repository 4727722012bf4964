# Sourced by samples/demo.sh, tests/run.sh and .ci/run: installs the Debian packages that are missing and builds a preset.

# What each step needs: the build's packages first, then those of the tests, then those of the presets with clang.
build_packages="g++ cmake ninja-build pkg-config libsqlitecpp-dev libsqlite3-dev libcli11-dev libfmt-dev nlohmann-json3-dev libxml2-dev libutf8proc-dev nettle-dev doctest-dev"
test_packages="sqlite3"
clang_packages="clang-14 clang-tidy-14 clang-format-14"

# install_packages NAME...: through apt, with sudo where not root; nothing when all are there.
install_packages() {
  local missing="" name
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0
  local as_root=""
  [ "$(id -u)" = 0 ] || as_root=sudo
  echo "installing:$missing" >&2
  # shellcheck disable=SC2086
  {
    $as_root apt-get update -qq &&
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
  } >"${TMPDIR:-/tmp}/finwh-apt.log" 2>&1 || {
    tail -20 "${TMPDIR:-/tmp}/finwh-apt.log" >&2
    echo "setup: the packages could not be installed:$missing" >&2
    return 1
  }
}

# build_preset NAME: configures and builds build/NAME, quietly unless it fails.
build_preset() {
  local log="build/$1.log"
  mkdir -p build
  echo "building: $1" >&2
  { cmake --preset "$1" && cmake --build --preset "$1"; } >"$log" 2>&1 || {
    grep -E -A5 'error|warning' "$log" | head -40 >&2 || true
    tail -5 "$log" >&2
    echo "setup: the build of preset $1 failed; see $log" >&2
    return 1
  }
}
