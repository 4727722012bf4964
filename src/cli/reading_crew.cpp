#include "cli/reading_crew.h"

#include <algorithm>
#include <utility>

namespace finwh {

ReadingCrew::ReadingCrew(std::vector<std::string> paths, unsigned jobs, std::function<ReadFile(const std::string&)> read)
    : paths_(std::move(paths)), read_(std::move(read)), window_(std::size_t{std::max(jobs, 1U)} * 2), slots_(paths_.size()) {
  const auto crew = std::min<std::size_t>(std::max(jobs, 1U), paths_.size());
  if (crew < 2) return;  // next() reads by itself
  for (std::size_t i = 0; i < crew; ++i) threads_.emplace_back([this] { work(); });
}

ReadingCrew::~ReadingCrew() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
}

void ReadingCrew::work() {
  for (;;) {
    std::size_t mine = 0;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopping_ || taken_ == paths_.size() || taken_ < handed_ + window_; });
      if (stopping_ || taken_ == paths_.size()) return;
      mine = taken_++;
    }
    Slot result;
    try {
      result.read = read_(paths_[mine]);
    } catch (...) {
      result.error = std::current_exception();
    }
    {
      const std::lock_guard lock(mutex_);
      slots_[mine] = std::move(result);
      slots_[mine].done = true;
    }
    changed_.notify_all();
  }
}

ReadFile ReadingCrew::next() {
  if (threads_.empty()) return read_(paths_[handed_++]);
  Slot slot;
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return slots_[handed_].done; });
    slot = std::exchange(slots_[handed_], {});
    ++handed_;
  }
  changed_.notify_all();
  if (slot.error) std::rethrow_exception(slot.error);
  return std::move(*slot.read);
}

}  // namespace finwh
