#include "cli/interrupt.h"

#include <csignal>
#include <cstdlib>

#include "cli/command.h"

namespace finwh {
namespace {

std::atomic<bool> asked_to_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void on_interrupt(int) {
  if (asked_to_stop.exchange(true)) std::_Exit(static_cast<int>(ExitStatus::interrupted));
}

}  // namespace

void handle_signals() {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  std::signal(SIGPIPE, SIG_IGN);
}

const std::atomic<bool>& interrupted() { return asked_to_stop; }

}  // namespace finwh
