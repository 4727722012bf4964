#include "checks/footing.h"

#include <algorithm>

#include "checks/line_search.h"

namespace finwh {
namespace {

class Search {
 public:
  Search(const UnitGrid& grid, const std::vector<NamedSum>& named)
      : grid_(grid),
        closed_(grid.lines.size()),
        search_(grid, closed_),
        dependent_(grid.lines.size()),
        adjusts_(grid.lines.size()),
        named_(grid.lines.size(), nullptr) {
    for (const NamedSum& sum : named) {
      if (!credible(sum)) continue;
      named_[sum.total] = &sum;
      for (std::size_t i = 1; i < sum.parts.size(); ++i) adjusts_[sum.parts[i]] = true;
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
    std::optional<SumReading> best = search_.search(line, open_);
    if (!best || best->holds < best->tried) {
      const auto main = main_lines();
      if (main.size() < open_.size()) {
        const auto other = search_.search(line, main);
        if (other && (!best || other->holds > best->holds)) best = other;
      }
    }
    if (!best || best->holds < best->tried) {
      const auto free = search_.search_signs(line, open_);
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
      const auto other = search_.search(line, open_);
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

  OpenLines main_lines() const {
    OpenLines main;
    for (const std::size_t line : open_)
      if (!dependent_[line]) main.push_back(line);
    return main;
  }

  const UnitGrid& grid_;
  OpenLines open_;
  std::vector<char> closed_;  // of each line: it is a total
  LineSearch search_;
  std::vector<char> dependent_;
  std::vector<char> adjusts_;  // a part behind the first of a named sum: no total
  std::vector<const NamedSum*> named_;
  std::vector<SumReading> accepted_;
};

}  // namespace

std::vector<SumReading> find_footings(const UnitGrid& grid, const std::vector<NamedSum>& named) { return Search(grid, named).run(); }

}  // namespace finwh
