// Where results go: standard output, a device, or a file that appears only when it is whole.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <stdexcept>
#include <string>

#include "reports/output_format.h"
#include "reports/row_writer.h"

namespace finwh {

// Nobody reads standard output any more (finwh sql ... | head): the work ends, silently.
class OutputClosed : public std::runtime_error {
 public:
  OutputClosed() : std::runtime_error("standard output is closed") {}
};

// A result could not be written.
class OutputError : public std::runtime_error {
 public:
  OutputError(std::string place, const std::string& message) : std::runtime_error(message), place_(std::move(place)) {}
  const std::string& place() const { return place_; }

 private:
  std::string place_;
};

struct OutputOptions {
  std::string format;  // -O; "" = by the file's extension, else table
  std::string file;    // -o; "" = standard output
};

void add_output_options(CLI::App& command, OutputOptions& options);

// What happens when nobody reads standard output any more.
enum class WhenClosed {
  stop,   // the output was the work: OutputClosed is thrown
  go_on,  // the work is elsewhere (releases to store, an exit status to find): what would be written is dropped
};

class Output {
 public:
  // Throws UsageError for a format that does not exist, OutputError when the file cannot be made.
  explicit Output(const OutputOptions& options, WhenClosed when_closed = WhenClosed::stop);
  ~Output();  // a file that was not finished is removed
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  OutputFormat format() const { return format_; }
  void write(std::string_view text);
  std::unique_ptr<RowWriter> writer(Presentation presentation = {});
  // Flushes; a file takes its name, replacing what was there.
  void finish();

 private:
  void flush();
  OutputFormat format_ = OutputFormat::table;
  WhenClosed when_closed_;
  std::string path_;       // "" = standard output
  std::string temporary_;  // beside it, until finish(); "" = the path is a device or a pipe
  int descriptor_ = 1;
  std::string buffer_;
};

// Writes a whole result and finishes the output.
void write_result(const ResultSet& result, Output& output, Presentation presentation = {});

bool is_terminal(int descriptor);

}  // namespace finwh
