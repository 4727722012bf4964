#include "facts/amount.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "facts/amount_tokens.h"
#include "facts/amount_words.h"
#include "facts/currency.h"
#include "facts/marks.h"

namespace finwh {
namespace {

using Token = AmountToken;
using TokenKind = AmountToken::Kind;
using Role = AmountWord::Role;

// Some words in a row that the vocabulary knows as one.
struct Phrase {
  AmountWord word;
  std::size_t tokens = 0;
};

constexpr std::size_t kMostWords = 3;

bool year_like(const Token& token) {
  const auto number = token.value.coefficient();
  return token.text.size() == 4 && token.value.exponent() == 0 && number >= 1900 && number <= 2100;
}

// One end of an amount with what is written on it.
struct Term {
  bool read = false;
  bool negative = false;
  bool minus = false;      // by a minus sign
  bool open = false;       // a parenthesis was opened ...
  bool closed = false;     // ... and closed
  bool decorated = false;  // a currency, a unit or a magnitude stands with it
  int scale = 0;
  const Token* number = nullptr;  // nothing for a nil
  std::string_view nil_text;
  Decimal value;
};

class Reader {
 public:
  explicit Reader(const AmountTokens& tokens) : tokens_(tokens) {}

  bool read(Amount& amount) {
    out_ = &amount;
    leading_marks();
    leading_words();
    Term first = term(false);
    if (!first.read) return false;
    Term second;
    if (range_follows(first)) {
      second = term(first.open && !first.closed);
      if (!second.read || !join_range(first, second)) return false;
    }
    settle(first, second);
    trailing();
    if (at_ != tokens_.count) return false;
    return plausible(first, second);
  }

 private:
  const Token* peek(std::size_t ahead = 0) const { return at_ + ahead < tokens_.count ? &tokens_.items[at_ + ahead] : nullptr; }
  bool next_is(TokenKind kind, std::size_t ahead = 0) const { return peek(ahead) && peek(ahead)->kind == kind; }

  // The longest run of words from here that the vocabulary knows.
  Phrase phrase() const {
    std::array<char, 48> key;
    std::size_t size = 0;
    Phrase best;
    for (std::size_t n = 0; n < kMostWords; ++n) {
      const Token* token = peek(n);
      if (!token || (token->kind != TokenKind::word && token->kind != TokenKind::currency)) break;
      if (size + token->text.size() + 1 >= key.size()) break;
      if (n > 0) key[size++] = ' ';
      for (const char c : token->text)
        if (c != '.') key[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      if (const auto word = amount_word({key.data(), size}); word.role != Role::none) best = {word, n + 1};
    }
    return best;
  }

  bool starts_value(std::size_t ahead) const {
    const Token* token = peek(ahead);
    if (!token) return false;
    if (token->kind == TokenKind::dash) {
      // "(1) —" and "(1) -5" have a value behind the mark; "(1) - (5)" is a range.
      const Token* next = peek(ahead + 1);
      return !next || (token->spaced && !next->spaced && next->kind != TokenKind::percent);
    }
    return token->kind == TokenKind::number || token->kind == TokenKind::currency || token->kind == TokenKind::open;
  }

  // "A (455)", "A/B 38", "(1) 1,234", "* 12".
  void leading_marks() {
    for (;;) {
      const Token* token = peek();
      if (!token) return;
      if (token->kind == TokenKind::mark && starts_value(1)) {
        out_->marks.push_back(mark_of_sign(token->text));
        at_ += 1;
      } else if (token->kind == TokenKind::word && starts_value(1) && peek(1)->spaced && phrase().tokens == 0) {
        if (!add_word_marks(token->text, out_->marks)) return;
        at_ += 1;
      } else if (token->kind == TokenKind::open && next_is(TokenKind::close, 2) && starts_value(3)) {
        const bool number = next_is(TokenKind::number, 1) && add_number_marks(peek(1)->text, out_->marks);
        const bool word = next_is(TokenKind::word, 1) && add_word_marks(peek(1)->text, out_->marks);
        if (!number && !word) return;
        at_ += 3;
        numbered_in_front_ = number;
      } else {
        return;
      }
    }
  }

  void leading_words() {
    for (;;) {
      const Phrase found = phrase();
      const Role role = found.word.role;
      if (role == Role::about)
        out_->approximate = true;
      else if (role == Role::up)
        up_ = true;
      else if (role == Role::down)
        down_ = true;
      else
        return;
      at_ += found.tokens;
    }
  }

  bool take_currency(std::string_view code) {
    if (!out_->currency.empty() && out_->currency != code) return false;
    out_->currency = code;
    return true;
  }

  // Everything in front of the digits. False: this is no amount.
  bool before_digits(Term& result) {
    bool currency = false;
    bool sign = false;
    for (const Token* token = peek(); token; token = peek()) {
      if (token->kind == TokenKind::currency && !currency) {
        if (!take_currency(currency_code(token->text))) return false;
        currency = result.decorated = true;
      } else if (token->kind == TokenKind::open && token->text != "[" && !result.open) {
        result.open = true;
      } else if (token->kind == TokenKind::plus && !sign) {
        sign = true;
      } else if (token->kind == TokenKind::about) {
        out_->approximate = true;
      } else if (token->kind == TokenKind::dash && minus_here() && !sign) {
        sign = result.negative = result.minus = true;
      } else {
        return true;
      }
      ++at_;
    }
    return false;
  }

  // A dash with digits behind it is a minus, unless it is a long one that stands apart.
  bool minus_here() const {
    const Token* next = peek(1);
    if (!next || (next->kind != TokenKind::number && next->kind != TokenKind::currency && next->kind != TokenKind::open)) return false;
    if (next->kind == TokenKind::currency && !next_is(TokenKind::number, 2) && !next_is(TokenKind::open, 2)) return false;
    const auto dash = peek()->text;
    return !next->spaced || dash == "-" || dash == "−" || dash == "–";
  }

  bool digits(Term& result) {
    const Token* token = peek();
    if (token->kind == TokenKind::number) {
      result.number = token;
      result.value = token->value;
      ++at_;
      return true;
    }
    if (token->kind == TokenKind::dash) {
      result.nil_text = token->text;
      ++at_;
      return true;
    }
    const bool stars = token->kind == TokenKind::mark && token->text.front() == '*';
    const Phrase found = phrase();
    const auto tokens = stars ? 1 : found.word.role == Role::nil ? found.tokens : 0;
    if (tokens == 0) return false;
    const Token* last = peek(tokens - 1);
    result.nil_text = {token->text.data(), static_cast<std::size_t>(last->text.data() + last->text.size() - token->text.data())};
    at_ += tokens;
    return true;
  }

  bool take_kind(Amount::Kind kind) {
    // "% points" are points.
    if (out_->kind != Amount::Kind::plain && out_->kind != kind && kind != Amount::Kind::points) return false;
    out_->kind = kind;
    return true;
  }

  // A letter glued to the digits: a magnitude, or "x". A small b is a mark unless the amount is money.
  bool glued_letter(const Token& token, Term& result) {
    if (token.text.size() != 1) return false;
    const bool money = !out_->currency.empty();
    const bool capital = token.text[0] >= 'A' && token.text[0] <= 'Z';
    if (token.spaced && !(capital && money)) return false;
    const std::string key = to_lower(token.text);
    const AmountWord word = amount_word(key);
    if (word.role != Role::attached) return false;
    if ((key == "b" && !capital && !money) || (key == "t" && !money)) return false;
    result.scale = word.value;
    return true;
  }

  bool unit_phrase(Term& result) {
    const Phrase found = phrase();
    const Token& token = *peek();
    bool taken = true;
    switch (found.word.role) {
      case Role::scale: result.scale = found.word.value; break;
      case Role::percent: taken = take_kind(Amount::Kind::percent); break;
      case Role::points: taken = take_kind(Amount::Kind::points); break;
      case Role::bps: taken = take_kind(Amount::Kind::basis_points); break;
      case Role::multiple: taken = take_kind(Amount::Kind::multiple); break;
      case Role::unit: {
        if (!out_->unit.empty()) return false;
        const Token* last = peek(found.tokens - 1);
        out_->unit = {token.text.data(), static_cast<std::size_t>(last->text.data() + last->text.size() - token.text.data())};
        break;
      }
      default: taken = false;
    }
    if (!taken) return false;
    at_ += found.tokens;
    result.decorated = true;
    return true;
  }

  // "76.7 MEUR", "12 EUR", "4.5M".
  bool money_behind(Term& result) {
    const Token& token = *peek();
    if (token.kind == TokenKind::word && result.number && glued_letter(token, result)) {
      result.decorated = true;
      ++at_;
      return true;
    }
    const MoneyWord money = money_word(token.text);
    if (money.currency.empty() || !out_->currency.empty()) return false;
    out_->currency = money.currency;
    if (money.exponent != 0) result.scale = money.exponent;
    result.decorated = true;
    ++at_;
    return true;
  }

  // Everything behind the digits that belongs to the value.
  void behind_digits(Term& result, bool outer_open) {
    for (const Token* token = peek(); token; token = peek()) {
      if (token->kind == TokenKind::percent) {
        if (!take_kind(Amount::Kind::percent)) return;
        result.decorated = true;
        ++at_;
      } else if (token->kind == TokenKind::close && (result.open || outer_open) && !result.closed && token->text != "]") {
        result.closed = true;
        ++at_;
      } else if (token->kind == TokenKind::plus && !token->spaced && !peek(1)) {
        out_->approximate = true;
        ++at_;
      } else if (token->kind == TokenKind::dash && trailing_minus(*token, result)) {
        result.negative = true;
        ++at_;
      } else if (token->kind == TokenKind::word || token->kind == TokenKind::currency) {
        if (!unit_phrase(result) && !money_behind(result)) return;
      } else {
        return;
      }
    }
  }

  // "1,234-" as some ledgers print it.
  bool trailing_minus(const Token& dash, const Term& result) const {
    if (dash.spaced || result.negative || result.open || !result.number) return false;
    const TokenKind before = tokens_.items[at_ - 1].kind;
    if (before != TokenKind::number && before != TokenKind::percent) return false;
    const Token* next = peek(1);
    return !next || next->kind == TokenKind::mark || (next->kind == TokenKind::open && next->spaced);
  }

  Term term(bool outer_open) {
    Term result;
    if (!before_digits(result)) return result;
    if (!digits(result)) return result;
    behind_digits(result, outer_open);
    result.negative = result.negative || result.open;
    result.read = true;
    return result;
  }

  // A dash or a word between two values; the dash of "1,234-" was taken with its number.
  bool range_follows(const Term& first) {
    if (!first.number) return false;
    const Token* token = peek();
    if (!token || !peek(1)) return false;
    const TokenKind next = peek(1)->kind;
    const bool value = next == TokenKind::number || next == TokenKind::currency || next == TokenKind::open || next == TokenKind::dash;
    const bool word = token->kind == TokenKind::word && phrase().word.role == Role::to;
    if (!value || (token->kind != TokenKind::dash && !word)) return false;
    hyphenated_ = token->kind == TokenKind::dash && !token->spaced;
    ++at_;
    return true;
  }

  bool join_range(Term& first, Term& second) {
    if (!second.number) return false;
    const bool shared = first.open && !first.closed;  // "(3.0 - 5.0)"
    if (shared && (second.open || !second.closed)) return false;
    if (shared) {
      first.closed = true;
      second.negative = true;
    }
    if (first.decorated || second.decorated || out_->kind != Amount::Kind::plain) return scale_alike(first, second);
    // Bare digits: a range of years, a date or a telephone number is none of amounts.
    if (year_like(*first.number) || first.number->value > second.number->value) return false;
    const auto length = [](const Term& term) { return term.number->text.size(); };
    if (hyphenated_ && (length(second) > length(first) + 1 || length(second) > 5)) return false;
    return true;
  }

  // "$11.2-12.4 billion": the magnitude is that of both; "$900 million to $1.1 billion" come to the greater one.
  static bool scale_alike(Term& first, Term& second) {
    if (first.scale == 0 || second.scale == 0) first.scale = second.scale = std::max(first.scale, second.scale);
    const int scale = std::max(first.scale, second.scale);
    first.value = first.value.scaled(first.scale - scale);
    second.value = second.value.scaled(second.scale - scale);
    first.scale = second.scale = scale;
    return true;
  }

  Decimal signed_value(const Term& term) const {
    const bool negative = term.negative || down_;
    return negative ? term.value.negated() : term.value;
  }

  void settle(const Term& first, const Term& second) {
    out_->nil = first.number == nullptr;
    out_->nil_text = first.nil_text;
    if (!out_->nil) out_->value = signed_value(first);
    if (first.number) out_->notation = first.number->notation;
    out_->scale = first.scale;
    if (second.read) out_->upper = signed_value(second);
  }

  // "(1)(3)", "(2, 3)", "[a]", "(Note 5)": true when the group in parentheses is marks, which are then taken.
  bool mark_group() {
    std::vector<std::string> marks;
    std::size_t ahead = 1;
    for (;; ++ahead) {
      const Token* token = peek(ahead);
      if (!token) return false;
      if (token->kind == TokenKind::close) break;
      const bool separator = token->kind == TokenKind::comma || token->kind == TokenKind::slash || token->text == "&" ||
                             token->text == "and" || token->text == "Note" || token->text == "Notes";
      if (separator) continue;
      const bool taken = (token->kind == TokenKind::number && add_number_marks(token->text, marks)) ||
                         (token->kind == TokenKind::word && add_word_marks(token->text, marks));
      if (token->kind == TokenKind::mark)
        marks.push_back(mark_of_sign(token->text));
      else if (!taken)
        return false;
    }
    if (marks.empty()) return false;
    out_->marks.insert(out_->marks.end(), marks.begin(), marks.end());
    at_ += ahead + 1;
    return true;
  }

  // Bare letters as marks: "1,234a", "1,369 A".
  bool letter_mark(const Token& token) {
    if (token.text.size() != 1 || !is_alpha(token.text[0])) return false;
    const Token& before = tokens_.items[at_ - 1];
    if (before.kind == TokenKind::number && year_like(before)) return false;  // "2025E"
    const char letter = token.text[0];
    const bool small = letter >= 'a' && letter <= 'j';
    if (!small && !(token.spaced && letter >= 'A' && letter <= 'J')) return false;
    out_->marks.emplace_back(token.text);
    ++at_;
    return true;
  }

  void trailing() {
    for (const Token* token = peek(); token; token = peek()) {
      if (token->kind == TokenKind::mark) {
        out_->marks.push_back(mark_of_sign(token->text));
        ++at_;
      } else if (token->kind == TokenKind::open) {
        if (!mark_group()) return;
      } else if (token->kind == TokenKind::full_stop && !peek(1) && decorated()) {
        ++at_;
      } else if (token->kind == TokenKind::word) {
        const Phrase found = phrase();
        if (found.word.role == Role::aside)
          at_ += found.tokens;
        else if (!letter_mark(*token))
          return;
      } else {
        return;
      }
    }
  }

  bool decorated() const { return !out_->currency.empty() || out_->kind != Amount::Kind::plain || out_->scale != 0 || !out_->unit.empty(); }

  // What the grammar lets through and no reader would take for an amount.
  bool plausible(const Term& first, const Term& second) {
    const bool bare = !decorated() && !first.minus && !second.read && !up_ && !down_ && !out_->approximate;
    const bool small = first.number && first.number->text.size() <= 2 && first.number->value.exponent() == 0;
    const bool listed = first.number && first.number->notation == Amount::Notation::european && first.number->text.size() <= 5;
    const bool parenthesised = first.open && first.closed && (small || listed);
    const bool star = !first.number && first.nil_text.front() == '*';
    if (bare && parenthesised && numbered_in_front_) return false;  // "(1)(2)" are two marks
    out_->could_be_mark = bare && out_->marks.empty() && (parenthesised || star);
    if (first.number && year_like(*first.number) && !out_->unit.empty()) return false;
    // "(1,234 %": a lost parenthesis is common, a lost one around a nil or a range is noise.
    return !(first.open && !first.closed && (!first.number || second.read));
  }

  const AmountTokens& tokens_;
  Amount* out_ = nullptr;
  std::size_t at_ = 0;
  bool up_ = false;
  bool down_ = false;
  bool hyphenated_ = false;
  bool numbered_in_front_ = false;
};

constexpr std::size_t kLongest = 96;  // bytes; a longer cell is a sentence

// "GAAP: $15.80 to $16.10": takes the word in front of the colon off.
std::string_view take_basis(std::string_view text, std::string& basis) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon > 12) return text;
  if (amount_word(to_lower(text.substr(0, colon))).role != Role::basis) return text;
  basis = text.substr(0, colon);
  return text.substr(colon + 1);
}

}  // namespace

std::optional<Amount> read_amount(std::string_view text, Superscripts superscripts) {
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  Amount amount;
  std::vector<std::string> raised;
  std::string flat;
  if (!superscripts.empty()) {
    std::size_t at = 0;
    for (const auto& [begin, end] : superscripts) {
      if (begin < at || end > text.size() || end <= begin) continue;
      flat.append(text.substr(at, begin - at));
      add_superscript_marks(text.substr(begin, end - begin), raised);
      at = end;
    }
    flat.append(text.substr(at));
    text = flat;
  }
  text = take_basis(trim(text), amount.basis);
  const auto tokens = tokenize_amount(text);
  if (!tokens || tokens->count == 0) return std::nullopt;
  if (!Reader(*tokens).read(amount)) return std::nullopt;
  // A star at each end is emphasis that the source's markup left over.
  if (amount.marks.size() == 2 && amount.marks.front() == "*" && text.front() == '*' && text.back() == '*') amount.marks.clear();
  amount.marks.insert(amount.marks.end(), raised.begin(), raised.end());
  if (!raised.empty()) amount.could_be_mark = false;
  return amount;
}

std::string dump(const Amount& amount) {
  std::string out = amount.approximate ? "~" : "";
  out += amount.nil ? "nil(" + amount.nil_text + ")" : amount.value.to_string();
  if (amount.upper) out += ".." + amount.upper->to_string();
  constexpr std::array kinds = {"", "%", " pts", " bps", "x"};
  out += kinds[static_cast<std::size_t>(amount.kind)];
  if (!amount.currency.empty()) out += " " + amount.currency;
  if (amount.scale != 0) out += " e" + std::to_string(amount.scale);
  if (!amount.unit.empty()) out += " " + amount.unit;
  if (!amount.marks.empty()) out += " [" + join(amount.marks, " ") + "]";
  if (!amount.basis.empty()) out += " " + amount.basis;
  if (amount.could_be_mark) out += " mark?";
  return out;
}

}  // namespace finwh
