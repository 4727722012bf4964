#include "facts/fiscal_phrase.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "facts/date_phrase.h"

namespace finwh {
namespace {

struct Token {
  std::string text;  // lower case; a run of letters or of digits
  std::size_t begin = 0, end = 0;
  bool glued = false;       // directly behind the token before ("Q1", "4th")
  bool apostrophe = false;  // an apostrophe before it ("'07")
  bool breaks = false;      // the sentence or the clause ends before it
  bool comma = false;       // a comma before it
  bool dash = false;        // nothing but a dash or a slash before it ("2024-25")
};

bool is_number(const Token& token) { return is_digit(token.text[0]); }
bool is_amount_sign(char c) { return c == '$' || c == '%'; }

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  Token next;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_alnum(c)) {
      const bool digit = is_digit(c);
      std::size_t end = i;
      while (end < text.size() && is_alnum(text[end]) && is_digit(text[end]) == digit) ++end;
      next.text = to_lower(text.substr(i, end - i));
      next.begin = i;
      next.end = end;
      next.glued = !tokens.empty() && tokens.back().end == i;
      next.dash = next.dash && !tokens.empty() && i - tokens.back().end <= 3;
      tokens.push_back(next);
      next = {};
      i = end;
      continue;
    }
    if (c == '\'' || c == '`')
      next.apostrophe = true;
    else if (c == '\xE2' && text.substr(i, 2) == "\xE2\x80") {
      const char third = i + 2 < text.size() ? text[i + 2] : '\0';
      if (third == '\x98' || third == '\x99')
        next.apostrophe = true;
      else if (third == '\x90' || third == '\x91' || third == '\x93')
        next.dash = true;
      else if (third == '\x94')
        next.breaks = true;
      i += 2;
    } else if (c == '-' || c == '/')
      next.dash = true;
    else if (c == ',')
      next.comma = true;
    else if (c == ';' || c == ':' || c == '(' || c == ')' || c == '.' || c == '|' || is_amount_sign(c))
      next.breaks = true;
    ++i;
  }
  return tokens;
}

struct Ordinal {
  std::string_view word;
  int number;
};

constexpr auto kOrdinals =
    std::to_array<Ordinal>({{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"st", 1}, {"nd", 2}, {"rd", 3}, {"th", 4}});

// Words that may stand between a period's name and its year: "quarter of the fiscal year 2025", "quarter and full year 2024".
constexpr auto kBetween = std::to_array<std::string_view>({"of", "the", "for", "its", "our", "in", "fiscal", "year", "full", "fy", "and",
                                                           "annual", "twelve", "months", "ended", "entire", "calendar", "fye"});
constexpr std::size_t kMostBetween = 7;

class Reader {
 public:
  explicit Reader(std::string_view text) : tokens_(tokens_of(text)) {}

  std::vector<FiscalPhrase> read() {
    std::vector<FiscalPhrase> phrases;
    for (std::size_t i = 0; i < tokens_.size();) {
      FiscalPhrase found;
      const auto next = read_at(i, found);
      if (next == i) {
        ++i;
        continue;
      }
      phrases.push_back(found);
      i = next;
    }
    return phrases;
  }

 private:
  std::string_view word(std::size_t i) const { return i < tokens_.size() ? std::string_view(tokens_[i].text) : std::string_view(); }
  bool glued(std::size_t i) const { return i < tokens_.size() && tokens_[i].glued; }

  // The year at a token: "2024", "'24", "24" glued to a name or behind FY, "2024-25".
  std::optional<int> year_at(std::size_t& i, bool short_allowed) const {
    if (i >= tokens_.size() || !is_number(tokens_[i])) return std::nullopt;
    const auto& token = tokens_[i];
    const int number = token.text.size() <= 4 ? std::stoi(token.text) : 0;
    std::optional<int> year;
    if (token.text.size() == 4 && number >= 1950 && number <= 2079) year = number;
    if (token.text.size() == 2 && (short_allowed || token.apostrophe)) year = year_of_two_digits(number);
    if (!year) return std::nullopt;
    ++i;
    if (i < tokens_.size() && tokens_[i].dash && is_number(tokens_[i]) && !tokens_[i].breaks) {
      const auto& second = tokens_[i].text;
      const int last = second.size() == 2 ? *year / 100 * 100 + std::stoi(second) : second.size() == 4 ? std::stoi(second) : 0;
      if (last == *year + 1) {
        ++i;
        return last;
      }
    }
    return year;
  }

  // The year behind a name that ends before token i; `end` is where the phrase ends then.
  std::optional<int> year_behind(std::size_t i, bool name_is_short, bool& fiscal, std::size_t& end) const {
    const std::size_t first = i;
    bool said = false;
    for (std::size_t between = 0; i < tokens_.size() && between <= kMostBetween; ++between, ++i) {
      if (tokens_[i].breaks) return std::nullopt;
      const bool short_allowed = (name_is_short && i == first && (glued(i) || tokens_[i].dash)) || (i > 0 && word(i - 1) == "fy");
      auto at = i;
      if (const auto year = year_at(at, short_allowed)) {
        fiscal = fiscal || said;
        end = at;
        return year;
      }
      const auto found = std::find(kBetween.begin(), kBetween.end(), word(i));
      if (found == kBetween.end()) return std::nullopt;
      if (*found == "fiscal" || *found == "fy") said = true;
    }
    return std::nullopt;
  }

  // The year before a name that starts at token i: "fiscal 2025 fourth quarter", "2024 Q4", "FY25 Q3".
  std::optional<int> year_before(std::size_t i, bool& fiscal, std::size_t& begin) const {
    if (i == 0 || tokens_[i].breaks || tokens_[i].comma) return std::nullopt;
    std::size_t at = i - 1;
    if (word(at) == "s" && at > 0) --at;
    const bool span = at > 0 && tokens_[at].dash && is_number(tokens_[at - 1]);
    if (span) --at;
    const bool behind_fy = at > 0 && word(at - 1) == "fy";
    auto end = at;
    const auto year = year_at(end, behind_fy);
    if (!year) return std::nullopt;
    begin = at;
    if (at > 0 && !tokens_[at].breaks) {
      if (word(at - 1) == "fiscal" || word(at - 1) == "fy") {
        fiscal = true;
        begin = at - 1;
      } else if (word(at - 1) == "year" && at > 1 && word(at - 2) == "fiscal") {
        fiscal = true;
        begin = at - 2;
      }
    }
    return year;
  }

  static int quarter_number(std::string_view digits) {
    return digits.size() == 1 && digits[0] >= '1' && digits[0] <= '4' ? digits[0] - '0' : 0;
  }

  // The name of a quarter, half or nine months at token i: the token behind it, or i.
  std::size_t name_at(std::size_t i, FiscalPhrase& found, bool& name_is_short) const {
    using Kind = FiscalPhrase::Kind;
    name_is_short = false;
    const auto here = word(i);
    if ((here == "q" || here == "fq" || here == "h") && glued(i + 1)) {  // Q1, H2, Q12024, Q124
      const auto digits = word(i + 1);
      const int number = quarter_number(digits.substr(0, 1));
      if (number == 0 || (here == "h" && number > 2) || (digits.size() != 1)) return i;
      found.kind = here == "h" ? Kind::half : Kind::quarter;
      found.number = number;
      found.fiscal = here == "fq";
      name_is_short = true;
      return i + 2;
    }
    if (is_digit(here.empty() ? 'x' : here[0]) && glued(i + 1)) {  // 4Q, 1H, 9M, 4th quarter
      const auto letter = word(i + 1);
      const int number = quarter_number(here);
      if (number > 0 && (letter == "q" || letter == "fq" || (letter == "h" && number <= 2))) {
        found.kind = letter == "h" ? Kind::half : Kind::quarter;
        found.number = number;
        name_is_short = true;
        return i + 2;
      }
      if (here == "9" && letter == "m") {
        found.kind = Kind::nine_months;
        name_is_short = true;
        return i + 2;
      }
    }
    std::size_t at = i;
    int number = 0;
    for (const auto& [ordinal, value] : kOrdinals)
      if (here == ordinal && ordinal.size() > 2) number = value;
    if (number == 0 && quarter_number(here) > 0 && glued(i + 1))
      for (const auto& [ordinal, value] : kOrdinals)
        if (word(i + 1) == ordinal && value == quarter_number(here)) {
          number = value;
          at = i + 1;
        }
    if (number > 0) {
      std::size_t noun = at + 1;
      if (word(noun) == "fiscal" || word(noun) == "calendar") {
        found.fiscal = word(noun) == "fiscal";
        ++noun;
      }
      if (noun < tokens_.size() && tokens_[noun].breaks) return i;
      found.number = number;
      if (word(noun) == "quarter" || word(noun) == "quarters" || word(noun) == "qtr") {
        found.kind = Kind::quarter;
        return noun + 1;
      }
      if (word(noun) == "half" && number <= 2) {
        found.kind = Kind::half;
        return noun + 1;
      }
    }
    if (here == "nine" && (word(i + 1) == "months" || word(i + 1) == "month")) {
      found.kind = Kind::nine_months;
      found.number = 0;
      return i + 2;
    }
    return i;
  }

  // "full year", "fiscal year 2025", "fiscal 2025", "FY25", "full-year 2024": the token behind the name, or i.
  std::size_t year_name_at(std::size_t i, bool& needs_year, bool& fiscal) const {
    const auto here = word(i);
    needs_year = true;
    if (here == "fy") {
      fiscal = true;
      return i + 1;
    }
    if (here == "fiscal") {
      fiscal = true;
      return word(i + 1) == "year" ? i + 2 : i + 1;
    }
    if (here == "full" && (word(i + 1) == "year" || (word(i + 1) == "fiscal" && word(i + 2) == "year"))) {
      needs_year = false;
      fiscal = word(i + 1) == "fiscal";
      return fiscal ? i + 3 : i + 2;
    }
    return i;
  }

  void close(FiscalPhrase& found, std::size_t first, std::size_t behind) const {
    found.begin = tokens_[first].begin;
    found.end = tokens_[behind - 1].end;
  }

  std::size_t read_at(std::size_t i, FiscalPhrase& found) const {
    bool name_is_short = false;
    const auto behind = name_at(i, found, name_is_short);
    if (behind != i) return read_named(i, behind, name_is_short, found);
    bool needs_year = true;
    bool fiscal = false;
    const auto name_end = year_name_at(i, needs_year, fiscal);
    if (name_end == i) return i;
    found.kind = FiscalPhrase::Kind::year;
    found.number = 0;
    found.fiscal = fiscal;
    auto at = name_end;
    if (at < tokens_.size() && !tokens_[at].breaks && !tokens_[at].comma) {
      found.year = year_at(at, word(i) == "fy");
      if (!found.year && !needs_year && (word(at) == "of" || word(at) == "fiscal")) {
        auto later = at + 1;
        if (word(later) == "year") ++later;
        found.year = year_at(later, false);
        if (found.year) at = later;
      }
    }
    // "FY24 Q3" and "fiscal 2025 fourth quarter" name a quarter.
    if (found.year) {
      FiscalPhrase quarter;
      bool is_short = false;
      if (at < tokens_.size() && !tokens_[at].breaks && !tokens_[at].comma && name_at(at, quarter, is_short) != at) return i;
    }
    if (!found.year && needs_year) return i;
    close(found, i, at);
    return at;
  }

  std::size_t read_named(std::size_t first, std::size_t behind, bool name_is_short, FiscalPhrase& found) const {
    std::size_t end = behind;
    std::size_t begin = first;
    bool fiscal_behind = found.fiscal;
    bool fiscal_before = found.fiscal;
    const auto after = year_behind(behind, name_is_short, fiscal_behind, end);
    const auto before = year_before(first, fiscal_before, begin);
    const bool adjacent = after && end <= behind + 1;
    if (before && !adjacent) {
      found.year = before;
      found.fiscal = fiscal_before;
      close(found, begin, behind);
      return behind;
    }
    found.year = after;
    found.fiscal = fiscal_behind;
    // "fourth quarter and full year 2024": the second name is a phrase of its own, so only a year next by ends this one.
    bool shared = false;
    for (auto at = behind; after && at < end; ++at) shared = shared || word(at) == "and" || word(at) == "full";
    close(found, first, after && !shared ? end : behind);
    return after && !shared ? end : behind;
  }

  std::vector<Token> tokens_;
};

}  // namespace

std::vector<FiscalPhrase> find_fiscal_phrases(std::string_view text) { return Reader(text).read(); }

}  // namespace finwh
