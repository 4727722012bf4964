#include "cli/read_file.h"

#include "cli/interrupt.h"
#include "document/reader.h"
#include "input/source.h"

namespace finwh {
namespace {

// The readers speak of places in the UTF-8 text; from here on places are those in the file.
void move_to_file(Document& document, const Source& source) {
  if (source.offsets.is_identity()) return;
  const auto move = [&](Span& span) {
    if (span.line > 0) span = source.original(span);
  };
  for (auto& problem : document.problems) move(problem.span);
  for (auto& block : document.blocks) {
    move(block.span);
    for (auto& row : block.table.rows) {
      move(row.span);
      for (auto& cell : row.cells) move(cell.span);
    }
  }
}

Source source_of(const std::string& path) {
  if (path != "-") return read_source(path);
  const WaitingForInput waiting;
  return read_source(path);
}

}  // namespace

ReadFile read_file(const std::string& path, const ReadOptions& options) {
  const Source source = source_of(path);
  Document document = read_document(source.text, source.format);
  move_to_file(document, source);
  document.problems.insert(document.problems.begin(), source.problems.begin(), source.problems.end());
  ReadFile read;
  read.release = read_release(document, {path, source.sha256, std::string(to_string(document.format)), source.bytes}, options);
  read.report = check_release(read.release);
  return read;
}

}  // namespace finwh
