#include "checks/prose_period.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

#include "base/text.h"

namespace finwh {
namespace {

constexpr int kNearDays = 10;

int year_of(std::string_view word) {
  if (word.size() > 1 && word.front() == '\'') word.remove_prefix(1);
  if (!std::all_of(word.begin(), word.end(), is_digit)) return 0;
  const int number = std::atoi(std::string(word).c_str());
  if (word.size() == 2) return number < 70 ? 2000 + number : 1900 + number;
  return word.size() == 4 && number >= 1980 && number < 2100 ? number : 0;
}

int ordinal_of(std::string_view word) {
  constexpr std::array<std::string_view, 8> kOrdinals = {"first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th"};
  const auto found = std::find(kOrdinals.begin(), kOrdinals.end(), word);
  return found == kOrdinals.end() ? 0 : static_cast<int>(found - kOrdinals.begin()) % 4 + 1;
}

int month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3 || (word.size() == 3 ? false : word.size() < 4)) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (word.starts_with(kMonths[i]) && (word.size() > 3 || word == kMonths[i])) return static_cast<int>(i) + 1;
  return 0;
}

// "q1'07", "q1fy25", "1q07", "q1": quarter and year (0 = not said).
struct Short {
  int quarter = 0;
  int year = 0;
};
std::optional<Short> short_quarter(std::string_view word) {
  Short found;
  std::string_view rest;
  if (word.size() >= 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4') {
    found.quarter = word[1] - '0';
    rest = word.substr(2);
  } else if (word.size() >= 2 && word[1] == 'q' && word[0] >= '1' && word[0] <= '4') {
    found.quarter = word[0] - '0';
    rest = word.substr(2);
  } else {
    return std::nullopt;
  }
  if (rest.starts_with("fy")) rest.remove_prefix(2);
  if (rest.empty()) return found;
  found.year = year_of(rest);
  return found.year == 0 ? std::nullopt : std::optional<Short>(found);
}

}  // namespace

struct ProsePeriods::Phrase {
  std::size_t last = 0;
  int quarter = 0;  // 1 to 4
  int year = 0;     // fiscal
  int months = 0;   // 3, 6, 9, 12; 0 = an instant or the quarter's
  std::optional<Date> end;
  int ago = 0;  // months before the current period
};

ProsePeriods::ProsePeriods(const Release& release) {
  for (const Fact& fact : release.facts)
    if (fact.period.kind != PeriodKind::unknown && (periods_.empty() || periods_.back() != fact.period)) periods_.push_back(fact.period);
  const auto key = [](const Period& p) { return std::make_tuple(p.kind, p.end.value_or(Date{}), p.months, p.start.value_or(Date{})); };
  std::sort(periods_.begin(), periods_.end(), [&](const Period& a, const Period& b) { return key(a) < key(b); });
  periods_.erase(std::unique(periods_.begin(), periods_.end()), periods_.end());
  end_ = release.identity.period_end;
  year_ = release.identity.fiscal_year.value_or(0);
  quarter_ = release.identity.fiscal_quarter.value_or(0);
  if (!end_) {
    for (const Period& period : periods_)
      if (period.kind == PeriodKind::duration && period.months == 3 && period.end) end_ = period.end;
  }
  if (!end_) return;
  if (year_ == 0) year_ = static_cast<int>(end_->year());
  if (quarter_ == 0) quarter_ = (static_cast<int>(static_cast<unsigned>(end_->month())) + 2) / 3;
  current_ = ending_near(*end_, 3);
  if (current_.kind == PeriodKind::unknown) current_ = ending_near(*end_, 12);
}

Period ProsePeriods::ending_near(Date end, int months) const {
  for (const Period& period : periods_) {
    if (!period.end || (months == 0) != (period.kind == PeriodKind::instant) || (months > 0 && period.months != months)) continue;
    if (std::abs(days_between(end, *period.end)) <= kNearDays) return period;
  }
  return {};
}

Period ProsePeriods::before(const Period& period, int months) const {
  if (!period.end) return {};
  return ending_near(add_months(*period.end, -months), period.kind == PeriodKind::instant ? 0 : period.months);
}

Period ProsePeriods::resolved(const Phrase& phrase) const {
  if (phrase.end) {
    for (const int months : {phrase.months, 0, 3, 12}) {
      const Period found = ending_near(*phrase.end, months);
      if (found.kind != PeriodKind::unknown) return found;
    }
    return {};
  }
  if (!end_) return {};
  if (phrase.ago > 0) return before(current_, phrase.ago);
  const int quarter = phrase.quarter > 0 ? phrase.quarter : 4;
  const int year = phrase.year > 0 ? phrase.year : year_;
  const int shift = 3 * (quarter - quarter_ + 4 * (year - year_));
  return ending_near(add_months(*end_, shift), phrase.months > 0 ? phrase.months : 3);
}

std::optional<ProsePeriods::Phrase> ProsePeriods::phrase_at(const std::vector<Word>& words, std::size_t at) const {
  const auto word = [&](std::size_t i) { return i < words.size() ? words[i].text : std::string_view(); };
  const auto year_behind = [&](std::size_t& i) {
    while (word(i) == "of" || word(i) == "fiscal" || word(i) == "year" || word(i) == "the" || word(i) == "fy" || word(i) == "calendar") ++i;
    std::string_view text = word(i);
    if (text.starts_with("fy")) text.remove_prefix(2);
    const int year = year_of(text);
    if (year > 0) ++i;
    return year;
  };
  const auto length = [&](std::string_view text) { return text == "quarter" ? 3 : text == "half" ? 6 : 0; };
  Phrase phrase;
  std::size_t i = at;
  if (const int ordinal = ordinal_of(word(at)); ordinal > 0) {
    ++i;
    if (word(i) == "fiscal") ++i;
    const int months = length(word(i));
    if (months == 0) return std::nullopt;
    ++i;
    phrase.quarter = months == 6 ? ordinal * 2 : ordinal;
    phrase.months = months;
    const std::size_t behind = i;
    phrase.year = year_behind(i);
    if (phrase.year == 0) i = behind;
    phrase.last = i;
    return phrase;
  }
  if (const auto quarter = short_quarter(word(at))) {
    ++i;
    phrase.quarter = quarter->quarter;
    phrase.year = quarter->year;
    phrase.months = 3;
    const std::size_t behind = i;
    if (phrase.year == 0) phrase.year = year_behind(i);
    if (phrase.year == 0) i = behind;
    phrase.last = i;
    return phrase;
  }
  if (const int month = month_of(word(at)); month > 0) {
    const int day = std::atoi(std::string(word(at + 1)).c_str());
    const int year = year_of(word(at + 2));
    const auto date = day > 0 && year > 0 ? make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day)) : std::nullopt;
    if (!date) return std::nullopt;
    phrase.end = date;
    phrase.last = at + 3;
    for (std::size_t back = 1; back <= 5 && back <= at; ++back) {
      const std::string_view before = words[at - back].text;
      if (before == "quarter" || before == "three") phrase.months = 3;
      if (before == "six") phrase.months = 6;
      if (before == "nine") phrase.months = 9;
      if (before == "twelve" || before == "year") phrase.months = 12;
      if (phrase.months > 0) break;
    }
    return phrase;
  }
  struct Relative {
    std::array<std::string_view, 4> words;
    int ago;
    int months;  // 0: as long as the current period
  };
  constexpr std::array kRelatives = {
      Relative{{"year", "ago", "", ""}, 12, 0},           Relative{{"prior", "year", "", ""}, 12, 0},
      Relative{{"previous", "year", "", ""}, 12, 0},      Relative{{"last", "year", "", ""}, 12, 0},
      Relative{{"year", "earlier", "", ""}, 12, 0},       Relative{{"year", "over", "year", ""}, 12, 0},
      Relative{{"prior", "quarter", "", ""}, 3, 0},       Relative{{"previous", "quarter", "", ""}, 3, 0},
      Relative{{"preceding", "quarter", "", ""}, 3, 0},   Relative{{"sequentially", "", "", ""}, 3, 0},
      Relative{{"quarter", "over", "quarter", ""}, 3, 0},
  };
  for (const Relative& relative : kRelatives) {
    std::size_t count = 0;
    while (count < 4 && !relative.words[count].empty() && word(at + count) == relative.words[count]) ++count;
    if (count == 4 || relative.words[count].empty()) {
      phrase.ago = relative.ago;
      phrase.last = at + count;
      return phrase;
    }
  }
  const bool whole_year = (word(at) == "fiscal" || word(at) == "full" || word(at) == "year" || word(at) == "fy");
  if (whole_year) {
    i = at + 1;
    while (word(i) == "year" || word(i) == "fiscal") ++i;
    phrase.year = year_of(word(i));
    if (phrase.year == 0) return std::nullopt;
    phrase.months = 12;
    phrase.last = i + 1;
    return phrase;
  }
  if (year_of(word(at)) > 1900 && word(at).size() == 4 && at > 0 &&
      (words[at - 1].text == "in" || words[at - 1].text == "for" || words[at - 1].text == "to")) {
    phrase.year = year_of(word(at));
    phrase.months = 12;
    phrase.last = at + 1;
    return phrase;
  }
  return std::nullopt;
}

std::vector<ProsePeriod> ProsePeriods::named_in(const std::vector<Word>& words) const {
  std::vector<ProsePeriod> found;
  for (std::size_t i = 0; i < words.size();) {
    const auto phrase = phrase_at(words, i);
    if (!phrase) {
      ++i;
      continue;
    }
    found.push_back({i, phrase->last, resolved(*phrase), phrase->ago > 0});
    i = phrase->last;
  }
  return found;
}

}  // namespace finwh
