// The only place that opens files: a release's bytes, their hash, their text as UTF-8 and the format found in it. It knows
// nothing of tables.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/span.h"
#include "input/charset.h"
#include "input/format.h"

namespace finwh {

inline constexpr std::uint64_t kMaxSourceBytes = 256ULL << 20;

// A file that cannot be loaded at all. `code` is one of problem_codes(): input-missing, input-unreadable, input-empty,
// input-binary, input-too-large.
class InputError : public std::runtime_error {
 public:
  InputError(std::string code, const std::string& message, std::string path);
  const std::string& code() const { return code_; }
  const std::string& path() const { return path_; }

 private:
  std::string code_;
  std::string path_;
};

struct Source {
  std::string path;         // as given; "-" for standard input
  std::string sha256;       // of the file's bytes, lower-case hex
  std::uint64_t bytes = 0;  // of the file
  std::string text;         // UTF-8; the same bytes as in the file when that is UTF-8 without a byte order mark
  std::string charset;      // that the file was read in: "UTF-8", "WINDOWS-1252", ...
  Format format = Format::text;
  std::vector<Problem> problems;
  SourceOffsets offsets;

  // Readers speak of places in `text`; these are the places in the file.
  Span original(Span in_text) const { return offsets.original(text, in_text); }
};

// Reads a file, or standard input for "-". Throws InputError.
Source read_source(const std::string& path, std::uint64_t limit = kMaxSourceBytes);

// What read_source makes of bytes that are already at hand. Throws InputError for empty and for binary content.
Source source_from_bytes(std::string bytes, const std::string& path);

// Lower-case hex.
std::string sha256_hex(std::string_view bytes);

// Files as they are, folders as the releases in them (.md .markdown .htm .html .txt, at any depth, in the order of their
// paths). A path named twice appears once. Paths that do not exist stay in the list: read_source says what is wrong.
std::vector<std::string> list_inputs(const std::vector<std::string>& paths);

}  // namespace finwh
