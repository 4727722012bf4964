// How finwh ends when it is stopped from outside.
#include <doctest/doctest.h>

#include "base/text.h"
#include "support/fresh_folder.h"
#include "support/shell.h"

using namespace finwh;

namespace {

constexpr const char* kEndless = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) ";

}  // namespace

TEST_CASE("signals: Ctrl-C ends a query with one line and status 130") {
  const FreshFolder folder;
  make_small_warehouse((folder.path() / "finwh.db").string());
  const auto result = run_shell(
      "timeout --preserve-status -s INT 1 finwh sql \"" + std::string(kEndless) + "SELECT max(i) FROM n\"; echo $?", folder.path());
  CHECK(result.err == "finwh: interrupted\n");
  CHECK(result.out == "130\n");
}

TEST_CASE("signals: a reader that leaves early ends the work without a word") {
  const FreshFolder folder;
  make_small_warehouse((folder.path() / "finwh.db").string());
  const auto result =
      run_shell("finwh sql -O csv --max-rows 0 --timeout 60 \"" + std::string(kEndless) + "SELECT i FROM n\" | head -2", folder.path());
  CHECK(result.out == "i\r\n1\r\n");
  CHECK(result.err == "");
}

TEST_CASE("output: a file appears whole or not at all") {
  const FreshFolder folder;
  make_small_warehouse((folder.path() / "finwh.db").string());
  const auto late = run_shell(
      "echo old > out.csv; finwh sql --timeout 0.2 -o out.csv \"" + std::string(kEndless) + "SELECT max(i) FROM n\"; cat out.csv; ls",
      folder.path());
  CHECK(late.out == "old\nfinwh.db\nout.csv\n");
  CHECK(contains(late.err, "[sql-time-limit]"));
  const auto full = run_shell("finwh sql \"SELECT 1\" > /dev/full", folder.path());
  CHECK(full.status == 2);
  CHECK(contains(full.err, "standard output: cannot be written"));
}
