#include "checks/footing.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/text.h"
#include "checks/sign_search.h"

namespace finwh {
namespace {

// How a block of open lines lies: what its start says about being where a sum begins.
constexpr double kClosesSection = 12;
constexpr double kAfterTotal = 6;
constexpr double kFromTotal = 5;
constexpr double kNamesPart = 6;
constexpr double kSectionStart = 4;
constexpr double kAnywhere = -4;
// Needed besides of a reading in a single column whose line does not say total.
constexpr double kNeededMoreAlone = 6;
// Needed of a reading that fails in some column, since the failure will be reported.
constexpr double kNeededToFail = 14;

bool starts_with(const std::vector<int>& path, const std::vector<int>& prefix) {
  return path.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

// Sums of the lines behind the first of a block, in one column, by what their labels say.
struct BlockSums {
  Wide plain = 0;          // neutral and raising
  Wide raising = 0;        // of these, the raising
  Wide lowered = 0;        // lowering, printed positive
  Wide printed_lower = 0;  // lowering, printed negative
  Wide slack = 0;
  bool any = false;
};

struct BlockCounts {
  int plain = 0;
  int lowered = 0;
  int printed_lower = 0;
};

Wide pattern_sum(SignPattern pattern, Wide first, const BlockSums& rest, bool total_lowers) {
  const Wide all = rest.plain + rest.lowered + rest.printed_lower;
  switch (pattern) {
    case SignPattern::sum: return first + all;
    case SignPattern::difference: return first - all;
    case SignPattern::by_label:
      return total_lowers ? first + all - 2 * rest.raising : first + rest.plain - rest.lowered - rest.printed_lower;
    case SignPattern::by_print: return first + rest.plain - rest.lowered + rest.printed_lower;
    case SignPattern::turned_sum: return -(first + all);
    case SignPattern::turned_difference: return all - first;
    case SignPattern::given: break;
  }
  return 0;
}

class Search {
 public:
  Search(const UnitGrid& grid, const std::vector<NamedSum>& named)
      : grid_(grid),
        width_(grid.columns.size()),
        closed_(grid.lines.size()),
        dependent_(grid.lines.size()),
        negative_(grid.lines.size()),
        adjusts_(grid.lines.size()),
        named_(grid.lines.size(), nullptr) {
    for (const NamedSum& sum : named) {
      if (!credible(sum)) continue;
      named_[sum.total] = &sum;
      for (std::size_t i = 1; i < sum.parts.size(); ++i) adjusts_[sum.parts[i]] = true;
    }
    for (std::size_t line = 0; line < grid.lines.size(); ++line) {
      int balance = 0;
      for (std::size_t column = 0; column < width_; ++column) {
        const std::int64_t value = grid.at(line, column).value;
        balance += value < 0 ? -1 : value > 0 ? 1 : 0;
      }
      negative_[line] = balance < 0;
    }
  }

  std::vector<SumReading> run() {
    for (std::size_t line = 0; line < grid_.lines.size(); ++line) {
      close_parents(grid_.lines[line].depth);
      if (read_line(line)) continue;
      dependent_[line] = is_dependent(line);
      open_.push_back(line);
    }
    close_parents(0);
    std::sort(accepted_.begin(), accepted_.end(), [](const SumReading& a, const SumReading& b) { return a.total < b.total; });
    return std::move(accepted_);
  }

 private:
  // True when the line itself was taken up, as the last part of a total that stands first.
  bool read_line(std::size_t line) {
    if (adjusts_[line] || (named_[line] != nullptr && accept_named(line))) return false;
    std::optional<SumReading> best = search(line, open_);
    if (!best || best->holds < best->tried) {
      const auto main = main_lines();
      if (main.size() < open_.size()) {
        const auto other = search(line, main);
        if (other && (!best || other->holds > best->holds)) best = other;
      }
    }
    if (!best || best->holds < best->tried) {
      const auto free = search_signs(line);
      if (free && (!best || best->holds == 0)) best = free;
    }
    if (!best) return false;
    if (best->pattern == SignPattern::difference && stands_first(*best)) return accept_first(*best);
    accept(*best);
    return false;
  }

  // A line that no word makes a result is not read as what is left of another: that other is the total, and stands first.
  bool stands_first(const SumReading& reading) const {
    const GridLine& last = grid_.lines[reading.total];
    return !last.sense->result && !last.sense->total && !last.sense->non_gaap && !closed_[reading.parts.front()];
  }

  bool accept_first(SumReading reading) {
    const std::size_t first = reading.parts.front();
    reading.parts.erase(reading.parts.begin());
    reading.parts.push_back(reading.total);
    reading.total = first;
    reading.weights.assign(reading.parts.size(), 1);
    reading.pattern = SignPattern::sum;
    weigh(grid_, reading);
    accepted_.push_back(reading);
    closed_[first] = true;
    while (!open_.empty() && open_.back() > first) open_.pop_back();
    return true;
  }

  SumReading reading_of(const NamedSum& sum) const {
    SumReading reading;
    reading.total = sum.total;
    reading.parts = sum.parts;
    reading.weights = sum.weights;
    reading.pattern = SignPattern::given;
    weigh(grid_, reading);
    return reading;
  }

  // A named sum counts when it holds in half of the columns or more, or when its labels leave no doubt.
  bool credible(const NamedSum& sum) const {
    const SumReading reading = reading_of(sum);
    return (reading.holds > 0 && 2 * reading.holds >= reading.tried) || sum.plain;
  }

  // The sum that another source names, unless another reading explains the line better.
  bool accept_named(std::size_t line) {
    SumReading reading = reading_of(*named_[line]);
    if (reading.holds < reading.tried) {
      const auto other = search(line, open_);
      if (other && other->holds == other->tried) return false;
    }
    reading.unmistakable = true;
    accepted_.push_back(reading);
    closed_[line] = true;
    const auto held = [&](std::size_t open) { return std::find(reading.parts.begin(), reading.parts.end(), open) != reading.parts.end(); };
    open_.erase(std::remove_if(open_.begin(), open_.end(), held), open_.end());
    return true;
  }

  void accept(const SumReading& reading) {
    accepted_.push_back(reading);
    closed_[reading.total] = true;
    while (!open_.empty() && open_.back() >= reading.parts.front()) open_.pop_back();
  }

  // A line with deeper lines under it that it is the sum of: a total that stands first. Called when the next line is not deeper.
  void close_parents(int depth) {
    while (open_.size() >= 3) {
      std::size_t start = open_.size();
      while (start > 0 && grid_.lines[open_[start - 1]].depth > depth &&
             (start == open_.size() || grid_.lines[open_[start - 1]].depth >= grid_.lines[open_.back()].depth))
        --start;
      if (start == 0 || open_.size() - start < 2 || open_.size() - start > kLookBack) return;
      const std::size_t parent = open_[start - 1];
      if (closed_[parent] || grid_.lines[parent].depth >= grid_.lines[open_.back()].depth) return;
      SumReading reading;
      reading.total = parent;
      reading.parts.assign(open_.begin() + static_cast<std::ptrdiff_t>(start), open_.end());
      reading.weights.assign(reading.parts.size(), 1);
      weigh(grid_, reading);
      reading.structure = kFromTotal;
      if (reading.holds == 0 || reading.holds < reading.tried || reading.bits + reading.structure < kNeeded + 2) return;
      accepted_.push_back(reading);
      closed_[parent] = true;
      open_.resize(start);
    }
  }

  // Does the line only detail a line above it?
  bool is_dependent(std::size_t line) const {
    const GridLine& own = grid_.lines[line];
    if (own.sense->member) return true;
    if (open_.empty() || closed_[line] || own.depth == 0) return false;
    const std::size_t above = open_.back();
    const GridLine& other = grid_.lines[above];
    if (other.section != own.section) return false;
    return other.depth < own.depth ? !closed_[above] : other.depth == own.depth && dependent_[above];
  }

  std::vector<std::size_t> main_lines() const {
    std::vector<std::size_t> main;
    for (const std::size_t line : open_)
      if (!dependent_[line]) main.push_back(line);
    return main;
  }

  // Where in the list of open lines the section begins that the line closes; the list's size when it closes none.
  std::size_t section_start(std::size_t line, const std::vector<std::size_t>& open) const {
    const auto& section = grid_.lines[line].section;
    std::size_t start = open.size();
    if (section.empty()) return start;
    while (start > 0 && starts_with(grid_.lines[open[start - 1]].section, section)) --start;
    return start;
  }

  double block_evidence(std::size_t line, const std::vector<std::size_t>& open, std::size_t start, std::size_t section_start) const {
    if (start == section_start) return kClosesSection;
    if (start == 0 || ends_sum(open[start - 1])) return kAfterTotal;
    if (names_part(line, open[start]) || from_gaap(line, open, start)) return kNamesPart;
    if (ends_sum(open[start])) return kFromTotal;
    return starts_with(grid_.lines[open[start - 1]].section, grid_.lines[open[start]].section) ? kAnywhere : kSectionStart;
  }

  // Does the first part repeat the total's words: "SG&A before charges" under "Total SG&A"?
  bool names_part(std::size_t line, std::size_t part) const {
    const std::string_view words = without_total(grid_.lines[line].sense->words);
    return !words.empty() && contains_word(grid_.lines[part].sense->words, words);
  }

  // Does the block begin at a GAAP line and lead to a non-GAAP one, with no other of either between?
  bool from_gaap(std::size_t line, const std::vector<std::size_t>& open, std::size_t start) const {
    if (!grid_.lines[line].sense->non_gaap || !grid_.lines[open[start]].sense->gaap) return false;
    return std::none_of(open.begin() + static_cast<std::ptrdiff_t>(start) + 1, open.end(),
                        [&](std::size_t other) { return grid_.lines[other].sense->gaap || grid_.lines[other].sense->non_gaap; });
  }

  static std::string_view without_total(std::string_view words) {
    constexpr std::string_view kTotal = "total ";
    return words.starts_with(kTotal) ? words.substr(kTotal.size()) : std::string_view();
  }

  // GAAP and non-GAAP lines taken from each other come to nothing that a reader would name.
  bool mixes_bases(std::size_t line, const std::vector<std::size_t>& open, std::size_t start) const {
    if (!grid_.lines[line].sense->non_gaap) return false;
    bool gaap = false;
    bool non_gaap = false;
    for (std::size_t i = start; i < open.size(); ++i) {
      const LabelSense& sense = *grid_.lines[open[i]].sense;
      gaap = gaap || sense.gaap;
      non_gaap = non_gaap || sense.non_gaap;
    }
    return gaap && non_gaap;
  }

  bool ends_sum(std::size_t line) const { return closed_[line] || says_total(grid_.lines[line]) || grid_.lines[line].total; }

  // What a pattern of signs takes from the evidence; a result less a lowering line is as plain as a sum.
  double pattern_cost(const SumReading& reading, const LabelSense& sense) const {
    const bool lowering = reading.parts.size() == 2 && grid_.lines[reading.parts[1]].sense->leaning == Leaning::lowers;
    switch (reading.pattern) {
      case SignPattern::sum: return sense.result && lowering && !negative_[reading.parts[1]] ? 2 : 0;
      case SignPattern::difference: return sense.result ? (lowering ? 0 : 1) : sense.total ? 10 : 5;
      case SignPattern::by_label:
      case SignPattern::by_print: return 3;
      default: return sense.loss || sense.leaning == Leaning::lowers ? 4 : 8;
    }
  }

  std::optional<SumReading> search(std::size_t line, const std::vector<std::size_t>& open) const;
  void test_patterns(std::size_t line, const std::vector<std::size_t>& open, std::size_t start, const std::vector<BlockSums>& rest,
                     const BlockCounts& counts, std::vector<std::pair<std::size_t, SignPattern>>& found, int& alternatives) const;
  SumReading reading_of(std::size_t line, const std::vector<std::size_t>& open, std::size_t start, SignPattern pattern) const;
  std::optional<SumReading> unmistakable(std::size_t line, const std::vector<std::size_t>& open, std::size_t closes) const;
  bool all_alike(const std::vector<std::size_t>& open) const;
  static const SumReading& plainer(const std::vector<SumReading>& readings, const SumReading& best);
  std::optional<SumReading> chosen(std::size_t line, std::vector<SumReading>& readings, double cost) const;
  std::optional<SumReading> search_signs(std::size_t line) const;

  const UnitGrid& grid_;
  std::size_t width_;
  std::vector<std::size_t> open_;
  std::vector<char> closed_;
  std::vector<char> dependent_;
  std::vector<char> negative_;  // printed negative in most columns
  std::vector<char> adjusts_;   // a part behind the first of a named sum: no total
  std::vector<const NamedSum*> named_;
  std::vector<SumReading> accepted_;
};

// Which sign patterns are worth a try on the block: those that differ from the others on it.
void Search::test_patterns(std::size_t line, const std::vector<std::size_t>& open, std::size_t start, const std::vector<BlockSums>& rest,
                           const BlockCounts& counts, std::vector<std::pair<std::size_t, SignPattern>>& found, int& alternatives) const {
  const LabelSense& sense = *grid_.lines[line].sense;
  const bool total_lowers = sense.leaning == Leaning::lowers && !sense.result;
  const bool single = start + 1 == open.size();
  const bool additive = adds_up(grid_);
  const bool turned = sense.loss || total_lowers || sense.total || sense.result;
  // Any line of a statement is a difference of others, since the statement balances; only a result is read as one.
  const auto& own = grid_.lines[line].section;
  const auto& other = grid_.lines[open[start]].section;
  const bool across = !own.empty() && !other.empty() && own.front() != other.front();
  const bool result = sense.result || (total_evidence(grid_.lines[line]) > 0 && !across);
  const std::array<std::pair<SignPattern, bool>, 6> patterns = {{
      {SignPattern::sum, true},
      {SignPattern::difference, !single && result},
      {SignPattern::by_label, !result        ? false
                              : total_lowers ? counts.plain > 0
                                             : counts.lowered > 0 && counts.plain + counts.printed_lower > 0},
      {SignPattern::by_print, result && counts.lowered > 0 && counts.printed_lower > 0},
      {SignPattern::turned_sum, !single && result && turned && additive},
      {SignPattern::turned_difference, !single && result && turned && additive},
  }};
  for (const auto& [pattern, worth] : patterns) {
    if (!worth) continue;
    ++alternatives;
    int holds = 0;
    int fails = 0;
    for (std::size_t column = 0; column < width_ && (holds > 0 || fails < 2); ++column) {
      const GridCell& total = grid_.at(line, column);
      const GridCell& first = grid_.at(open[start], column);
      if (!total.present() || !(first.present() || rest[column].any)) continue;
      const Wide difference = total.value - pattern_sum(pattern, first.value, rest[column], total_lowers);
      const Wide slack = total.slack + first.slack + rest[column].slack;
      ++(difference <= slack && -difference <= slack ? holds : fails);
    }
    if (holds > 0) found.emplace_back(start, pattern);
  }
}

SumReading Search::reading_of(std::size_t line, const std::vector<std::size_t>& open, std::size_t start, SignPattern pattern) const {
  SumReading reading;
  reading.total = line;
  reading.pattern = pattern;
  reading.start = start;
  const LabelSense& sense = *grid_.lines[line].sense;
  const bool total_lowers = sense.leaning == Leaning::lowers && !sense.result;
  for (std::size_t i = start; i < open.size(); ++i) {
    const Leaning leaning = grid_.lines[open[i]].sense->leaning;
    const bool first = i == start;
    int weight = 1;
    switch (pattern) {
      case SignPattern::difference: weight = first ? 1 : -1; break;
      case SignPattern::by_label: weight = !first && leaning == (total_lowers ? Leaning::raises : Leaning::lowers) ? -1 : 1; break;
      case SignPattern::by_print: weight = !first && leaning == Leaning::lowers && !negative_[open[i]] ? -1 : 1; break;
      case SignPattern::turned_sum: weight = -1; break;
      case SignPattern::turned_difference: weight = first ? -1 : 1; break;
      default: break;
    }
    reading.parts.push_back(open[i]);
    reading.weights.push_back(weight);
  }
  weigh(grid_, reading);
  return reading;
}

std::optional<SumReading> Search::search(std::size_t line, const std::vector<std::size_t>& open) const {
  if (open.empty()) return std::nullopt;
  const GridLine& own = grid_.lines[line];
  const double evidence = total_evidence(own);
  const std::size_t closes = section_start(line, open);
  const std::size_t look_back = evidence > 0 ? kLookBack : kLookBack / 8;
  std::vector<BlockSums> rest(width_);
  BlockCounts counts;
  std::vector<std::pair<std::size_t, SignPattern>> found;
  int alternatives = 0;
  for (std::size_t i = open.size(); i-- > 0;) {
    const bool single = i + 1 == open.size();
    const bool structural = closes < open.size() && i >= closes;
    if (!structural && open.size() - i > look_back) break;
    const bool alone = adds_up(grid_) && own.sense->total && !ends_sum(open[i]) && (i == closes || i == 0 || ends_sum(open[i - 1]));
    if (!single || alone) test_patterns(line, open, i, rest, counts, found, alternatives);
    const LabelSense& sense = *grid_.lines[open[i]].sense;
    const bool lowers = sense.leaning == Leaning::lowers;
    ++(lowers ? (negative_[open[i]] ? counts.printed_lower : counts.lowered) : counts.plain);
    for (std::size_t column = 0; column < width_; ++column) {
      const GridCell& cell = grid_.at(open[i], column);
      BlockSums& sums = rest[column];
      (lowers ? (negative_[open[i]] ? sums.printed_lower : sums.lowered) : sums.plain) += cell.value;
      if (sense.leaning == Leaning::raises) sums.raising += cell.value;
      sums.slack += cell.slack;
      sums.any = sums.any || cell.present();
    }
  }
  constexpr std::size_t kMaxCandidates = 64;
  if (found.size() > kMaxCandidates) found.resize(kMaxCandidates);
  std::vector<SumReading> readings;
  for (const auto& [start, pattern] : found) {
    if (pattern != SignPattern::sum && mixes_bases(line, open, start)) continue;
    readings.push_back(reading_of(line, open, start, pattern));
    readings.back().structure = evidence + block_evidence(line, open, start, closes) - pattern_cost(readings.back(), *own.sense);
  }
  if (auto best = chosen(line, readings, std::log2(std::max(alternatives, 1)))) return best;
  return unmistakable(line, open, closes);
}

// Do all lines lean one way, so that nothing among them is taken away?
bool Search::all_alike(const std::vector<std::size_t>& open) const {
  return std::all_of(open.begin(), open.end(), [&](std::size_t line) {
    const LabelSense& sense = *grid_.lines[line].sense;
    return !sense.member && !sense.result && !sense.total && sense.leaning == grid_.lines[open.front()].sense->leaning;
  });
}

// The reading that the structure leaves no doubt of, though it holds nowhere: "Total X" right behind the lines under the heading
// X, the one total of a table under all its lines, or the non-GAAP line behind its own GAAP line.
std::optional<SumReading> Search::unmistakable(std::size_t line, const std::vector<std::size_t>& open, std::size_t closes) const {
  const GridLine& own = grid_.lines[line];
  std::size_t start = open.size();
  if (own.sense->total && !own.sense->words.empty() && adds_up(grid_)) {
    if (own.names_heading) start = closes;
    const bool only_total = line + 1 == grid_.lines.size() && open.size() == line;
    if (only_total && start == open.size() && all_alike(open)) start = 0;
  } else if (own.sense->non_gaap && !is_rate(grid_)) {
    for (std::size_t i = open.size(); i-- > 0 && open.size() - i <= kLookBack / 8;) {
      const LabelSense& sense = *grid_.lines[open[i]].sense;
      if (sense.non_gaap || (sense.gaap && sense.quantity != own.sense->quantity)) break;
      if (!sense.gaap) continue;
      start = i;
      break;
    }
  }
  if (start >= open.size() || open.size() - start < 2) return std::nullopt;
  SumReading reading = reading_of(line, open, start, SignPattern::sum);
  reading.unmistakable = true;
  return reading;
}

// A reading whose signs come from labels and that a plain sum or difference of the same lines matches in all columns but one
// rests on that column alone: there a wrong sign is as likely.
const SumReading& Search::plainer(const std::vector<SumReading>& readings, const SumReading& best) {
  if (best.pattern == SignPattern::sum || best.pattern == SignPattern::difference) return best;
  for (const SumReading& reading : readings) {
    const bool plain = reading.pattern == SignPattern::sum || reading.pattern == SignPattern::difference;
    if (plain && reading.start == best.start && reading.holds > 0 && reading.holds + 1 == best.holds) return reading;
  }
  return best;
}

// The best of the readings that hold somewhere, if its evidence suffices and no other one has as much.
std::optional<SumReading> Search::chosen(std::size_t line, std::vector<SumReading>& readings, double cost) const {
  const SumReading* best = nullptr;
  double best_score = 0;
  for (const SumReading& reading : readings) {
    const bool whole = reading.holds == reading.tried;
    // Of readings that fail somewhere, the figures that happen to hold say less than the plainness of the reading.
    const double score = whole ? 1000 + reading.bits + reading.structure : std::min(reading.bits, 20.0) + 3 * reading.structure;
    if (best == nullptr || score > best_score) {
      best = &reading;
      best_score = score;
    }
  }
  if (best == nullptr) return std::nullopt;
  best = &plainer(readings, *best);
  const bool whole = best->holds == best->tried;
  const double score = best->bits + best->structure - cost;
  const bool alone = best->tried == 1 && !says_total(grid_.lines[line]);
  if (whole) return score >= kNeeded + (alone ? kNeededMoreAlone : 0) ? std::optional<SumReading>(*best) : std::nullopt;
  // A failure is a finding only where most columns bear the sum out, or its line says what it is.
  const int fails = best->tried - best->holds;
  if (is_rate(grid_)) {
    if (score < kNeededToFail || best->holds < 2) return std::nullopt;
    SumReading rates = *best;
    rates.where_it_holds = true;
    return rates;
  }
  const bool most = best->holds >= 3 * fails;
  const bool plain = (adds_up(grid_) || says_total(grid_.lines[line])) && best->holds >= fails && total_evidence(grid_.lines[line]) > 0;
  const bool enough = score >= kNeededToFail && (most || plain);
  return enough ? std::optional<SumReading>(*best) : std::nullopt;
}

// For a line that is a total by its words: signs that no pattern gives, over the blocks where a sum would begin.
std::optional<SumReading> Search::search_signs(std::size_t line) const {
  const double evidence = total_evidence(grid_.lines[line]);
  if (evidence < 6 || open_.size() < 3 || !adds_up(grid_)) return std::nullopt;
  const std::size_t closes = section_start(line, open_);
  int blocks = 0;
  for (std::size_t start = open_.size() - 2; start-- > 0 && open_.size() - start <= kMaxFreeSigns;) {
    const double block = block_evidence(line, open_, start, closes);
    if (block < kSectionStart) continue;
    if (++blocks > 3) break;
    if (mixes_bases(line, open_, start)) continue;
    SumReading reading = reading_of(line, open_, start, SignPattern::sum);
    reading.pattern = SignPattern::given;
    if (!find_signs(grid_, reading)) continue;
    reading.structure = evidence + block - 8;
    const double free = static_cast<double>(reading.parts.size());
    if (reading.bits + reading.structure - free >= kNeeded + 4) return reading;
  }
  return std::nullopt;
}

}  // namespace

std::vector<SumReading> find_footings(const UnitGrid& grid, const std::vector<NamedSum>& named) { return Search(grid, named).run(); }

}  // namespace finwh
