#include <doctest/doctest.h>

#include <filesystem>

#include "support/fresh_folder.h"
#include "support/release_builder.h"
#include "support/release_dump.h"
#include "support/sql.h"
#include "warehouse/warehouse.h"

using namespace finwh;
using namespace finwh::test;

namespace {

struct Fixture {
  FreshFolder folder;
  std::string path = (folder.path() / "w.db").string();
};

// The content of the whole file without keys that depend on the order of loading.
std::string content_of(const std::string& path) {
  return ask(path,
             "SELECT source_file, company, ticker, cik, table_no, statement, section_path, label, concept, member, basis, period_kind, "
             "period_start, period_end, unit, value, typeof(value), nil, notes, raw, source_line FROM v_fact "
             "ORDER BY source_file, fact_id % 1000000") +
         ask(path, "SELECT name, ticker, exchange, cik, fiscal_year_end FROM dim_company ORDER BY name") +
         ask(path,
             "SELECT c.name, p.period_start, p.period_end, y.fiscal_label FROM company_period y JOIN dim_company c USING (company_id) "
             "JOIN dim_period p USING (period_id) ORDER BY 1, 3, 2");
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "store: a release comes back as it was stored") {
  const Release release = full_release();
  {
    Warehouse warehouse(path, Access::write);
    const auto outcome = warehouse.store(release, full_report());
    CHECK(outcome.release_id == 1);
    CHECK(!outcome.already_loaded);
    CHECK(first_difference(warehouse.read_release(1), release) == "");
  }
  Warehouse again(path, Access::read);
  CHECK(first_difference(again.read_release(1), release) == "");
  CHECK(again.release_ids() == std::vector<std::int64_t>{1});
  CHECK(ask(path, "PRAGMA integrity_check") == "ok");
  CHECK(ask(path, "PRAGMA foreign_key_check") == "");
}

TEST_CASE_FIXTURE(Fixture, "store: many releases of many sizes come back as they were stored") {
  Warehouse warehouse(path, Access::write);
  for (int i = 0; i < 20; ++i) warehouse.store(synthetic_release(i, i * 17), {});
  for (int i = 0; i < 20; ++i) CHECK(first_difference(warehouse.read_release(i + 1), synthetic_release(i, i * 17)) == "");
  CHECK(ask(path, "PRAGMA foreign_key_check") == "");
}

TEST_CASE_FIXTURE(Fixture, "store: after a batch the warehouse is one file") {
  {
    Warehouse warehouse(path, Access::write);
    for (int i = 0; i < 4; ++i) warehouse.store(synthetic_release(i, 100), {});
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) files += entry.exists() ? 1 : 0;
  CHECK(files == 1);
  CHECK(ask(path, "PRAGMA journal_mode") == "delete");
}

TEST_CASE_FIXTURE(Fixture, "store: nothing is made before a release is stored") {
  { Warehouse warehouse(path, Access::write); }
  CHECK(!std::filesystem::exists(path));
}

TEST_CASE_FIXTURE(Fixture, "store: the same bytes again change nothing") {
  Warehouse warehouse(path, Access::write);
  warehouse.store(full_release(), full_report());
  const std::string before = content_of(path) + ask(path, "SELECT loaded_at, version FROM dim_release");
  auto renamed = full_release();
  renamed.file.path = "elsewhere.txt";
  renamed.identity.company = "Other Name";
  const auto outcome = warehouse.store(renamed, {}, {"2031-01-01 00:00:00"});
  CHECK(outcome.already_loaded);
  CHECK(outcome.release_id == 1);
  CHECK(outcome.version == 1);
  CHECK(content_of(path) + ask(path, "SELECT loaded_at, version FROM dim_release") == before);
  CHECK(warehouse.find_release(full_release().file.sha256) == 1);
  CHECK(!warehouse.find_release(sha_of("never loaded")));
}

TEST_CASE_FIXTURE(Fixture, "store: other bytes of the same release are a new version, and both stay") {
  struct Row {
    const char* what;
    void (*change)(Release&);
    const char* outcome;  // version, superseded release
  };
  const Row rows[] = {
      {"same company and quarter, other path", [](Release& r) { r.file.path = "new.txt"; }, "2 1"},
      {"same path, quarter not known",
       [](Release& r) {
         r.identity.fiscal_quarter.reset();
         r.identity.fiscal_year.reset();
       },
       "2 1"},
      {"same path, company not known", [](Release& r) { r.identity = {}; }, "2 1"},
      {"same path, another quarter", [](Release& r) { r.identity.fiscal_quarter = 2; }, "1 -"},
      {"same path, another company",
       [](Release& r) {
         r.identity.company = "Other Works";
         r.identity.ticker = "OTHR";
       },
       "1 -"},
      {"another path, quarter not known",
       [](Release& r) {
         r.file.path = "new.txt";
         r.identity.fiscal_quarter.reset();
       },
       "1 -"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    FreshFolder fresh;
    Warehouse warehouse((fresh.path() / "w.db").string(), Access::write);
    const Release first = full_release();
    warehouse.store(first, {});
    Release second = full_release();
    second.file.sha256 = sha_of("other bytes");
    second.facts[0].value = Decimal(1201, 3);
    row.change(second);
    const auto outcome = warehouse.store(second, {});
    CHECK(std::to_string(outcome.version) + " " + (outcome.supersedes ? std::to_string(*outcome.supersedes) : "-") == row.outcome);
    CHECK(first_difference(warehouse.read_release(1), first) == "");
    CHECK(first_difference(warehouse.read_release(2), second) == "");
  }
}

TEST_CASE_FIXTURE(Fixture, "store: two releases from standard input are not versions of each other") {
  Warehouse warehouse(path, Access::write);
  for (const char* seed : {"one", "two"}) {
    Release release = full_release();
    release.file = {"-", sha_of(seed), "text", 1};
    release.identity = {};
    CHECK(warehouse.store(release, {}).version == 1);
  }
}

TEST_CASE_FIXTURE(Fixture, "store: the rows do not depend on the order of loading") {
  FreshFolder other_folder;
  const std::string other = (other_folder.path() / "w.db").string();
  std::vector<Release> releases;
  for (int i = 0; i < 16; ++i) {
    releases.push_back(synthetic_release(i, 70));
    if (i % 3 == 1) releases.back().identity.cik.clear();
    if (i % 3 == 2) releases.back().identity.company += " (New Name)";
  }
  {
    Warehouse forward(path, Access::write);
    for (const auto& release : releases) forward.store(release, {});
    Warehouse backward(other, Access::write);
    for (auto release = releases.rbegin(); release != releases.rend(); ++release) backward.store(*release, {});
  }
  CHECK(ask(path, "SELECT count(*) FROM dim_company") == "3");
  CHECK(content_of(path) == content_of(other));
}

TEST_CASE_FIXTURE(Fixture, "store: exact values keep their precision and integral ones are integers") {
  ReleaseBuilder b;
  b.table("T", Statement::other, 1).line("a", {"626,936"}).line("b", {"0.12"}, "USD/share").line("c", {"66.20"}, "percent");
  b.line("d", {"1.50"}).line("e", {"-"}).line("f", {"(0.1)"}, "ratio").line("g", {"0"});
  b.release.facts.push_back(b.release.facts.front());
  b.release.facts.back().value = Decimal(999999999999999999, 6);
  Warehouse warehouse(path, Access::write);
  warehouse.store(b.release, {});
  CHECK(ask(path, "SELECT coefficient, exponent, typeof(value), value FROM fact") ==
        "626936|3|integer|626936000\n12|-2|real|0.12\n6620|-2|real|66.2\n150|1|integer|1500\n~|~|null|~\n-1|-1|real|-0.1\n0|3|integer|0\n"
        "999999999999999999|6|real|1.0e+24");
}

TEST_CASE_FIXTURE(Fixture, "store: checks can run again in place of the earlier ones") {
  Warehouse warehouse(path, Access::write);
  warehouse.store(synthetic_release(0, 60), synthetic_report(synthetic_release(0, 60)));
  warehouse.store(full_release(), full_report());
  warehouse.store(synthetic_release(1, 60), synthetic_report(synthetic_release(1, 60)));
  const std::string others = "SELECT count(*) FROM v_check WHERE release_id <> 2";
  const std::string before = ask(path, others);
  const std::string own = ask(path, "SELECT * FROM v_check WHERE release_id = 2");
  warehouse.store_checks(2, {});
  CHECK(ask(path, "SELECT count(*) FROM v_check WHERE release_id = 2") == "0");
  CHECK(ask(path, "SELECT count(*) FROM v_claim") == "1");  // a release read back has no prose to find them in again
  warehouse.store_checks(2, full_report());
  CHECK(ask(path, "SELECT * FROM v_check WHERE release_id = 2") == own);
  CHECK(ask(path, others) == before);
  CHECK(ask(path, "PRAGMA foreign_key_check") == "");
  CHECK_THROWS_AS(warehouse.store_checks(9, {}), WarehouseError);
}

TEST_CASE_FIXTURE(Fixture, "store: a release that contradicts itself is refused whole") {
  Warehouse warehouse(path, Access::write);
  warehouse.store(synthetic_release(0, 60), {});
  const auto refuse = [&](auto change) {
    Release release = full_release();
    change(release);
    try {
      warehouse.store(release, {});
    } catch (const WarehouseError& error) {
      return error.code();
    }
    return std::string("stored");
  };
  CHECK(refuse([](Release& r) { r.facts[0].row = 99; }) == "database-internal");
  CHECK(refuse([](Release& r) { r.facts[0].table = -1; }) == "database-internal");
  CHECK(refuse([](Release& r) { r.tables[0].cells[0].row = 99; }) == "database-internal");
  CHECK(refuse([](Release& r) { r.walks[0].signs.pop_back(); }) == "database-internal");
  CHECK(refuse([](Release& r) { r.walks[0].signs[0] = 7; }) == "database-internal");
  CHECK(refuse([](Release& r) { r.notes[0].table = 7; }) == "database-internal");
  CHECK(refuse([](Release& r) { r.file.sha256 = "short"; }) == "database-internal");
  CHECK(ask(path, "SELECT count(*) FROM dim_release") == "1");
  CHECK(refuse([](Release&) {}) == "stored");
  CHECK(first_difference(warehouse.read_release(2), full_release()) == "");
}

TEST_CASE_FIXTURE(Fixture, "store: checks that point nowhere are refused with their release") {
  Warehouse warehouse(path, Access::write);
  warehouse.store(synthetic_release(0, 60), {});
  const auto refuse = [&](auto change) {
    CheckReport report = full_report();
    change(report);
    try {
      warehouse.store(full_release(), report);
    } catch (const WarehouseError& error) {
      return error.code();
    }
    return std::string("stored");
  };
  CHECK(refuse([](CheckReport& r) { r.checks[0].terms[0].fact = 9999; }) == "database-internal");
  CHECK(refuse([](CheckReport& r) { r.checks[0].terms[0].fact = -1; }) == "database-internal");
  CHECK(refuse([](CheckReport& r) { r.checks[0].table = 99; }) == "database-internal");
  CHECK(refuse([](CheckReport& r) { r.calculations[0].table = -1; }) == "database-internal");
  CHECK(refuse([](CheckReport& r) { r.claims[0].facts = {9999}; }) == "database-internal");
  CHECK(ask(path, "SELECT count(*) FROM dim_release") == "1");
  CHECK(refuse([](CheckReport&) {}) == "stored");
}

TEST_CASE_FIXTURE(Fixture, "store: two programs load by turns into one file") {
  Warehouse one(path, Access::write);
  one.store(synthetic_release(0, 90), {});
  Warehouse two(path, Access::write);
  for (int i = 1; i < 12; ++i) (i % 2 == 0 ? one : two).store(synthetic_release(i, 90), {});
  for (int i = 0; i < 12; ++i) CHECK(first_difference(one.read_release(i + 1), synthetic_release(i, 90)) == "");
  CHECK(ask(path, "SELECT count(*) FROM dim_company") == "3");
  one.close();
  two.close();
  CHECK(ask(path, "PRAGMA foreign_key_check") == "");
  CHECK(!std::filesystem::exists(path + "-wal"));
}
