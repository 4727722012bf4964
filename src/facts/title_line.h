// What a line above a table is, by its wording: a name, a period, a sentence, a footnote, or of the page.
#pragma once

#include <string>
#include <string_view>

namespace finwh {

// Nothing but words for periods, dates and numbers: "Three Months Ended March 31, 2007 and 2006".
bool is_period_line(std::string_view text);

// Whether a date, a quarter or a fiscal year is named anywhere in it.
bool says_a_period(std::string_view text);

// Page numbers, "Exhibit 99.1", "see accompanying notes", words of news services.
bool is_page_line(std::string_view text);

// Whole sentences: a full stop at the end, or many words with few capitals among them.
bool is_sentence(std::string_view text);

// "(1) Includes ...", "* Not meaningful".
bool is_footnote(std::string_view text);

// Short enough and written as names are; `marked`: bold, or a heading by its mark-up, or a row of the table itself.
bool is_titlelike(std::string_view text, bool marked);

// Whether a line that ends or begins with "of", "and", "to" goes on in the one under it.
bool goes_on(const std::string& upper, const std::string& lower);

}  // namespace finwh
