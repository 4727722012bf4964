#include "checks/ties.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "facts/currency.h"

namespace finwh {
namespace {

constexpr std::size_t kMaxGroup = 24;  // printings of one value that are paired with each other
constexpr double kNeededBits = 12;     // of agreeing digits, for lines that only share words
constexpr double kNeededBitsSame = 6;  // for lines of one label, section and basis
constexpr double kNeededBitsPercent = 16;
constexpr double kNeededBitsToFail = 12;  // where another period disagrees

// Words that say nothing of what a line is.
constexpr std::array<std::string_view, 37> kEmptyWords = {
    "a",   "adjusted", "an",   "and",     "as",  "at",    "based", "by",    "category", "condensed", "consolidated", "ended", "expense",
    "for", "from",     "gaap", "general", "in",  "item",  "items", "line",  "months",   "net",       "non",          "of",    "on",
    "or",  "other",    "per",  "related", "the", "three", "to",    "total", "totals",   "used",      "with"};

using Words = std::vector<std::uint64_t>;  // hashes of words, sorted

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

void add_words(Words& words, std::string_view folded) {
  static const std::unordered_set<std::string_view> empty(kEmptyWords.begin(), kEmptyWords.end());
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    std::string_view word = folded.substr(at, end - at);
    at = end + 1;
    if (empty.contains(word)) continue;
    if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
    words.push_back(hash_of(word));
  }
}

void settle(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool within(const Words& part, const Words& whole) { return std::includes(whole.begin(), whole.end(), part.begin(), part.end()); }

// The words of a line by themselves, and with all that stands above it.
struct LineWords {
  Words own;
  Words around;  // own, headings and title
};

struct Printing {
  int fact = 0;
  int line = 0;
  std::int64_t coefficient = 0;  // magnitude without trailing zeros
  int exponent = 0;
};

class Ties {
 public:
  Ties(const ReleaseView& view, CheckReport& report) : view_(view), report_(report), groups_(view.release().facts.size()) {
    std::iota(groups_.begin(), groups_.end(), 0);
    Words title;
    Words headings;
    const std::vector<std::string>* path = nullptr;
    int table = -1;
    for (const FactLine& line : view.lines()) {
      const Fact& fact = view.fact(line.first);
      if (line.table != table) {
        table = line.table;
        path = nullptr;
        title.clear();
        add_words(title, fold(view.table(table).title));
      }
      if (path == nullptr || *path != fact.section_path) {
        path = &fact.section_path;
        headings = title;
        for (const std::string& heading : fact.section_path) add_words(headings, fold(heading));
      }
      LineWords words;
      add_words(words.own, line.sense.words);
      words.around = headings;
      words.around.insert(words.around.end(), words.own.begin(), words.own.end());
      settle(words.own);
      settle(words.around);
      words_.push_back(std::move(words));
    }
  }

  void run() {
    for (const auto& [a, b] : candidates()) tie(a, b);
  }

 private:
  // Pairs of lines that agree in a figure, in order.
  std::vector<std::pair<int, int>> candidates() const {
    std::vector<Printing> printings;
    for (std::size_t l = 0; l < view_.lines().size(); ++l) {
      const FactLine& line = view_.lines()[l];
      for (int i = line.first; i < line.last; ++i) {
        const Fact& fact = view_.fact(i);
        if (fact.nil || fact.value.is_zero() || fact.period.kind == PeriodKind::unknown) continue;
        Printing printing{i, static_cast<int>(l), fact.value.magnitude().coefficient(), fact.value.exponent()};
        while (printing.coefficient % 10 == 0) {
          printing.coefficient /= 10;
          ++printing.exponent;
        }
        printings.push_back(printing);
      }
    }
    const auto key = [](const Printing& p) { return std::make_pair(p.coefficient, p.exponent); };
    std::sort(printings.begin(), printings.end(),
              [&](const Printing& a, const Printing& b) { return std::make_tuple(key(a), a.fact) < std::make_tuple(key(b), b.fact); });
    std::vector<std::pair<int, int>> pairs;
    for (std::size_t first = 0; first < printings.size();) {
      std::size_t last = first;
      while (last < printings.size() && key(printings[last]) == key(printings[first])) ++last;
      const std::size_t end = std::min(last, first + kMaxGroup);
      for (std::size_t a = first; a < end; ++a)
        for (std::size_t b = a + 1; b < end; ++b)
          if (printings[a].line != printings[b].line && comparable(printings[a].fact, printings[b].fact))
            pairs.emplace_back(printings[a].line, printings[b].line);
      first = last;
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  bool comparable(int a, int b) const {
    const Fact& x = view_.fact(a);
    const Fact& y = view_.fact(b);
    return x.unit == y.unit && same_period(x, y) && (x.member == y.member || x.member.name.empty() || y.member.name.empty());
  }

  bool same_label(const FactLine& a, const FactLine& b) const {
    const Fact& x = view_.fact(a.first);
    const Fact& y = view_.fact(b.first);
    return a.quantity == b.quantity && x.section_path == y.section_path && x.basis == y.basis;
  }

  static bool is_of_statements(const std::string& unit) {
    return unit == "shares" || unit == "percent" || unit.ends_with("/share") || is_currency_code(unit);
  }

  // Do the words of the two lines speak of one thing?
  bool same_words(int a, int b) const {
    const FactLine& x = view_.lines()[static_cast<std::size_t>(a)];
    const FactLine& y = view_.lines()[static_cast<std::size_t>(b)];
    if (x.figure != KeyFigure::none && y.figure != KeyFigure::none) return x.figure == y.figure;
    const LineWords& u = words_[static_cast<std::size_t>(a)];
    const LineWords& v = words_[static_cast<std::size_t>(b)];
    // Lines of a list that are called alike are different things: ships, stores, sites. Only money, shares and rates are printed
    // twice in one table.
    if (x.table == y.table) return u.own == v.own && !u.own.empty() && is_of_statements(view_.fact(x.first).unit);
    return (!u.own.empty() || !v.own.empty()) && within(u.own, v.around) && within(v.own, u.around);
  }

  void tie(int a, int b) {
    const FactLine& x = view_.lines()[static_cast<std::size_t>(a)];
    const FactLine& y = view_.lines()[static_cast<std::size_t>(b)];
    const bool words = same_words(a, b);
    const bool adjusts = !words && breaks_down(x, y);
    if (!words && !adjusts) return;
    std::vector<std::pair<int, int>> agreeing;
    double bits = 0;
    int opposite = 0;  // an expense here, an amount added back there: more periods with unlike signs than with like ones
    for (int i = x.first; i < x.last; ++i)
      for (int j = y.first; j < y.last; ++j) {
        if (!comparable(i, j) || view_.fact(i).nil || view_.fact(j).nil) continue;
        // A measure that leaves nothing out equals the line above it; it is another line all the same.
        if (x.table == y.table && view_.fact(i).basis != view_.fact(j).basis) continue;
        const Decimal& p = view_.fact(i).value;
        const Decimal& q = view_.fact(j).value;
        if (p.magnitude() != q.magnitude()) continue;
        agreeing.emplace_back(i, j);
        bits += std::log2(1.0 + static_cast<double>(p.magnitude().coefficient()));
        opposite += p.is_negative() != q.is_negative() ? 1 : -1;
      }
    const bool percent = view_.fact(x.first).unit == "percent";
    if (bits < (percent ? kNeededBitsPercent : same_label(x, y) ? kNeededBitsSame : kNeededBits)) return;
    // Lines of one table may repeat under headings that are not known to differ; they tie and never fail.
    const auto differing = x.table == y.table ? std::vector<std::pair<int, int>>() : differences(x, y, agreeing);
    const bool same = adjusts || x.sense.total || y.sense.total || (x.quantity == y.quantity && same_headings(x, y));
    // One figure that stands out is a finding; several are a sign that the lines are not the same.
    const bool few = differing.size() <= 1 || 2 * differing.size() <= agreeing.size();
    const bool plain = same && few && differing.size() <= agreeing.size() && bits >= kNeededBitsToFail;
    if (!differing.empty() && !plain) return;
    for (const auto& pair : agreeing) {
      // An adjustment is added back in one table and taken away in another; a percentage's sign depends on what it is of.
      const Fact& p = view_.fact(pair.first);
      const Fact& q = view_.fact(pair.second);
      const bool free = p.unit == "percent" || p.basis == Basis::adjustment || q.basis == Basis::adjustment;
      const bool missed = same && !free && x.table != y.table && differing.empty() && would_differ(x, y, agreeing, pair, bits);
      add(pair.first, pair.second, free ? p.value.is_negative() != q.value.is_negative() : opposite > 0, missed);
    }
    for (const auto& [i, j] : differing) add(i, j, opposite > 0, true);
  }

  // Would the pair be reported as differing if one of its figures were another?
  bool would_differ(const FactLine& x, const FactLine& y, std::vector<std::pair<int, int>> agreeing, const std::pair<int, int>& pair,
                    double bits) const {
    agreeing.erase(std::remove_if(agreeing.begin(), agreeing.end(),
                                  [&](const auto& other) { return other.first == pair.first || other.second == pair.second; }),
                   agreeing.end());
    const auto own = static_cast<double>(view_.fact(pair.first).value.magnitude().coefficient());
    if (agreeing.empty() || bits - std::log2(1.0 + own) < kNeededBitsToFail) return false;
    return differences(x, y, agreeing) == std::vector<std::pair<int, int>>{pair};
  }

  // The figures that ought to agree and do not: each the only one of its line for the period, member and basis. Percentages of
  // one line may be of many things, so they are left out.
  std::vector<std::pair<int, int>> differences(const FactLine& x, const FactLine& y,
                                               const std::vector<std::pair<int, int>>& agreeing) const {
    std::vector<std::pair<int, int>> found;
    const auto agrees = [&](int fact) {
      return std::any_of(agreeing.begin(), agreeing.end(), [&](const auto& pair) { return pair.first == fact || pair.second == fact; });
    };
    for (int i = x.first; i < x.last; ++i) {
      const Fact& p = view_.fact(i);
      if (p.nil || p.unit == "percent" || agrees(i) || !only(x, i)) continue;
      for (int j = y.first; j < y.last; ++j) {
        const Fact& q = view_.fact(j);
        const bool adjusts = p.basis == Basis::adjustment || q.basis == Basis::adjustment;
        // A loss is not diluted, so the shares may differ by basis; and columns may be adjusted in more ways than one.
        const bool shares = p.unit == "shares" && !is_undiluted(x, i) && !is_undiluted(y, j);
        const bool adjusted = p.basis == Basis::non_gaap && (mixes_bases(x) || mixes_bases(y));
        const bool basis = (p.basis == q.basis && !adjusted) || adjusts || shares;
        const bool alike = comparable(i, j) && p.member == q.member && basis;
        // Another figure of the same unit has to agree.
        const bool borne =
            std::any_of(agreeing.begin(), agreeing.end(), [&](const auto& pair) { return view_.fact(pair.first).unit == p.unit; });
        if (!q.nil && alike && borne && !agrees(j) && only(y, j)) found.emplace_back(i, j);
      }
    }
    const auto unclear = [&](const auto& pair) { return is_repeated(x, pair.first) || is_repeated(y, pair.second); };
    found.erase(std::remove_if(found.begin(), found.end(), unclear), found.end());
    return found;
  }

  // Is a count of diluted shares the basic one, as it is beside a loss?
  bool is_undiluted(const FactLine& line, int fact) const {
    constexpr std::size_t kNear = 3;  // lines
    if (line.figure != KeyFigure::shares_diluted) return false;
    const std::size_t own = index_of(line);
    for (std::size_t l = own; l-- > 0 && own - l <= kNear && view_.lines()[l].table == line.table;) {
      const FactLine& above = view_.lines()[l];
      const int basic = above.figure == KeyFigure::shares_basic ? view_.counterpart(above, fact, false) : -1;
      if (basic >= 0) return view_.fact(basic).value == view_.fact(fact).value;
    }
    return false;
  }

  // Do its columns stand for different bases?
  bool mixes_bases(const FactLine& line) const {
    for (int i = line.first + 1; i < line.last; ++i)
      if (view_.fact(i).basis != view_.fact(line.first).basis) return true;
    return false;
  }

  // Does another line of its table print another figure in the same words, as additions to property stand under investing and
  // under financing?
  bool is_repeated(const FactLine& line, int fact) const {
    const std::size_t own = index_of(line);
    const auto& lines = view_.lines();
    const auto repeats = [&](std::size_t l) {
      if (l == own || words_[l].own != words_[own].own) return false;
      for (int i = lines[l].first; i < lines[l].last; ++i) {
        const Fact& other = view_.fact(i);
        const bool differs = !other.nil && other.value.magnitude() != view_.fact(fact).value.magnitude();
        if (differs && other.basis == view_.fact(fact).basis && comparable(i, fact)) return true;
      }
      return false;
    };
    for (std::size_t l = own; l-- > 0 && lines[l].table == line.table;)
      if (repeats(l)) return true;
    for (std::size_t l = own + 1; l < lines.size() && lines[l].table == line.table; ++l)
      if (repeats(l)) return true;
    return false;
  }

  // Do the lines stand under like headings, or at least one of them under none?
  bool same_headings(const FactLine& x, const FactLine& y) const {
    const auto& p = view_.fact(x.first).section_path;
    const auto& q = view_.fact(y.first).section_path;
    if (p.empty() || q.empty()) return true;
    Words a;
    Words b;
    add_words(a, fold(p.back()));
    add_words(b, fold(q.back()));
    settle(a);
    settle(b);
    return within(a, b) || within(b, a);
  }

  // Is it the line's only figure for its unit, period, member and basis?
  bool only(const FactLine& line, int fact) const {
    const Fact& own = view_.fact(fact);
    for (int i = line.first; i < line.last; ++i) {
      const Fact& other = view_.fact(i);
      if (i != fact && other.unit == own.unit && same_period(other, own) && other.member == own.member && other.basis == own.basis)
        return false;
    }
    return true;
  }

  // Is one line the adjustment of a walk, and the other the amount for what the walk adjusts? The adjustment's words are the
  // other table's subject, and the GAAP line of the walk has the other line's words.
  bool breaks_down(const FactLine& a, const FactLine& b) const {
    return (view_.fact(a.first).basis == Basis::adjustment && adjusts(a, b)) ||
           (view_.fact(b.first).basis == Basis::adjustment && adjusts(b, a));
  }

  bool adjusts(const FactLine& adjustment, const FactLine& amount) const {
    const int gaap = gaap_line_of(adjustment);
    if (gaap < 0 || adjustment.table == amount.table) return false;
    const LineWords& own = words_[index_of(adjustment)];
    const LineWords& other = words_[index_of(amount)];
    const LineWords& base = words_[static_cast<std::size_t>(gaap)];
    return !own.own.empty() && within(own.own, other.around) && !other.own.empty() && within(other.own, base.around);
  }

  std::size_t index_of(const FactLine& line) const { return static_cast<std::size_t>(&line - view_.lines().data()); }

  // The line that the walk of an adjustment starts from, or -1.
  int gaap_line_of(const FactLine& adjustment) const {
    for (std::size_t i = index_of(adjustment); i-- > 0;) {
      const FactLine& line = view_.lines()[i];
      if (line.table != adjustment.table) return -1;
      const Basis basis = view_.fact(line.first).basis;
      if (basis == Basis::gaap) return static_cast<int>(i);
      if (basis != Basis::adjustment) return -1;
    }
    return -1;
  }

  int root(int fact) {
    while (groups_[static_cast<std::size_t>(fact)] != fact) {
      int& up = groups_[static_cast<std::size_t>(fact)];
      up = groups_[static_cast<std::size_t>(up)];
      fact = up;
    }
    return fact;
  }

  void add(int a, int b, bool opposite, bool stated) {
    const int first = root(a);
    const int second = root(b);
    const Fact& x = view_.fact(a);
    const Fact& y = view_.fact(b);
    const Comparison comparison = compare_printings(y.value, opposite ? x.value.negated() : x.value);
    if (comparison.status == CheckStatus::pass) {
      if (first == second) return;  // already tied over other printings
      groups_[static_cast<std::size_t>(std::max(first, second))] = std::min(first, second);
    }
    const int table = x.table == y.table ? x.table : -1;
    std::string description =
        view_.name(b) + " as in " + (view_.table(x.table).title.empty() ? "another table" : view_.table(x.table).title);
    report_.checks.push_back(
        make_check(rule_of(a, b), table, std::move(description), {{b, 0, stated}, {a, opposite ? -1 : 1, stated}}, comparison));
  }

  std::string_view rule_of(int a, int b) const {
    const FactLine& x = view_.line_of(a);
    const FactLine& y = view_.line_of(b);
    const KeyFigure figure = x.figure != KeyFigure::none ? x.figure : y.figure;
    if (figure == KeyFigure::net_income) return "tie-net-income";
    if (figure == KeyFigure::cash) return "tie-cash";
    if (figure == KeyFigure::revenue) return "tie-revenue";
    if (view_.fact(a).basis == Basis::adjustment || view_.fact(b).basis == Basis::adjustment) return "tie-adjustment";
    return x.sense.total != y.sense.total ? "tie-total" : "tie-line";
  }

  const ReleaseView& view_;
  CheckReport& report_;
  std::vector<LineWords> words_;
  std::vector<int> groups_;
};

}  // namespace

void check_ties(const ReleaseView& view, CheckReport& report) { Ties(view, report).run(); }

}  // namespace finwh
