// Ctrl-C and a closed pipe. The first Ctrl-C asks the work to stop, so that a load undoes its open transaction and a query ends;
// the second ends the program at once, as does the first while it waits for standard input: what is stored is safe.
#pragma once

#include <atomic>

namespace finwh {

// SIGINT and SIGTERM set the flag; SIGPIPE is ignored, a write to a closed pipe fails instead.
void handle_signals();

const std::atomic<bool>& interrupted();

// While one of these lives, the program may be waiting for somebody to type.
class WaitingForInput {
 public:
  WaitingForInput();
  ~WaitingForInput();
  WaitingForInput(const WaitingForInput&) = delete;
  WaitingForInput& operator=(const WaitingForInput&) = delete;
};

}  // namespace finwh
