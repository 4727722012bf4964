#include "facts/not_financial.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "facts/phrase_index.h"
#include "facts/vocabulary.h"

namespace finwh {
namespace {

constexpr std::size_t kLongNote = 40;        // bytes: a footnote's text is longer, a line's label may be, too
constexpr std::size_t kLegendText = 60;      // a legend's text is shorter: "NM | Not meaningful"
constexpr std::size_t kMostWithFigures = 4;  // figures that contacts, calls and forms may hold

struct Phrases {
  PhraseIndex index;
  std::vector<std::string_view> reasons;  // by number of insertion
};

const Phrases& phrases() {
  static const auto all = [] {
    Phrases found;
    for (const auto& row : read_vocabulary("not_financial", 2)) {
      found.index.add(row[1]);
      found.reasons.push_back(row[0]);
    }
    return found;
  }();
  return all;
}

// A figure as statements have them: grouped, with a decimal point, a currency, a percent sign or in parentheses; not a year, a
// telephone number, a time or a page.
bool is_figure(const Cell& cell) {
  if (cell.shape != Shape::number) return false;
  const std::string_view text = cell.text;
  if (std::count(text.begin(), text.end(), '-') > 1 || contains(text, ":") || contains(text, "/")) return false;
  const auto comma = text.find(',');
  const bool grouped = comma != std::string_view::npos && comma + 3 < text.size();
  const auto has = [&](std::string_view sign) { return contains(text, sign); };
  return grouped || has(".") || has("$") || has("%") || has("(") || has("\xE2\x82\xAC") || has("\xC2\xA3");
}

bool is_mark(const Cell& cell) {
  const auto text = trim(cell.text);
  if (cell.shape == Shape::mark) return true;
  if (text == "*" || text == "**" || text == "\xE2\x80\xA0" || text == "\xE2\x80\xA1" || text == "\xE2\x80\xA2" || text == "n" ||
      text == "o")
    return true;
  return text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '(' || c == ')' || c == '.'; });
}

// "(1) Includes charges for ..." in one cell.
bool starts_with_mark(std::string_view text) {
  if (text.starts_with("*")) return true;
  const auto close = text.find(')');
  return text.starts_with("(") && close != std::string_view::npos && close <= 3;
}

// "(1) | Includes charges for ...": every row is a mark and a text.
bool is_footnotes(const Table& table) {
  std::size_t notes = 0;
  for (const auto& row : table.rows) {
    if (row.cells.empty()) continue;
    if (row.cells.size() == 1 && row.cells.front().text.size() > kLongNote) {
      if (starts_with_mark(row.cells.front().text)) ++notes;  // else a note goes on
      continue;
    }
    if (row.cells.size() != 2 || !is_mark(row.cells.front()) || row.cells.back().text.size() <= kLongNote) return false;
    ++notes;
  }
  return notes > 0;
}

// "NM | Not meaningful"
bool is_legend(const Table& table) {
  std::size_t rows = 0;
  for (const auto& row : table.rows) {
    if (row.cells.empty()) continue;
    if (row.cells.size() != 2 || row.cells.back().shape != Shape::text || row.cells.back().text.size() > kLegendText) return false;
    const auto& sign = row.cells.front();
    if (sign.text.size() > 4 || (sign.shape != Shape::nil && !is_mark(sign))) return false;
    ++rows;
  }
  return rows > 0;
}

bool has_checkbox(std::string_view text) {
  return contains(text, "\xE2\x98\x90") || contains(text, "\xE2\x98\x92") || contains(text, "\xE2\x98\x91") || contains(text, "[ ]") ||
         contains(text, "[X]");
}

// The reason that most different phrases of the table speak for; at least two, or one and what stands for another.
std::string_view reason_of_words(const Table& table) {
  std::map<std::string_view, std::set<std::size_t>> said;
  bool address = false;
  bool checkbox = false;
  bool signed_by = false;
  for (const auto& row : table.rows)
    for (const auto& cell : row.cells) {
      for (const auto& hit : phrases().index.find(fold(cell.text))) said[phrases().reasons[hit.phrase]].insert(hit.phrase);
      address = address || (contains(cell.text, "@") && contains(cell.text, "."));
      checkbox = checkbox || has_checkbox(cell.text);
      signed_by = signed_by || contains(cell.text, "/s/") || contains(cell.text, "/S/");
    }
  std::string_view reason;
  std::size_t most = 1;
  for (const auto& [name, found] : said) {
    const bool supported = (name == "contacts" && address) || (name == "checkboxes" && checkbox) || (name == "signature" && signed_by);
    const auto weight = found.size() + (supported ? 2U : 0U);
    if (weight > most) {
      reason = name;
      most = weight;
    }
  }
  if (reason.empty() && address) return "contacts";
  if (reason.empty() && checkbox) return "checkboxes";
  return reason;
}

}  // namespace

std::string_view reason_not_financial(const Table& table) {
  std::size_t figures = 0;
  std::size_t numbers = 0;
  for (const auto& row : table.rows)
    for (const auto& cell : row.cells) {
      if (is_figure(cell)) ++figures;
      if (cell.shape == Shape::number || cell.shape == Shape::nil) ++numbers;
    }
  if (is_footnotes(table)) return "footnotes";
  if (is_legend(table)) return "legend";
  if (figures <= kMostWithFigures)
    if (const auto reason = reason_of_words(table); !reason.empty()) return reason;
  return numbers == 0 ? std::string_view("text") : std::string_view();
}

}  // namespace finwh
