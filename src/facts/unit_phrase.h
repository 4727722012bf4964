// What the words of a row label, a section heading or a column header say of the unit of the figures beside or below them.
// The words are in vocabulary/units.tsv. It knows no cells: the caller weighs the phrase against what the cell prints.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace finwh {

struct UnitPhrase {
  enum class Strength {
    possible,  // "Gross margin": a percentage if the figures look like one
    likely,    // "Operating margin": unless the cell or its column says otherwise
    certain,   // "Shares used in computing net income per share"
  };
  // shares, percent, points, bps, ratio, count; "money" for an amount of any currency; "per_share", "per_ton", ... for an
  // amount of money per something (the caller puts the currency and "/" in front); a physical unit's own name as printed
  // ("MBOED"); "" (then only `possible`) when the words give a scale and nothing else.
  std::string unit;
  Strength strength = Strength::likely;
  std::string currency;         // "EURm", "USD/bbl", "(US$ millions)": ISO code, "$" for dollars of no named country
  std::optional<int> exponent;  // power of ten of the figures by the label's own clause: "Dividends (in thousands)" has 3
};

// Of a row label or a section heading. Note marks in it do no harm.
std::optional<UnitPhrase> unit_of_label(std::string_view printed);

// Of a column header, or of a cell in a column of units: "% change", "$ MM", "MBOED", "(EURm)", "Shares", "USD/ton".
std::optional<UnitPhrase> unit_of_header(std::string_view printed);

// A line for tests: "per_share certain", "tons likely e3".
std::string dump(const UnitPhrase& phrase);

}  // namespace finwh
