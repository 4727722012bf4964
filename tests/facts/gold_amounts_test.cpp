// Amounts against cells that human readers labelled. The labelled releases are no part of the project; without them the
// test says that it was skipped.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "facts/amount.h"

namespace fs = std::filesystem;
using finwh::Decimal;

namespace {

using Cell = std::map<std::string, std::string>;

std::vector<Cell> gold_cells() {
  std::vector<Cell> cells;
  const fs::path folder = fs::path(FINWH_SHARED_DIR) / "gold";
  if (!fs::is_directory(folder)) return cells;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream in(entry.path());
    std::string line;
    std::getline(in, line);
    const auto names = finwh::split(line, '\t');
    while (std::getline(in, line)) {
      const auto fields = finwh::split(line, '\t');
      Cell cell;
      for (std::size_t i = 0; i < names.size() && i < fields.size(); ++i) cell[names[i]] = fields[i];
      cells.push_back(std::move(cell));
    }
  }
  return cells;
}

// Whether the value is what was printed, up to a power of ten that a clause decides.
bool same_digits(const Decimal& printed, const Decimal& value) {
  for (int power = -2; power <= 12; ++power)
    if (printed.scaled(power) == value) return true;
  return false;
}

bool agrees(const Cell& cell) {
  const auto amount = finwh::read_amount(cell.at("raw"));
  if (!amount) return false;
  if (cell.at("nil") == "1") return amount->nil;
  const auto value = Decimal::parse(cell.at("value"));
  if (!value || amount->nil) return false;
  return same_digits(amount->value, *value) || (amount->upper && same_digits(*amount->upper, *value));
}

}  // namespace

TEST_CASE("amount: the cells that readers labelled are read as they read them") {
  const auto cells = gold_cells();
  if (cells.empty()) {
    MESSAGE("skipped: no labelled cells at " << FINWH_SHARED_DIR << "/gold");
    return;
  }
  std::size_t agreeing = 0;
  for (const auto& cell : cells) {
    const bool right = agrees(cell);
    agreeing += right ? 1 : 0;
    const std::string place = cell.at("release") + ":" + cell.at("source_line") + " " + cell.at("raw") + " is " + cell.at("value");
    CHECK_MESSAGE(right, place);
  }
  MESSAGE("amounts of labelled cells read alike: " << agreeing << " of " << cells.size());
}
