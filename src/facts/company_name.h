// Names of companies as text prints them: where one stands at the head of a sentence or a title, which of several forms is the
// full one ("Kelly" and "Kelly Services, Inc."), and whether two are the same company. Knows no company.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace finwh {

// The company that a lead sentence or a title begins with: "Juniper Networks, Inc. (NASDAQ: JNPR) today reported", "NIKE, INC.
// REPORTS FISCAL 2025", "Eutelsat Communications: Second Quarter". "" when it begins with no name and no verb of reporting.
std::string leading_company(std::string_view sentence);

// The name that stands right before a place in a text, as before the bracket of "(NYSE: KO)".
std::string company_before(std::string_view text, std::size_t place);

// The words that tell a company from others: lower case, without articles and legal forms.
std::vector<std::string> distinctive_words(std::string_view name);

// Whether one's distinctive words begin with all of the other's.
bool same_company(std::string_view a, std::string_view b);

// The fullest form of `name` that the texts print: its words followed by a legal form, at most three words between. The most
// frequent one wins, one with small letters before one in capitals. `name` itself when there is none. Linear in the texts.
std::string fullest_name(std::string_view name, const std::vector<std::string_view>& texts);

// A name without capitals-only shouting is preferred; trademark signs, trailing commas and "/NEW" of filings go.
std::string clean_company(std::string_view name);

bool ends_with_legal_form(std::string_view name);

// A title without what a newswire prints in front of it: "DJ PRESS RELEASE: Example AG: ..." is "Example AG: ...".
std::string_view without_wire_heading(std::string_view title);

}  // namespace finwh
