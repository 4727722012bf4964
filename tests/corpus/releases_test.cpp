// The invariants, on the sample and on every real release at hand: conservation down to the source's cells, round trip through
// the warehouse, and the same result again.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/read_file.h"
#include "document/reader.h"
#include "input/source.h"
#include "support/fresh_folder.h"
#include "support/release_dump.h"
#include "tables/shape.h"
#include "tables/tables.h"
#include "warehouse/warehouse.h"

using namespace finwh;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> releases() {
  std::vector<std::string> paths = list_inputs({FINWH_SOURCE_DIR "/samples"});
  const std::string shared = FINWH_SHARED_DIR "/releases";
  if (!fs::exists(shared)) {
    MESSAGE("only the sample is checked: no real releases are here");
    return paths;
  }
  for (auto& path : list_inputs({shared}))
    if (path.find("MANIFEST") == std::string::npos) paths.push_back(path);
  return paths;
}

struct Bytes {
  std::uint64_t from, to;
};

bool covered(const std::vector<Bytes>& ranges, const Span& span) {
  auto after = std::upper_bound(ranges.begin(), ranges.end(), span.offset, [](std::uint64_t at, const Bytes& r) { return at < r.from; });
  while (after != ranges.begin()) {
    --after;
    if (after->to >= span.offset + span.length) return true;
    if (after->from + 200000 < span.offset) return false;
  }
  return false;
}

// Numeric-looking cells of the source that stand in no printed cell, no table passed over and no line of text.
std::string lost_cell(const std::string& path, const Release& release) {
  const auto source = read_source(path);
  const auto document = read_document(source.text, source.format);
  std::vector<Bytes> ranges;
  const auto add = [&](const Span& span) { ranges.push_back({span.offset, span.offset + span.length}); };
  for (const auto& table : release.tables)
    for (const auto& cell : table.cells) add(cell.source);
  for (const auto& table : release.skipped) add(table.source);
  std::vector<ContextLine> framed;  // layout around text: its lines are prose
  build_tables(document, &framed);
  for (const auto& line : framed) add(source.original(line.span));
  std::sort(ranges.begin(), ranges.end(), [](const Bytes& a, const Bytes& b) { return a.from < b.from; });
  for (const auto& block : document.blocks) {
    if (block.kind != BlockKind::table) continue;
    for (const auto& row : block.table.rows)
      for (const auto& cell : row.cells)
        if (looks_numeric(cell.text) && cell.span.length > 0 && !covered(ranges, source.original(cell.span))) return cell.text;
  }
  return "";
}

}  // namespace

TEST_CASE("releases: every number of the source is accounted for, and survives the warehouse") {
  const FreshFolder folder;
  Warehouse warehouse((folder.path() / "all.db").string(), Access::write);
  int facts = 0;
  for (const auto& path : releases()) {
    CAPTURE(path);
    const auto read = read_file(path, {});
    for (const auto& table : read.release.tables) {
      CAPTURE(table.title);
      CHECK(table.conservation.unexplained() == 0);
    }
    CHECK(lost_cell(path, read.release) == "");
    if (read.release.facts.empty()) continue;
    facts += static_cast<int>(read.release.facts.size());
    const auto stored = warehouse.store(read.release, read.report);
    CHECK(test::first_difference(read.release, warehouse.read_release(stored.release_id)) == "");
    CHECK(test::first_difference(read.release, read_file(path, {}).release) == "");
  }
  CHECK(facts >= 274);
  warehouse.close();
}
