#include "checks/percentages.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace finwh {
namespace {

// What makes a label one of a percentage: the words, the denominator they name, and the words' own measure as numerator where
// "margin" alone does not say it.
struct PercentPhrase {
  std::string_view words;  // folded, as they stand in the label
  Measure numerator;       // none: the rest of the label names it
  Measure denominator;
};

constexpr std::array kPhrases = {
    PercentPhrase{"effective tax rate", Measure::income_tax, Measure::pretax_income},
    PercentPhrase{"effective income tax rate", Measure::income_tax, Measure::pretax_income},
    PercentPhrase{"tax rate", Measure::income_tax, Measure::pretax_income},
    PercentPhrase{"gross margin", Measure::gross_profit, Measure::revenue},
    PercentPhrase{"gross profit margin", Measure::gross_profit, Measure::revenue},
    PercentPhrase{"operating margin", Measure::operating_income, Measure::revenue},
    PercentPhrase{"operating income margin", Measure::operating_income, Measure::revenue},
    PercentPhrase{"net margin", Measure::net_income, Measure::revenue},
    PercentPhrase{"net income margin", Measure::net_income, Measure::revenue},
    PercentPhrase{"free cash flow margin", Measure::free_cash_flow, Measure::revenue},
    PercentPhrase{"% of revenue", Measure::none, Measure::revenue},
    PercentPhrase{"% of revenues", Measure::none, Measure::revenue},
    PercentPhrase{"% of net revenue", Measure::none, Measure::revenue},
    PercentPhrase{"% of net revenues", Measure::none, Measure::revenue},
    PercentPhrase{"% of sales", Measure::none, Measure::revenue},
    PercentPhrase{"% of net sales", Measure::none, Measure::revenue},
    PercentPhrase{"% of total revenue", Measure::none, Measure::revenue},
    PercentPhrase{"% of total revenues", Measure::none, Measure::revenue},
    PercentPhrase{"as a percentage of revenue", Measure::none, Measure::revenue},
    PercentPhrase{"as a percentage of revenues", Measure::none, Measure::revenue},
    PercentPhrase{"as a percentage of net revenue", Measure::none, Measure::revenue},
    PercentPhrase{"as a percentage of net sales", Measure::none, Measure::revenue},
    PercentPhrase{"as a percentage of sales", Measure::none, Measure::revenue},
    PercentPhrase{"as a % of revenue", Measure::none, Measure::revenue},
    PercentPhrase{"as a % of revenues", Measure::none, Measure::revenue},
    PercentPhrase{"as a % of net sales", Measure::none, Measure::revenue},
    PercentPhrase{"margin", Measure::none, Measure::revenue},
};

struct PercentReading {
  Measure numerator = Measure::none;
  std::string words;  // of the numerator where it is no measure
  Measure denominator = Measure::none;
  bool rate = false;
};

// The longest phrase that the label has, and what is left of the label.
PercentReading reading_of(const Line& line) {
  PercentReading reading;
  std::size_t longest = 0;
  for (const PercentPhrase& phrase : kPhrases) {
    if (phrase.words.size() <= longest || !contains(line.quantity, phrase.words)) continue;
    longest = phrase.words.size();
    reading.numerator = phrase.numerator;
    reading.denominator = phrase.denominator;
    reading.rate = phrase.denominator == Measure::pretax_income;
    std::string rest = line.quantity;
    rest.erase(rest.find(phrase.words), phrase.words.size());
    reading.words = fold(rest);
  }
  // "Gross margin % of revenue": the rest names a measure itself.
  if (reading.numerator == Measure::none) {
    const NamedMeasure named = measure_at(reading.words);
    if (named.length == reading.words.size()) reading.numerator = named.measure;
  }
  return reading;
}

struct Candidate {
  std::vector<Check> checks;
  int holds = 0;
};

int fact_for(const ReleaseView& view, const Line& line, const Fact& percent, bool any_basis) {
  for (int i = line.first; i < line.last; ++i) {
    const Fact& fact = view.fact(i);
    const bool basis = any_basis || fact.basis == percent.basis;
    if (basis && !fact.nil && same_period(fact, percent) && fact.unit != "percent" && fact.member == percent.member) return i;
  }
  return -1;
}

Candidate try_lines(const ReleaseView& view, const Line& line, const Line& numerator, const Line& denominator, bool rate) {
  Candidate candidate;
  for (int i = line.first; i < line.last; ++i) {
    const Fact& percent = view.fact(i);
    if (percent.nil || percent.unit != "percent") continue;
    const int over = fact_for(view, numerator, percent, false);
    const int under = fact_for(view, denominator, percent, !rate);
    if (over < 0 || under < 0 || view.fact(over).unit != view.fact(under).unit) continue;
    const Comparison comparison = compare_ratio(percent.value, view.fact(over).value, view.fact(under).value, 2);
    if (comparison.status == CheckStatus::not_applicable) continue;
    candidate.holds += comparison.status != CheckStatus::fail;
    candidate.checks.push_back(
        make_check(rate ? "tax-rate" : "percent-of", line.table == numerator.table && line.table == denominator.table ? line.table : -1,
                   view.name(i) + " = " + view.name(over) + " / " + view.name(under), {{i, 0}, {over, 1}, {under, 1}}, comparison));
  }
  return candidate;
}

}  // namespace

void check_percentages(const ReleaseView& view, CheckReport& report) {
  constexpr int kMaxTried = 12;  // numerator lines tried for one line of percentages
  for (const Line& line : view.lines()) {
    if (view.fact(line.first).unit != "percent") continue;
    const PercentReading reading = reading_of(line);
    if (reading.denominator == Measure::none) continue;
    Candidate best;
    int tried = 0;
    for (const Line& over : view.lines()) {
      const bool named = reading.numerator != Measure::none ? over.measure == reading.numerator : over.quantity == reading.words;
      if (!named || view.fact(over.first).unit == "percent" || tried >= kMaxTried) continue;
      ++tried;
      for (const Line& under : view.lines()) {
        if (under.measure != reading.denominator) continue;
        Candidate candidate = try_lines(view, line, over, under, reading.rate);
        if (candidate.holds > best.holds) best = std::move(candidate);
      }
    }
    for (Check& check : best.checks) report.checks.push_back(std::move(check));
  }
}

}  // namespace finwh
