// What the words of a label say about its place in a sum: that it closes one, that it names a result, that it lowers one when
// printed positive. The words are the field's vocabulary, in ordered tables; they are evidence, never proof. Knows no numbers.
#pragma once

#include <string>
#include <string_view>

namespace finwh {

enum class Leaning { neutral, raises, lowers };

struct LabelSense {
  std::string words;      // the label folded, without parentheses' contents and note marks: the key for comparing labels
  bool total = false;     // says total: "Total assets", "Subtotal", or nothing at all
  bool result = false;    // names what is left: "Gross margin", "Operating income", "Net income", "Free cash flow"
  bool net = false;       // begins with Net or ends with net
  bool loss = false;      // names a loss: a positive print may stand for a negative result
  bool member = false;    // says that it is part of the line above: "of which", "including"
  bool non_gaap = false;  // names a non-GAAP or adjusted measure
  bool gaap = false;      // begins with GAAP or as reported
  Leaning leaning = Leaning::neutral;
  std::string quantity;  // the words without those of basis, total and time: what is counted, for comparing printings
};

LabelSense sense_of(std::string_view label);

}  // namespace finwh
