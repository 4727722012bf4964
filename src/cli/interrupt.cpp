#include "cli/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "cli/command.h"

namespace finwh {
namespace {

std::atomic<bool> asked_to_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);

std::atomic<int> waiting = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void on_interrupt(int) {
  if (!asked_to_stop.exchange(true) && waiting == 0) return;
  constexpr char kSaid[] = "finwh: interrupted\n";
  const auto written = ::write(2, kSaid, sizeof kSaid - 1);
  static_cast<void>(written);
  std::_Exit(static_cast<int>(ExitStatus::interrupted));
}

}  // namespace

void handle_signals() {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  std::signal(SIGPIPE, SIG_IGN);
}

WaitingForInput::WaitingForInput() { ++waiting; }
WaitingForInput::~WaitingForInput() { --waiting; }

const std::atomic<bool>& interrupted() { return asked_to_stop; }

}  // namespace finwh
