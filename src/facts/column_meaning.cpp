#include "facts/column_meaning.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace finwh {
namespace {

struct BasisWord {
  std::string_view words;  // folded
  Basis basis;
  bool whole;  // only when the text begins with it or is it
};

// In order: the first that fits decides. Non-GAAP measures by the names the field gives them (SEC Regulation G and the
// C&DI list them: EBITDA, free cash flow, constant currency, core, comparable, organic, funds from operations).
constexpr BasisWord kBasisWords[] = {
    {"non gaap adjustments", Basis::adjustment, false},
    {"non gaap adjustment", Basis::adjustment, false},
    {"gaap to non gaap adjustments", Basis::adjustment, false},
    {"non gaap", Basis::non_gaap, false},
    {"non ifrs", Basis::non_gaap, false},
    {"nongaap", Basis::non_gaap, false},
    {"pro forma", Basis::non_gaap, false},
    {"proforma", Basis::non_gaap, false},
    {"ebitda", Basis::non_gaap, false},
    {"ebitdax", Basis::non_gaap, false},
    {"ebitdar", Basis::non_gaap, false},
    {"free cash flow", Basis::non_gaap, false},
    {"constant currency", Basis::non_gaap, false},
    {"constant currencies", Basis::non_gaap, false},
    {"currency neutral", Basis::non_gaap, false},
    {"like for like", Basis::non_gaap, false},
    {"organic", Basis::non_gaap, false},
    {"excluding identified items", Basis::non_gaap, false},
    {"funds from operations", Basis::non_gaap, false},
    {"ffo", Basis::non_gaap, true},
    {"affo", Basis::non_gaap, true},
    {"net debt", Basis::non_gaap, true},
    {"distributable cash flow", Basis::non_gaap, false},
    {"ebit", Basis::non_gaap, true},
    {"adjusted ebit", Basis::non_gaap, false},
    {"adjustments", Basis::adjustment, true},
    {"adjustment", Basis::adjustment, true},
    {"adj", Basis::adjustment, true},
    {"reconciling items", Basis::adjustment, true},
    {"noi at share", Basis::non_gaap, false},
    {"as adjusted", Basis::non_gaap, false},
    {"adjusted", Basis::non_gaap, false},
    {"core earnings", Basis::non_gaap, false},
    {"comparable", Basis::non_gaap, true},
    {"underlying", Basis::non_gaap, true},
    {"normalized", Basis::non_gaap, true},
    {"as reported", Basis::gaap, false},
    {"reported", Basis::gaap, true},
    {"us gaap", Basis::gaap, false},
    {"u s gaap", Basis::gaap, false},
    {"gaap", Basis::gaap, false},
    {"ifrs", Basis::gaap, true},
    {"outlook", Basis::guidance, true},
    {"guidance", Basis::guidance, false},
    {"forecast", Basis::guidance, true},
};

struct MeasureWord {
  std::string_view words;  // folded
  Measure measure;
  bool whole;  // only as the whole text
};

// In order: the first that fits decides.
constexpr MeasureWord kMeasureWords[] = {
    {"basis point change", Measure::change_points, false},
    {"bps change", Measure::change_points, false},
    {"change bps", Measure::change_points, false},
    {"bp change", Measure::change_points, false},
    {"bps", Measure::change_points, true},
    {"basis points", Measure::change_points, true},
    {"pts", Measure::change_points, true},
    {"points", Measure::change_points, true},
    {"% pts", Measure::change_points, true},
    {"percentage points", Measure::change_points, true},
    {"% change", Measure::change_percent, false},
    {"change %", Measure::change_percent, false},
    {"% chg", Measure::change_percent, false},
    {"chg %", Measure::change_percent, false},
    {"percent change", Measure::change_percent, false},
    {"percentage change", Measure::change_percent, false},
    {"change in %", Measure::change_percent, false},
    {"% increase", Measure::change_percent, false},
    {"% increase decrease", Measure::change_percent, false},
    {"percent increase", Measure::change_percent, false},
    {"% fav", Measure::change_percent, false},
    {"% b w", Measure::change_percent, false},
    {"% variance", Measure::change_percent, false},
    {"variance %", Measure::change_percent, false},
    {"% var", Measure::change_percent, false},
    {"growth %", Measure::change_percent, false},
    {"% growth", Measure::change_percent, false},
    {"growth rate", Measure::change_percent, false},
    {"growth rates", Measure::change_percent, false},
    {"yoy %", Measure::change_percent, false},
    {"% yoy", Measure::change_percent, false},
    {"y y %", Measure::change_percent, false},
    {"% of revenue", Measure::percent_of, false},
    {"% of revenues", Measure::percent_of, false},
    {"% of total", Measure::percent_of, false},
    {"% of net", Measure::percent_of, false},
    {"% of sales", Measure::percent_of, false},
    {"% of gwp", Measure::percent_of, false},
    {"percent of", Measure::percent_of, false},
    {"percentage of", Measure::percent_of, false},
    {"as a % of", Measure::percent_of, false},
    {"mix %", Measure::percent_of, true},
    {"change $", Measure::change_amount, false},
    {"$ change", Measure::change_amount, false},
    {"dollar change", Measure::change_amount, false},
    {"y y", Measure::change_percent, true},
    {"q q", Measure::change_percent, true},
    {"yoy", Measure::change_percent, true},
    {"qoq", Measure::change_percent, true},
    {"%", Measure::change_percent, true},
    {"o u %", Measure::change_percent, false},
    {"$ o u", Measure::change_amount, false},
    {"over under", Measure::change_amount, false},
    {"units", Measure::unit, true},
};

// Words that alone mean a difference, in the unit of the line or in percent as the cells show.
constexpr std::string_view kChangeWords[] = {
    "yr yr",    "yr to yr", "yty", "year over year", "year on year", "change",     "changes", "variance",     "increase decrease",
    "increase", "decrease", "var", "growth",         "chg",          "difference", "inc dec", "better worse", "fav unfav"};

bool has_words(std::string_view folded, std::string_view words) { return contains_word(folded, words); }

}  // namespace

std::optional<Basis> stated_basis(std::string_view text) {
  const auto folded = fold(text);
  if (folded.empty()) return std::nullopt;
  for (const auto& entry : kBasisWords) {
    if (entry.whole ? (folded == entry.words || folded.substr(0, entry.words.size() + 1) == std::string(entry.words) + " ")
                    : has_words(folded, entry.words))
      return entry.basis;
  }
  return std::nullopt;
}

ColumnMeaning read_column_meaning(std::string_view rest, std::string_view full) {
  ColumnMeaning meaning;
  const auto folded = fold(rest);
  const auto whole = fold(full);
  meaning.basis = stated_basis(rest);
  meaning.constant_currency =
      has_words(whole, "constant currency") || has_words(whole, "constant currencies") || has_words(whole, "currency neutral");
  bool measured = false;
  for (const auto& entry : kMeasureWords) {
    if (entry.whole ? folded == entry.words : has_words(folded, entry.words)) {
      meaning.measure = entry.measure;
      measured = true;
      break;
    }
  }
  if (!measured) {
    for (const auto word : kChangeWords) {
      const bool first = folded.substr(0, word.size()) == word && (folded.size() == word.size() || folded[word.size()] == ' ');
      if (first || has_words(folded, word)) {
        meaning.measure = contains(whole, "%") ? Measure::change_percent : Measure::change_amount;
        measured = true;
        break;
      }
    }
  }
  if (!measured && !meaning.basis) meaning.member = std::string(rest);
  return meaning;
}

}  // namespace finwh
