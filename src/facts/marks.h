// Note marks as releases print them beside amounts and labels: "1", "(1)(3)", "A/B", "*", "†", "¹". Marks are kept bare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace finwh {

using Marks = std::vector<std::string>;

// Each adds the marks that the text is and returns true, or leaves `marks` alone and returns false.
bool add_number_marks(std::string_view digits, Marks& marks);  // "1", "12", "1,2"; three digits are no mark
bool add_word_marks(std::string_view word, Marks& marks);      // "a", "AA", "iv", "A/B"

// The mark that a sign is: "*" stays, a superscript digit becomes its digit.
std::string mark_of_sign(std::string_view sign);

// The marks in a superscript: "(1)", "1,2", "a", "*".
void add_superscript_marks(std::string_view text, Marks& marks);

}  // namespace finwh
