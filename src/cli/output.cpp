#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "reports/errors.h"

namespace finwh {
namespace {

constexpr std::size_t kBuffer = 1 << 16;

OutputFormat chosen_format(const OutputOptions& options) {
  if (!options.format.empty()) {
    if (const auto format = output_format_from(options.format)) return *format;
    throw UsageError(fmt::format("there is no format '{}'; the formats are {}", options.format, output_format_names()));
  }
  return output_format_of_file(options.file).value_or(OutputFormat::table);
}

// A device or a pipe, or a name for an open file such as /dev/stdout: no other file may take its place.
bool is_written_in_place(const std::string& path, const std::filesystem::file_status& there) {
  return std::filesystem::exists(there) &&
         (!std::filesystem::is_regular_file(there) || path.starts_with("/dev/") || path.starts_with("/proc/"));
}

}  // namespace

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

void add_output_options(CLI::App& command, OutputOptions& options) {
  command.add_option("-O,--format", options.format, "Format of the result: " + output_format_names() + " (default table)")
      ->type_name("FORMAT");
  command.add_option("-o,--output", options.file, "Write the result to a file; its extension implies the format")->type_name("FILE");
}

Output::Output(const OutputOptions& options, WhenClosed when_closed)
    : format_(chosen_format(options)), when_closed_(when_closed), path_(options.file) {
  if (path_.empty()) return;
  std::error_code error;
  const auto there = std::filesystem::status(path_, error);
  if (std::filesystem::is_directory(there)) throw OutputError(path_, "is a folder; give a file");
  if (is_written_in_place(path_, there)) {
    descriptor_ = open(path_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  } else {
    if (std::filesystem::exists(there)) path_ = std::filesystem::canonical(path_, error).string();  // a link stays a link
    temporary_ = fmt::format("{}.{}.part", path_, getpid());
    descriptor_ = open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  }
  if (descriptor_ < 0) throw OutputError(options.file, fmt::format("cannot be written: {}", std::strerror(errno)));
}

Output::~Output() {
  if (path_.empty() || descriptor_ < 0) return;
  close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const auto written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE && when_closed_ == WhenClosed::go_on) break;
    if (written < 0 && errno == EPIPE) throw OutputClosed();
    if (written < 0)
      throw OutputError(path_.empty() ? "standard output" : path_, fmt::format("cannot be written: {}", std::strerror(errno)));
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

std::unique_ptr<RowWriter> Output::writer(Presentation presentation) {
  return make_row_writer(
      format_, std::move(presentation), [this](std::string_view text) { write(text); }, path_.empty() && is_terminal(1));
}

void Output::finish() {
  flush();
  if (path_.empty()) return;
  const bool written = fsync(descriptor_) == 0 || errno == EINVAL || errno == EROFS;
  const bool closed = close(descriptor_) == 0;
  descriptor_ = -1;
  if (written && closed && (temporary_.empty() || std::rename(temporary_.c_str(), path_.c_str()) == 0)) return;
  const std::string reason = std::strerror(errno);
  if (!temporary_.empty()) unlink(temporary_.c_str());
  throw OutputError(path_, "cannot be written: " + reason);
}

void write_result(const ResultSet& result, Output& output, Presentation presentation) {
  const auto writer = output.writer(std::move(presentation));
  writer->begin(result.columns);
  for (const auto& row : result.rows) writer->row(row);
  writer->end();
  output.finish();
}

}  // namespace finwh
