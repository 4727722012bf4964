// The key under which a printed label is looked up: what different companies write for the same line comes to the same words
// ("Stock-based compensation expenses", "Share-based compensation expense"; "Income (loss) from operations", "Income from
// operations"). Knows English wording only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace finwh {

// Of a folded label (base/text.h): articles and prepositions dropped, plurals cut, spellings unified, the second of two opposite
// words ("income loss", "increase decrease", "provided used") dropped.
std::string label_key(std::string_view folded);

// Keys to try for a printed label, the most literal first: as it is; without words that say the basis; without its clauses in
// brackets and behind commas; without the company it is attributed to; without "Total", "Less", "net".
std::vector<std::string> label_keys(std::string_view label);

}  // namespace finwh
