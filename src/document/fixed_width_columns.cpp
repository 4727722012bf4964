#include "document/fixed_width_columns.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>

namespace finwh {
namespace {

struct Figure {
  std::uint32_t begin;
  std::uint32_t end;
  std::size_t line;
};

// Figures that stand first on their line are values only where other lines have theirs: "(2)" may be the end of a label.
std::vector<Figure> figures_of(const std::vector<const FixedLine*>& lines, std::size_t body) {
  std::vector<Figure> figures;
  auto left = static_cast<std::uint32_t>(FixedLine::kWidestLine);
  for (std::size_t i = body; i < lines.size(); ++i)
    if (lines[i]->kind() == LineKind::data)
      for (std::size_t k = 1; k < lines[i]->pieces().size(); ++k)
        if (lines[i]->pieces()[k].figure) left = std::min(left, lines[i]->pieces()[k].begin);
  for (std::size_t i = body; i < lines.size(); ++i) {
    if (lines[i]->kind() != LineKind::data) continue;
    const auto& pieces = lines[i]->pieces();
    for (std::size_t k = 0; k < pieces.size(); ++k) {
      if (!pieces[k].figure || (k == 0 && pieces.size() > 1 && pieces[k].begin + 2 < left)) continue;
      for (const auto& part : lines[i]->figures_in(pieces[k])) figures.push_back({part.begin, part.end, i});
    }
  }
  return figures;
}

// Stretches that at least one figure covers.
std::vector<ValueColumn> covered(const std::vector<Figure>& figures) {
  auto sorted = figures;
  std::sort(sorted.begin(), sorted.end(), [](const Figure& a, const Figure& b) { return a.begin < b.begin; });
  std::vector<ValueColumn> columns;
  for (const auto& figure : sorted) {
    if (columns.empty() || figure.begin >= columns.back().end) columns.push_back({figure.begin, figure.end, 0});
    columns.back().end = std::max(columns.back().end, figure.end);
    ++columns.back().figures;
  }
  return columns;
}

// Where to cut a stretch that holds two figures on some line: the gap between two figures that most lines share and that the
// fewest figures cross. Nothing when no line has two.
std::optional<std::uint32_t> cut_of(const ValueColumn& column, const std::vector<Figure>& figures) {
  const auto width = column.end - column.begin;
  std::vector<int> votes(width + 1, 0);
  std::vector<int> crossings(width + 1, 0);
  bool two = false;
  const Figure* previous = nullptr;
  for (const auto& figure : figures) {
    if (figure.begin < column.begin || figure.end > column.end) continue;
    for (auto at = figure.begin + 1; at < figure.end; ++at) ++crossings[at - column.begin];
    if (previous != nullptr && previous->line == figure.line) {
      two = true;
      for (auto at = previous->end; at <= figure.begin; ++at) ++votes[at - column.begin];
    }
    previous = &figure;
  }
  if (!two) return std::nullopt;
  std::optional<std::uint32_t> best;
  int best_score = std::numeric_limits<int>::min();
  for (std::uint32_t at = 1; at < width; ++at) {
    if (votes[at] == 0) continue;
    const int score = votes[at] - 2 * crossings[at];
    if (score <= best_score) continue;
    best_score = score;
    best = column.begin + at;
  }
  return best;
}

void cut_columns(std::vector<ValueColumn>& columns, const std::vector<Figure>& figures) {
  for (std::size_t i = 0; i < columns.size() && columns.size() < 200; ++i) {
    while (const auto at = cut_of(columns[i], figures)) {
      ValueColumn right{*at, columns[i].end, 0};
      columns[i].end = *at;
      columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(i) + 1, right);
      if (columns.size() >= 200) break;
    }
  }
  for (auto& column : columns) {
    column.figures = 0;
    for (const auto& figure : figures)
      if (2 * std::max(column.begin, figure.begin) < 2 * std::min(column.end, figure.end)) ++column.figures;
  }
}

// Groups of the rule line below the headers that parts the table most finely.
std::vector<Piece> finest_rule(const std::vector<const FixedLine*>& lines, std::size_t body) {
  const FixedLine* finest = nullptr;
  for (std::size_t i = 0; i < body; ++i)
    if (lines[i]->kind() == LineKind::rule && (finest == nullptr || lines[i]->pieces().size() > finest->pieces().size())) finest = lines[i];
  return finest == nullptr ? std::vector<Piece>{} : finest->pieces();
}

std::uint32_t overlap(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  const auto begin = std::max(a, c);
  const auto end = std::min(b, d);
  return end > begin ? end - begin : 0;
}

// Twice the distance of two centres.
std::uint32_t distance(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return static_cast<std::uint32_t>(std::abs(static_cast<std::int64_t>(a + b) - static_cast<std::int64_t>(c + d)));
}

// A figure that stands alone, under no rule and with no other above or below it, is a number in a label or a stray.
void drop_strays(std::vector<ValueColumn>& columns, const std::vector<Piece>& rule, std::size_t lines) {
  if (columns.size() < 2 || lines < 4) return;
  std::erase_if(columns, [&](const ValueColumn& column) {
    const bool ruled = std::any_of(rule.begin(), rule.end(), [&](const Piece& group) {
      return group.begin > 0 && overlap(column.begin, column.end, group.begin, group.end) > 0;
    });
    return column.figures == 1 && !ruled && &column == &columns.front();
  });
}

std::size_t group_of(const ValueColumn& column, const std::vector<Piece>& rule) {
  std::size_t best = 0;
  for (std::size_t g = 1; g < rule.size(); ++g) {
    const auto here = overlap(column.begin, column.end, rule[g].begin, rule[g].end);
    const auto there = overlap(column.begin, column.end, rule[best].begin, rule[best].end);
    const auto nearer = distance(column.begin, column.end, rule[g].begin, rule[g].end) <
                        distance(column.begin, column.end, rule[best].begin, rule[best].end);
    if (here > there || (here == there && nearer)) best = g;
  }
  return best;
}

// Some line has a figure in each of the two columns; a figure over both counts for the one that it covers more of.
bool share_a_line(const ValueColumn& a, const ValueColumn& b, const std::vector<Figure>& figures) {
  const Figure* in_a = nullptr;
  for (const auto& figure : figures) {
    const auto over_a = overlap(figure.begin, figure.end, a.begin, a.end);
    const auto over_b = overlap(figure.begin, figure.end, b.begin, b.end);
    if (over_a > over_b)
      in_a = &figure;
    else if (over_b > 0 && in_a != nullptr && in_a->line == figure.line)
      return true;
  }
  return false;
}

// Parts of a table may stand a little to the side of each other: neighbours under one group of the header rule that never
// stand on one line are one column.
void join_shifted(std::vector<ValueColumn>& columns, const std::vector<Piece>& rule, const std::vector<Figure>& figures) {
  for (std::size_t i = 1; i < columns.size();) {
    auto& left = columns[i - 1];
    const auto& right = columns[i];
    if (group_of(left, rule) != group_of(right, rule) || share_a_line(left, right, figures)) {
      ++i;
      continue;
    }
    left.end = right.end;
    left.figures += right.figures;
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// A column is as wide as its group of the header rule, when no other column stands under that.
void fill_groups(std::vector<ValueColumn>& columns, const std::vector<Piece>& rule) {
  for (const auto& group : rule) {
    const auto over = columns_over(columns, group.begin, group.end);
    if (over.size() != 1 || (over.begin == 0 && group.begin <= 8)) continue;
    auto& column = columns[over.begin];
    const bool clear_left = over.begin == 0 || columns[over.begin - 1].end <= group.begin;
    const bool clear_right = over.end == columns.size() || columns[over.end].begin >= group.end;
    if (clear_left) column.begin = std::min(column.begin, group.begin);
    if (clear_right) column.end = std::max(column.end, group.end);
  }
}

}  // namespace

ColumnRange columns_over(const std::vector<ValueColumn>& columns, std::uint32_t begin, std::uint32_t end) {
  ColumnRange range;
  bool any = false;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (overlap(begin, end, columns[i].begin, columns[i].end) == 0) continue;
    if (!any) range.begin = i;
    any = true;
    range.end = i + 1;
  }
  return range;
}

std::vector<ValueColumn> find_columns(const std::vector<const FixedLine*>& lines, std::size_t body) {
  const auto figures = figures_of(lines, body);
  auto columns = covered(figures);
  cut_columns(columns, figures);
  const auto rule = finest_rule(lines, body);
  drop_strays(columns, rule, lines.size());
  if (columns.empty() || rule.size() < 2) return columns;
  join_shifted(columns, rule, figures);
  fill_groups(columns, rule);
  // a group that no figure stands under is a column still (its cells are empty or words); one that starts the line is the label's
  for (const auto& group : rule) {
    if ((group.begin < columns.front().begin && group.begin <= 12) || group.end - group.begin <= 3) continue;
    if (columns_over(columns, group.begin, group.end).size() > 0) continue;
    const auto at = std::find_if(columns.begin(), columns.end(), [&](const ValueColumn& c) { return c.begin > group.begin; });
    columns.insert(at, {group.begin, group.end, 0});
  }
  return columns;
}

namespace {

// The run of columns that a header without a rule stands over: those it overlaps, widened to the columns between it and its
// neighbours when it is then better centred.
ColumnRange centred_over(const std::vector<ValueColumn>& columns, const Piece& piece, std::size_t lower, std::size_t upper,
                         const FixedLine* finer) {
  auto range = columns_over(columns, piece.begin, piece.end);
  if (range.size() == 0) {  // in a gap: the nearest column
    std::size_t nearest = lower;
    for (auto i = lower; i < upper; ++i)
      if (distance(piece.begin, piece.end, columns[i].begin, columns[i].end) <
          distance(piece.begin, piece.end, columns[nearest].begin, columns[nearest].end))
        nearest = i;
    if (nearest >= upper) return {};
    range = {nearest, nearest + 1};
  }
  range.begin = std::max(range.begin, lower);
  range.end = std::min(range.end, upper);
  if (range.begin >= range.end) return {};
  const auto off = [&](ColumnRange r) { return distance(piece.begin, piece.end, columns[r.begin].begin, columns[r.end - 1].end); };
  // a sliver over a neighbour is an overhang, no span
  while (range.size() > 1) {
    const auto& first = columns[range.begin];
    const auto& last = columns[range.end - 1];
    const auto left = overlap(piece.begin, piece.end, first.begin, first.end);
    const auto right = overlap(piece.begin, piece.end, last.begin, last.end);
    if (left <= 2 && left * 3 < first.end - first.begin && off({range.begin + 1, range.end}) < off(range))
      ++range.begin;
    else if (right <= 2 && right * 3 < last.end - last.begin && off({range.begin, range.end - 1}) < off(range))
      --range.end;
    else
      break;
  }
  // words much wider than the column under them stand over its neighbours too
  const auto under = columns[range.end - 1].end - columns[range.begin].begin;
  const bool stacked = finer != nullptr && std::any_of(finer->pieces().begin(), finer->pieces().end(), [&](const Piece& p) {
                         return overlap(p.begin, p.end, piece.begin, piece.end) > 0 && p.end - p.begin + 3 >= piece.end - piece.begin;
                       });
  const bool wide = !stacked && piece.end - piece.begin > under + 3;
  auto best = range;
  for (auto begin = range.begin;; --begin) {
    for (auto end = range.end; end <= upper; ++end) {
      const ColumnRange wider{begin, end};
      const auto added = static_cast<std::uint32_t>(wider.size() - best.size());
      const bool better = wide ? off(wider) <= off(best) + 3 : off(wider) + 6 * added < off(best);
      if (wider.size() > best.size() && better) best = wider;
    }
    if (begin == lower) break;
  }
  return best;
}

bool over_values(const std::vector<ValueColumn>& columns, const Piece& piece) { return stands_over(piece, columns.front().begin); }

// Each header starts where a finer one below it starts, and runs on over more of them.
bool left_aligned(const std::vector<ValueColumn>& columns, const std::vector<Piece>& pieces, const FixedLine& finer) {
  std::size_t count = 0;
  for (const auto& piece : pieces) {
    if (!over_values(columns, piece)) continue;
    ++count;
    const auto below = std::find_if(finer.pieces().begin(), finer.pieces().end(), [&](const Piece& p) { return p.begin == piece.begin; });
    if (below == finer.pieces().end() || piece.end <= below->end + 4) return false;
  }
  return count >= 2;
}

// Headers that part the columns between them, each from its own start to the next one's.
std::vector<ColumnRange> parted(const std::vector<ValueColumn>& columns, const std::vector<Piece>& pieces) {
  std::vector<ColumnRange> ranges(pieces.size());
  std::size_t from = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!over_values(columns, pieces[i])) continue;
    auto to = columns.size();
    if (i + 1 < pieces.size()) {
      const auto next = std::find_if(columns.begin(), columns.end(), [&](const ValueColumn& c) { return c.end > pieces[i + 1].begin; });
      to = static_cast<std::size_t>(next - columns.begin());
    }
    if (from < to) ranges[i] = {from, to};
    from = std::max(from, to);
  }
  return ranges;
}

}  // namespace

std::vector<ColumnRange> place_headers(const std::vector<ValueColumn>& columns, const std::vector<Piece>& pieces, const FixedLine* rule,
                                       const FixedLine* finer) {
  std::vector<ColumnRange> ranges(pieces.size());
  if (finer != nullptr && left_aligned(columns, pieces, *finer)) return parted(columns, pieces);
  std::vector<int> group_of(pieces.size(), -1);
  if (rule != nullptr) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      std::uint32_t most = 0;
      int under = 0;  // groups that the words reach well into
      for (std::size_t g = 0; g < rule->pieces().size(); ++g) {
        const auto& group = rule->pieces()[g];
        const auto shared = overlap(pieces[i].begin, pieces[i].end, group.begin, group.end);
        if (shared >= 4) ++under;
        if (shared <= most) continue;
        most = shared;
        group_of[i] = static_cast<int>(g);
      }
      if (under > 1 && pieces[i].begin + 2 >= columns.front().begin) group_of[i] = -1;  // no group is its own
    }
  }
  std::size_t lower = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].end <= columns.front().begin && columns_over(columns, pieces[i].begin, pieces[i].end).size() == 0 && group_of[i] < 0)
      continue;
    const bool shared = (i > 0 && group_of[i] >= 0 && group_of[i - 1] == group_of[i]) ||
                        (i + 1 < pieces.size() && group_of[i] >= 0 && group_of[i + 1] == group_of[i]);
    if (rule != nullptr && group_of[i] >= 0 && !shared) {
      const auto& group = rule->pieces()[static_cast<std::size_t>(group_of[i])];
      auto range = columns_over(columns, group.begin, group.end);
      // a short rule in the middle between two columns stands for both
      if (range.size() > 0 &&
          distance(group.begin, group.end, columns[range.begin].begin, columns[range.end - 1].end) > group.end - group.begin)
        range = centred_over(columns, group, lower, columns.size(), finer);
      range.begin = std::max(range.begin, lower);
      if (range.begin >= range.end) continue;
      ranges[i] = range;
    } else {
      if (!over_values(columns, pieces[i]) && columns_over(columns, pieces[i].begin, pieces[i].end).size() == 0) continue;
      const auto next = i + 1 < pieces.size() ? columns_over(columns, pieces[i + 1].begin, pieces[i + 1].end) : ColumnRange{};
      auto upper = next.size() > 0 ? next.begin : columns.size();
      upper = std::max(upper, std::min(lower + 1, columns.size()));
      if (lower >= columns.size()) continue;
      ranges[i] = centred_over(columns, pieces[i], lower, upper, finer);
    }
    if (ranges[i].size() > 0) lower = ranges[i].end;
  }
  return ranges;
}

}  // namespace finwh
