#include "support/fault_vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <memory>

namespace finwh::test {
namespace {

namespace fs = std::filesystem;

struct OpenFile {
  const sqlite3_io_methods* real = nullptr;
  std::string path;
};

FaultPlan plan;
int changes = 0;
sqlite3_vfs vfs;
sqlite3_vfs* real_vfs = nullptr;
std::map<sqlite3_file*, OpenFile> open_files;
// One changed table of methods for each of SQLite's own (they differ by kind of lock).
std::map<const sqlite3_io_methods*, std::unique_ptr<sqlite3_io_methods>> methods;

// SQLITE_OK, or what the change fails with.
int change() {
  ++changes;
  if (plan.fault == Fault::none || changes < plan.at_change) return SQLITE_OK;
  if (plan.fault == Fault::kill) ::kill(::getpid(), SIGKILL);
  return plan.fault == Fault::disk_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

fs::path durable(const std::string& path) { return fs::path(plan.durable_folder) / fs::path(path).filename(); }

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  if (const int code = change(); code != SQLITE_OK) return code;
  return open_files[file].real->xWrite(file, bytes, count, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (const int code = change(); code != SQLITE_OK) return code;
  return open_files[file].real->xTruncate(file, size);
}

int sync(sqlite3_file* file, int flags) {
  if (const int code = change(); code != SQLITE_OK) return code;
  const int code = open_files[file].real->xSync(file, flags);
  if (!plan.durable_folder.empty())
    fs::copy_file(open_files[file].path, durable(open_files[file].path), fs::copy_options::overwrite_existing);
  return code;
}

int close(sqlite3_file* file) {
  const int code = open_files[file].real->xClose(file);
  open_files.erase(file);
  return code;
}

int remove(sqlite3_vfs*, const char* path, int sync_folder) {
  if (const int code = change(); code != SQLITE_OK) return code;
  if (!plan.durable_folder.empty()) fs::remove(durable(path));
  return real_vfs->xDelete(real_vfs, path, sync_folder);
}

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  const int code = real_vfs->xOpen(real_vfs, path, file, flags, out_flags);
  if (code != SQLITE_OK || file->pMethods == nullptr) return code;
  auto& changed = methods[file->pMethods];
  if (!changed) {
    changed = std::make_unique<sqlite3_io_methods>(*file->pMethods);
    changed->xWrite = write;
    changed->xTruncate = truncate;
    changed->xSync = sync;
    changed->xClose = close;
  }
  open_files[file] = {file->pMethods, path == nullptr ? "" : path};
  file->pMethods = changed.get();
  return code;
}

}  // namespace

void install_fault_vfs(const FaultPlan& new_plan) {
  plan = new_plan;
  changes = 0;
  if (real_vfs != nullptr) return;
  real_vfs = sqlite3_vfs_find(nullptr);
  vfs = *real_vfs;
  vfs.zName = "fault";
  vfs.pNext = nullptr;
  vfs.xOpen = open;
  vfs.xDelete = remove;
  sqlite3_vfs_register(&vfs, 1);
}

void uninstall_fault_vfs() {
  if (real_vfs == nullptr) return;
  sqlite3_vfs_unregister(&vfs);
  sqlite3_vfs_register(real_vfs, 1);
  real_vfs = nullptr;
}

int changes_so_far() { return changes; }

}  // namespace finwh::test
