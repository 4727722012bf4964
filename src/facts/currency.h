// Currencies as releases write them ("US$", "€", "Canadian dollars") and their ISO 4217 codes.
#pragma once

#include <string>
#include <string_view>

namespace finwh {

// The ISO code of a printed symbol, code or name (folded: see base/text.h), "" when it names no currency. A dollar sign or
// the word "dollars" alone is "$": the release says whose.
std::string_view currency_code(std::string_view printed);
// False only if currency_code is "" for every text of that first byte and length: spares putting a name together from words.
bool may_be_currency(char first, std::size_t length);

// Whether the text is the ISO 4217 code of a known currency; "TEU" and "DWT" are none.
bool is_currency_code(std::string_view unit);

// A money unit with its magnitude in one word: "EURm", "MEUR", "€m", "USDbn", "k€".
struct MoneyWord {
  std::string_view currency;  // "" = no money word
  int exponent = 0;
};
MoneyWord money_word(std::string_view printed);

}  // namespace finwh
