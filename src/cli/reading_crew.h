// Reads files with several threads and hands the results over in the order of the files, so that what is stored does not depend
// on the number of threads. At most a few results wait at a time.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/read_file.h"

namespace finwh {

class ReadingCrew {
 public:
  // `read` is called from several threads at once.
  ReadingCrew(std::vector<std::string> paths, unsigned jobs, std::function<ReadFile(const std::string&)> read);
  ~ReadingCrew();  // stops after the files that are being read
  ReadingCrew(const ReadingCrew&) = delete;
  ReadingCrew& operator=(const ReadingCrew&) = delete;

  // The result for the next file, or what its reading threw. Called once for each path, by one thread.
  ReadFile next();

 private:
  struct Slot {
    std::optional<ReadFile> read;
    std::exception_ptr error;
    bool done = false;
  };

  void work();

  std::vector<std::string> paths_;
  std::function<ReadFile(const std::string&)> read_;
  std::size_t window_;
  std::vector<Slot> slots_;
  std::size_t taken_ = 0;   // files given to a thread
  std::size_t handed_ = 0;  // results handed over
  bool stopping_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::jthread> threads_;
};

}  // namespace finwh
