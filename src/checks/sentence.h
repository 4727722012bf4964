// A sentence of a release's prose as words with their places, and the figures in it: amounts of money with their scale words,
// per-share amounts, percentages, points, basis points, shares. Dates, years, telephone numbers and bare counts are no figures.
// Knows words; nothing of facts or of what a figure speaks of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace finwh {

struct Word {
  std::string_view text;    // lower case ASCII; figures and punctuation are no words
  std::uint32_t begin = 0;  // byte in PlainText::text
  std::uint32_t end = 0;
};

// Text with dashes, quotes and spaces made ASCII, in lower case, and for each byte where it stood in the original.
struct PlainText {
  std::string text;
  std::vector<std::uint32_t> origin;  // one entry a byte and one for the end
};
PlainText plain_text(std::string_view original);

enum class FigureKind { money, per_share, percent, points, bps, shares };

struct ProseFigure {
  FigureKind kind = FigureKind::money;
  std::string currency;     // ISO code of money and per-share amounts; "" = cents or a bare sign
  Decimal value;            // base units, the exponent its printed precision
  bool negative = false;    // printed in parentheses or with a minus
  std::uint32_t begin = 0;  // bytes in PlainText::text
  std::uint32_t end = 0;
};

// A sentence or clause as a byte range of the plain text; line breaks and semicolons end one too.
struct SentenceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
std::vector<SentenceRange> sentences_of(std::string_view plain);

std::vector<ProseFigure> figures_in(std::string_view plain, SentenceRange range);

// The words of a sentence outside of its figures, in order.
std::vector<Word> words_in(std::string_view plain, SentenceRange range, const std::vector<ProseFigure>& figures);

}  // namespace finwh
