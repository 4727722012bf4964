#include "checks/percentages.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "checks/phrase_table.h"
#include "checks/ratio_reading.h"

namespace finwh {
namespace {

// What makes a label one of a percentage: the words, the denominator they name, and the words' own figure as numerator where
// "margin" alone does not say it.
struct PercentPhrase {
  std::string_view words;  // folded, as they stand in the label
  KeyFigure numerator;     // none: the rest of the label names it
  KeyFigure denominator;
};

constexpr std::array kPhrases = {
    PercentPhrase{"effective tax rate", KeyFigure::income_tax, KeyFigure::pretax_income},
    PercentPhrase{"effective income tax rate", KeyFigure::income_tax, KeyFigure::pretax_income},
    PercentPhrase{"tax rate", KeyFigure::income_tax, KeyFigure::pretax_income},
    PercentPhrase{"gross margin", KeyFigure::gross_profit, KeyFigure::revenue},
    PercentPhrase{"gross profit margin", KeyFigure::gross_profit, KeyFigure::revenue},
    PercentPhrase{"operating margin", KeyFigure::operating_income, KeyFigure::revenue},
    PercentPhrase{"operating income margin", KeyFigure::operating_income, KeyFigure::revenue},
    PercentPhrase{"net margin", KeyFigure::net_income, KeyFigure::revenue},
    PercentPhrase{"net income margin", KeyFigure::net_income, KeyFigure::revenue},
    PercentPhrase{"free cash flow margin", KeyFigure::free_cash_flow, KeyFigure::revenue},
    PercentPhrase{"% of revenue", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"% of revenues", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"% of net revenue", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"% of net revenues", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"% of sales", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"% of net sales", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"% of total revenue", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"% of total revenues", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"as a percentage of revenue", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"as a percentage of revenues", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"as a percentage of net revenue", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"as a percentage of net sales", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"as a percentage of sales", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"as a % of revenue", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"as a % of revenues", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"as a % of net sales", KeyFigure::none, KeyFigure::revenue},
    PercentPhrase{"margin", KeyFigure::none, KeyFigure::revenue},
};

RatioReading try_lines(const ReleaseView& view, const FactLine& line, const FactLine& numerator, const FactLine& denominator, bool rate,
                       bool turned) {
  RatioReading reading;
  const bool together = line.table == numerator.table && line.table == denominator.table;
  for (int i = line.first; i < line.last; ++i) {
    const Fact& percent = view.fact(i);
    if (percent.nil || percent.unit != "percent") continue;
    const int over = view.counterpart(numerator, i, false);
    const int under = view.counterpart(denominator, i, !rate);
    if (over < 0 || under < 0 || view.fact(over).unit != view.fact(under).unit) continue;
    const Comparison comparison =
        compare_ratio(percent.value, turned ? view.fact(over).value.negated() : view.fact(over).value, view.fact(under).value, 2);
    if (comparison.status == CheckStatus::not_applicable) continue;
    reading.add(make_check(rate ? "tax-rate" : "percent-of", together ? line.table : -1,
                           view.name(i) + " = " + view.name(over) + " / " + view.name(under), {{i, 0}, {over, turned ? -1 : 1}, {under, 1}},
                           comparison),
                comparison);
  }
  return reading;
}

}  // namespace

PercentReading percent_reading(std::string_view folded) {
  PercentReading reading;
  static const PhraseTable<const PercentPhrase*> phrases = [] {
    struct Entry {
      std::string_view words;
      const PercentPhrase* value;
    };
    std::vector<Entry> entries;
    for (const PercentPhrase& phrase : kPhrases) entries.push_back({phrase.words, &phrase});
    return PhraseTable<const PercentPhrase*>(entries);
  }();
  const auto* found = phrases.longest_in(folded);
  if (found == nullptr) return reading;
  reading.numerator = found->value->numerator;
  reading.denominator = found->value->denominator;
  reading.rate = reading.denominator == KeyFigure::pretax_income;
  std::string rest(folded);
  rest.erase(rest.find(found->words), found->words.size());
  reading.words = fold(rest);
  // "Gross margin % of revenue": the rest names a figure itself.
  if (reading.numerator == KeyFigure::none) {
    const NamedFigure named = figure_at(reading.words);
    if (named.length == reading.words.size()) reading.numerator = named.figure;
  }
  return reading;
}

void check_percentages(const ReleaseView& view, CheckReport& report) {
  constexpr int kMaxTried = 12;  // numerator lines tried for one line of percentages
  for (const FactLine& line : view.lines()) {
    if (view.fact(line.first).unit != "percent") continue;
    const PercentReading reading = percent_reading(line.quantity);
    if (reading.denominator == KeyFigure::none) continue;
    std::vector<RatioReading> readings;
    int tried = 0;
    for (const FactLine& over : view.lines()) {
      const bool named = reading.numerator != KeyFigure::none ? over.figure == reading.numerator : over.quantity == reading.words;
      if (!named || view.fact(over.first).unit == "percent" || tried >= kMaxTried) continue;
      ++tried;
      for (const FactLine& under : view.lines()) {
        if (under.figure != reading.denominator) continue;
        // One table with the margin and the figures that its words name leaves no doubt.
        const bool together = over.table == line.table && under.table == line.table && reading.numerator != KeyFigure::none;
        // A provision may be printed negative, as what is taken away.
        for (const bool turned : {false, true}) {
          if (turned && !reading.rate) continue;
          readings.push_back(try_lines(view, line, over, under, reading.rate, turned));
          readings.back().together = together;
        }
      }
    }
    add_best(std::move(readings), false, report);
  }
}

}  // namespace finwh
