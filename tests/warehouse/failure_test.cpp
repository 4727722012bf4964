// Files that cannot be a warehouse, or not now: each gives its code and one line, and nothing changes.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>

#include "support/fresh_folder.h"
#include "support/release_builder.h"
#include "support/release_dump.h"
#include "support/sql.h"
#include "warehouse/warehouse.h"

using namespace finwh;
using namespace finwh::test;

namespace fs = std::filesystem;

namespace {

struct Fixture {
  FreshFolder folder;
  std::string path = (folder.path() / "w.db").string();
};

// The code of the error, or "fine"; the message must be one line that does not repeat the path.
std::string code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const WarehouseError& error) {
    CAPTURE(error.what());
    CHECK(std::strlen(error.what()) > 10);
    CHECK(std::string(error.what()).find('\n') == std::string::npos);
    CHECK(std::string(error.what()).find(error.path()) == std::string::npos);
    bool listed = false;
    for (const auto& known : warehouse_error_codes()) listed = listed || known.code == error.code();
    CHECK(listed);
    return error.code();
  }
  return "fine";
}

std::string load_code(const std::string& path, int wait = 100) {
  return code_of([&] { Warehouse(path, Access::write, {wait}).store(full_release(), {}); });
}

std::string read_code(const std::string& path) {
  return code_of([&] { Warehouse(path, Access::read, {100}).read_release(1); });
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

TEST_CASE_FIXTURE(Fixture, "failures: what is not there") {
  CHECK(read_code(path) == "database-not-found");
  CHECK(read_code((folder.path() / "no" / "w.db").string()) == "database-not-found");
  CHECK(load_code((folder.path() / "no" / "w.db").string()) == "database-not-found");
  CHECK(fs::is_empty(folder.path()));
  CHECK(load_code(folder.path().string()) == "database-foreign");
  CHECK(read_code(folder.path().string()) == "database-foreign");
  CHECK(load_code(path) == "fine");
  CHECK(code_of([&] { Warehouse(path, Access::read).read_release(7); }) == "release-not-found");
  CHECK(code_of([&] { Warehouse(path, Access::read).store(full_release(), {}); }) == "database-readonly");
}

TEST_CASE_FIXTURE(Fixture, "failures: an empty file becomes a warehouse, and cannot be read before") {
  write_bytes(path, "");
  CHECK(read_code(path) == "database-not-found");
  CHECK(load_code(path) == "fine");
  CHECK(read_code(path) == "fine");
}

TEST_CASE_FIXTURE(Fixture, "failures: files of others stay as they are") {
  struct Row {
    const char* what;
    std::function<void(const std::string&)> make;
    const char* code;
  };
  const auto with_sql = [](const char* sql) {
    return [sql](const std::string& file) {
      SQLite::Database database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      database.exec(sql);
    };
  };
  const Row rows[] = {
      {"a text", [](const std::string& file) { write_bytes(file, std::string(5000, 'x')); }, "database-foreign"},
      {"a short text", [](const std::string& file) { write_bytes(file, "hello"); }, "database-foreign"},
      {"another program's database", with_sql("CREATE TABLE t (x)"), "database-foreign"},
      {"a later schema", with_sql("CREATE TABLE t (x); PRAGMA application_id = 1179209303; PRAGMA user_version = 99"), "database-newer"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    FreshFolder fresh;
    const std::string file = (fresh.path() / "w.db").string();
    row.make(file);
    const std::string before = bytes_of(file);
    CHECK(load_code(file) == row.code);
    CHECK(read_code(file) == row.code);
    CHECK(bytes_of(file) == before);
  }
}

TEST_CASE_FIXTURE(Fixture, "failures: damage is found, not built upon") {
  {
    Warehouse warehouse(path, Access::write);
    for (int i = 0; i < 6; ++i) warehouse.store(synthetic_release(i, 200), {});
  }
  const std::string good = bytes_of(path);
  int found = 0;
  for (std::size_t page = 1; page * 4096 < good.size(); page += 7) {
    CAPTURE(page);
    std::string bad = good;
    for (std::size_t i = 0; i < 4096; ++i) bad[page * 4096 + i] = static_cast<char>(i * 131 + page);
    write_bytes(path, bad);
    const auto code = code_of([&] {
      Warehouse warehouse(path, Access::read);
      for (int i = 1; i <= 6; ++i) warehouse.read_release(i);
    });
    // A damaged page of an index, or of a text, need not be met; it never gives another error.
    CHECK((code == "fine" || code == "database-corrupt" || code == "release-not-found"));
    found += code == "database-corrupt" ? 1 : 0;
  }
  CHECK(found > 5);
  write_bytes(path, good.substr(0, good.size() / 2));
  CHECK(read_code(path) == "database-corrupt");
  CHECK(load_code(path) == "database-corrupt");
  write_bytes(path, good);
  CHECK(read_code(path) == "fine");
}

TEST_CASE_FIXTURE(Fixture, "failures: a locked database is waited for, then left alone") {
  {
    Warehouse warehouse(path, Access::write);
    warehouse.store(synthetic_release(0, 60), {});
  }
  SQLite::Database other(path, SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  CHECK(load_code(path) == "database-locked");
  CHECK(read_code(path) == "fine");
  other.exec("COMMIT; BEGIN EXCLUSIVE");
  CHECK(load_code(path) == "database-locked");
  CHECK(read_code(path) == "database-locked");
  other.exec("COMMIT");
  CHECK(load_code(path) == "fine");
  CHECK(ask(path, "SELECT count(*) FROM dim_release") == "2");
}

TEST_CASE_FIXTURE(Fixture, "failures: a limit on the size of files loses the release at hand and no other") {
  {
    Warehouse warehouse(path, Access::write);
    warehouse.store(synthetic_release(0, 200), {});
  }
  const auto limited = [&](const std::string& file, rlim_t bytes) {
    const pid_t pid = ::fork();
    REQUIRE(pid >= 0);
    if (pid == 0) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{bytes, bytes};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      int stored = 0;
      std::string code = "fine";
      try {
        Warehouse warehouse(file, Access::write);
        for (int i = 1; i < 400; ++i, ++stored) warehouse.store(synthetic_release(i, 200), {});
      } catch (const WarehouseError& error) {
        code = error.code();
      }
      ::_exit(code == "database-full" ? std::min(stored, 100) : 101);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
  };
  CHECK(limited(path, fs::file_size(path)) == 0);
  CHECK(ask(path, "SELECT count(*) FROM dim_release") == "1");
  const int stored = limited(path, fs::file_size(path) + 500000);
  CHECK(stored > 0);
  CHECK(stored < 100);
  // What was stored when the space ran out may still lie in the log: the next writer with room folds it in.
  Warehouse warehouse(path, Access::read);
  CHECK(warehouse.release_ids().size() == static_cast<std::size_t>(stored) + 1);
  for (const auto id : warehouse.release_ids()) CHECK(warehouse.read_release(id).facts.size() > 100);
  CHECK(ask(*warehouse.database(), "PRAGMA integrity_check") == "ok");
  // A file that cannot even begin is not left behind.
  const std::string fresh = (folder.path() / "new.db").string();
  CHECK(limited(fresh, 20000) == 0);
  CHECK(!fs::exists(fresh));
}

TEST_CASE_FIXTURE(Fixture, "failures: a folder that cannot be written") {
  CHECK(load_code(path) == "fine");
  // Permissions do not bind root: a file system mounted read-only does.
  const std::string place = folder.path().string();
  const bool mounted = ::geteuid() == 0 && ::mount(place.c_str(), place.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
                       ::mount(nullptr, place.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
  if (!mounted && ::geteuid() == 0) {
    MESSAGE("skipped: root, and mounting is not allowed");
    return;
  }
  if (!mounted) fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  if (!mounted) fs::permissions(path, fs::perms::owner_read);
  CHECK(load_code(path) == "database-readonly");
  CHECK(load_code((folder.path() / "new.db").string()) == "database-readonly");
  CHECK(read_code(path) == "fine");
  if (mounted)
    ::umount(place.c_str());
  else
    fs::permissions(folder.path(), fs::perms::owner_all);
  CHECK(read_code(path) == "fine");
}
