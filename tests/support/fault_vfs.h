// A file system for SQLite on which something goes wrong at a chosen moment: before the n-th change of any file (a write, a
// truncation, a sync, a deletion) the process is killed, or that change and all later ones fail. It can also keep, in a second
// folder, what would be left of each file if the power failed: its content at its last sync.
#pragma once

#include <string>

namespace finwh::test {

enum class Fault { none, kill, disk_full, io_error };

struct FaultPlan {
  Fault fault = Fault::none;
  int at_change = 0;           // from 1
  std::string durable_folder;  // "" = keep none
};

// Makes it the file system of all databases that this process opens from now on, with changes counted from 0.
void install_fault_vfs(const FaultPlan& plan);
void uninstall_fault_vfs();
int changes_so_far();

}  // namespace finwh::test
