// Whatever happens during a load, each release is in the warehouse whole or not at all.
#include <doctest/doctest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <optional>

#include "support/fault_vfs.h"
#include "support/fresh_folder.h"
#include "support/release_builder.h"
#include "support/release_dump.h"
#include "support/sql.h"
#include "warehouse/warehouse.h"

using namespace finwh;
using namespace finwh::test;

namespace fs = std::filesystem;

namespace {

constexpr int kFacts = 90;

// Folders in memory where there is such a place: these tests lose processes, not disks, and a disk's syncs would take most of
// their time.
struct InMemory {
  std::optional<std::string> before;
  InMemory() {
    if (const char* folder = ::getenv("TMPDIR")) before = folder;
    if (::access("/dev/shm", W_OK) == 0) ::setenv("TMPDIR", "/dev/shm", 1);
  }
  ~InMemory() {
    if (before)
      ::setenv("TMPDIR", before->c_str(), 1);
    else
      ::unsetenv("TMPDIR");
  }
};

// Loads releases first to last - 1, one more byte down the pipe for each that is stored.
void load(const std::string& path, int first, int last, int pipe) {
  Warehouse warehouse(path, Access::write);
  for (int i = first; i < last; ++i) {
    const Release release = synthetic_release(i, kFacts);
    warehouse.store(release, synthetic_report(release));
    if (pipe >= 0 && ::write(pipe, "x", 1) != 1) ::_exit(3);
  }
  warehouse.close();
}

struct Child {
  int stored = 0;  // releases that it said are stored
  bool killed = false;
};

// When to kill the child from outside: so many microseconds after it said that so many releases are stored.
struct Kill {
  int stored = 0;
  unsigned microseconds = 0;
};

// Runs work(pipe) in a process of its own.
Child run_child(const std::function<void(int)>& work, const std::optional<Kill>& kill = std::nullopt) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t pid = ::fork();
  REQUIRE(pid >= 0);
  if (pid == 0) {
    ::close(ends[0]);
    try {
      work(ends[1]);
    } catch (...) {
      ::_exit(2);
    }
    ::_exit(0);
  }
  ::close(ends[1]);
  Child child;
  char byte;
  if (kill) {
    while (child.stored < kill->stored && ::read(ends[0], &byte, 1) == 1) ++child.stored;
    ::usleep(kill->microseconds);
    ::kill(pid, SIGKILL);
  }
  while (::read(ends[0], &byte, 1) == 1) ++child.stored;
  ::close(ends[0]);
  int status = 0;
  ::waitpid(pid, &status, 0);
  child.killed = WIFSIGNALED(status);
  if (!child.killed) CHECK(WEXITSTATUS(status) == 0);
  return child;
}

// Every release in the file is whole, they are the first ones, and at least `said`; returns how many.
int require_whole(const std::string& path, int said) {
  if (!fs::exists(path) || fs::file_size(path) == 0) {
    CHECK(said == 0);
    return 0;
  }
  int count = 0;
  try {
    Warehouse warehouse(path, Access::read);
    const auto ids = warehouse.release_ids();
    for (const auto id : ids) {
      CHECK(id == count + 1);
      const bool recent = id + 8 > static_cast<std::int64_t>(ids.size());  // the others were read before
      if (recent) CHECK(first_difference(warehouse.read_release(id), synthetic_release(count, kFacts)) == "");
      ++count;
    }
    CHECK(ask(*warehouse.database(), "PRAGMA integrity_check") == "ok");
    CHECK(ask(*warehouse.database(), "PRAGMA foreign_key_check") == "");
    const auto rows = [&](const char* table) { return ask(*warehouse.database(), std::string("SELECT count(*) FROM ") + table); };
    CHECK(rows("fact") == rows("fact_source"));
    CHECK(rows("dim_release") == std::to_string(count));
  } catch (const WarehouseError& error) {
    // Before the schema was committed there is nothing to read.
    CHECK(error.code() == "database-not-found");
    CHECK(said == 0);
  }
  CHECK(count >= said);
  CHECK(count <= said + 1);
  return count;
}

}  // namespace

TEST_CASE_FIXTURE(InMemory, "durability: killed before any change of a file, a load leaves whole releases only") {
  int moments = 0;
  for (int moment = 1;; moment += 4) {
    CAPTURE(moment);
    FreshFolder folder;
    const std::string path = (folder.path() / "w.db").string();
    const Child child = run_child([&](int pipe) {
      install_fault_vfs({Fault::kill, moment, ""});
      load(path, 0, 4, pipe);
    });
    const int count = require_whole(path, child.stored);
    if (!child.killed) {
      CHECK(count == 4);
      break;
    }
    ++moments;
    // The next load goes on from there, and folds in what was left.
    load(path, count, 4, -1);
    CHECK(require_whole(path, 4) == 4);
    CHECK(!fs::exists(path + "-wal"));
    CHECK(!fs::exists(path + "-journal"));
  }
  CHECK(moments >= 50);
}

TEST_CASE_FIXTURE(InMemory, "durability: killed at any time, a load into a warehouse in use leaves whole releases only") {
  FreshFolder folder;
  const std::string path = (folder.path() / "w.db").string();
  load(path, 0, 1, -1);
  int count = 1;
  for (unsigned trial = 0; trial < 50; ++trial) {
    CAPTURE(trial);
    const Child child =
        run_child([&](int pipe) { load(path, count, count + 1000, pipe); }, Kill{static_cast<int>(trial % 3), 1 + trial * 397 % 6000});
    CHECK(child.killed);
    count = require_whole(path, count + child.stored);
  }
  CHECK(count >= 50);
}

TEST_CASE_FIXTURE(InMemory, "durability: a stored release survives the power failing") {
  for (int moment = 1;; moment += 7) {
    CAPTURE(moment);
    FreshFolder folder, durable;
    const Child child = run_child([&](int pipe) {
      install_fault_vfs({Fault::kill, moment, durable.path().string()});
      load((folder.path() / "w.db").string(), 0, 4, pipe);
    });
    require_whole((durable.path() / "w.db").string(), child.stored);
    if (!child.killed) break;
  }
}

TEST_CASE_FIXTURE(InMemory, "durability: a disk that fails at any change costs the release at hand and no other") {
  struct Row {
    Fault fault;
    const char* code;
  };
  for (const Row& row : {Row{Fault::disk_full, "database-full"}, Row{Fault::io_error, "database-io"}}) {
    CAPTURE(row.code);
    bool failed = true;
    for (int moment = 1; failed; moment += 7) {
      CAPTURE(moment);
      FreshFolder folder;
      const std::string path = (folder.path() / "w.db").string();
      const Child child = run_child([&](int pipe) {
        install_fault_vfs({row.fault, moment, ""});
        try {
          load(path, 0, 3, pipe);
        } catch (const WarehouseError& error) {
          if (error.code() != row.code) ::_exit(4);
        }
      });
      require_whole(path, child.stored);
      failed = child.stored < 3;
    }
  }
}
