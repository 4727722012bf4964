#include "document/fixed_width_rows.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "document/fixed_width_wraps.h"

namespace finwh {
namespace {

// One line of the body cut into its label and its cells.
struct CutLine {
  const FixedLine* line = nullptr;
  std::size_t index = 0;  // of the line in the table
  bool header = false;
  std::uint32_t label_begin = 0;
  std::uint32_t label_end = 0;  // 0 = no label
  std::vector<std::pair<ColumnRange, Piece>> cells;
  std::vector<bool> ruled;  // by column, the label's first: a rule stands right above
  bool row_ruled = false;
  bool fresh = false;
};

std::size_t nearest_column(const std::vector<ValueColumn>& columns, std::uint32_t begin, std::uint32_t end) {
  std::size_t best = 0;
  std::int64_t best_score = -1;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto shared = std::min<std::int64_t>(end, columns[i].end) - std::max<std::int64_t>(begin, columns[i].begin);
    const auto score = shared + 100'000;
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

class RowBuilder {
 public:
  RowBuilder(const std::vector<FixedTableLine>& lines, std::size_t body, const std::vector<ValueColumn>& columns)
      : lines_(lines), body_(body), columns_(columns), left_(columns.front().begin) {}

  RawTable run() {
    cut_lines();
    table_.layout = Layout::aligned;
    for (std::size_t i = 0; i < cut_.size();) {
      if (cut_[i].header) {
        header_row(cut_[i++]);
        continue;
      }
      auto end = i;
      while (end < cut_.size() && !cut_[end].header) ++end;
      body_rows(i, end);
      i = end;
    }
    soften_rules();
    return std::move(table_);
  }

 private:
  void cut_lines() {
    std::vector<bool> ruled(columns_.size() + 1, false);
    bool rule = false;
    bool any_body = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& line = *lines_[i].line;
      if (line.kind() == LineKind::rule) {
        rule = true;
        const bool full = !line.pieces().empty() && line.pieces().front().begin < left_ && line.pieces().front().begin <= 12;
        if (line.double_rule() && !full) continue;  // closes a total
        for (const auto& group : line.pieces()) {
          if (group.begin < left_ && group.begin <= 12) {
            ruled[0] = true;
            if (group.end < left_) label_rule_ = std::max(label_rule_, group.end);
          }
          const auto range = columns_over(columns_, group.begin, group.end);
          for (auto c = range.begin; c < range.end; ++c) ruled[c + 1] = true;
        }
        continue;
      }
      CutLine cut;
      cut.line = &line;
      cut.index = i;
      const bool below_header = rule && !cut_.empty() && cut_.back().header;
      cut.header =
          i < body_ || is_inner_header(i) || (below_header && line.kind() == LineKind::words && over_columns(line.pieces().front()));
      cut.fresh = rule || lines_[i].after_blank;
      if (rule && !cut.header && any_body) {
        cut.ruled = ruled;
        cut.row_ruled = ruled[0] || std::find(ruled.begin() + 1, ruled.end(), true) != ruled.end();
      }
      if (rule) std::fill(ruled.begin(), ruled.end(), false);
      rule = false;
      any_body = any_body || (!cut.header && line.kind() == LineKind::data);
      if (cut.header) any_body = false;
      if (!cut.header && lines_[i].by_order)
        cut_in_order(cut);
      else if (!cut.header)
        cut_body(cut);
      cut_.push_back(std::move(cut));
    }
  }

  bool over_columns(const Piece& piece) const { return stands_over(piece, left_); }

  // Column headers again in the middle of a table: words over the columns and a rule below them before the next figures.
  bool is_inner_header(std::size_t i) const {
    const auto starts = [&](std::size_t k) {
      const auto& line = *lines_[k].line;
      return line.kind() == LineKind::words &&
             std::any_of(line.pieces().begin(), line.pieces().end(), [&](const Piece& p) { return over_columns(p); });
    };
    if (lines_[i].line->kind() != LineKind::words) return false;
    bool words = false;
    for (auto k = i; k < lines_.size() && k < i + 8; ++k) {
      if (lines_[k].line->kind() == LineKind::data) return false;
      if (lines_[k].line->kind() == LineKind::rule) {
        if (words && lines_[k].line->pieces().back().begin + 2 >= left_) return true;
        if (k == i || !words) return false;
      }
      words = words || starts(k);
      if (k == i && !words && lines_[i].after_blank) return false;
    }
    return false;
  }

  void cut_body(CutLine& cut) const {
    const auto& line = *cut.line;
    for (std::size_t i = 0; i < line.pieces().size(); ++i) {
      auto piece = line.pieces()[i];
      const bool label_side = piece.end <= left_ || (!over_columns(piece) && (!piece.figure || i == 0));
      if (label_side && cut.cells.empty()) {
        if (piece.end > left_) {
          const auto tail = tail_figure(line, piece);
          if (tail.begin > piece.begin) {
            cut.cells.emplace_back(column_of(tail), tail);
            piece.end = tail.begin;
            while (piece.end > piece.begin && line.columns()[piece.end - 1] == ' ') --piece.end;
          }
        }
        if (cut.label_end == 0) cut.label_begin = piece.begin;
        cut.label_end = piece.end;
        continue;
      }
      if (!piece.figure) {
        auto range = columns_over(columns_, piece.begin, piece.end);
        if (range.size() == 0) range = column_of(piece);
        cut.cells.emplace_back(range, piece);
        continue;
      }
      const auto over = columns_over(columns_, piece.begin, piece.end);
      if (over.size() <= 1) {
        cut.cells.emplace_back(column_of(piece), piece);
        continue;
      }
      for (const auto& part : line.figures_in(piece)) cut.cells.emplace_back(column_of(part), part);
    }
    part_crowded(cut);
  }

  // As many figures as columns, two of them nearest to one column: each is the next column's.
  void part_crowded(CutLine& cut) const {
    if (cut.cells.size() != columns_.size()) return;
    bool crowded = false;
    for (std::size_t i = 0; i < cut.cells.size(); ++i) {
      if (!cut.cells[i].second.figure) return;
      crowded = crowded || (i > 0 && cut.cells[i].first.begin == cut.cells[i - 1].first.begin);
    }
    for (std::size_t i = 0; crowded && i < cut.cells.size(); ++i) cut.cells[i].first = {i, i + 1};
  }

  // The i-th figure is the i-th column's, wherever it stands; what a line has too many goes to the last.
  void cut_in_order(CutLine& cut) const {
    std::size_t column = 0;
    for (const auto& piece : cut.line->pieces()) {
      if (!piece.figure) {
        if (cut.label_end == 0) cut.label_begin = piece.begin;
        cut.label_end = piece.end;
        continue;
      }
      for (const auto& part : cut.line->figures_in(piece)) {
        cut.cells.emplace_back(ColumnRange{column, column + 1}, part);
        if (column + 1 < columns_.size()) ++column;
      }
    }
  }

  ColumnRange column_of(const Piece& piece) const {
    const auto at = nearest_column(columns_, piece.begin, piece.end);
    return {at, at + 1};
  }

  // The figure at the end of a label that ran into the first column with one space only.
  Piece tail_figure(const FixedLine& line, const Piece& piece) const {
    const std::string_view text = line.columns();
    for (auto at = piece.end; at > piece.begin + 1; --at) {
      if (text[at - 1] != ' ' || at + 2 < left_) continue;
      auto tail = as_figure(text.substr(at, piece.end - at));
      if (!tail.figure || text[at] == '(' || text[at] == '*') continue;  // a note mark belongs to the label
      tail.begin = at;
      tail.end = piece.end;
      return columns_over(columns_, tail.begin, tail.end).size() == 1 ? tail : Piece{};
    }
    return {};
  }

  RawRow empty_row(const FixedLine& line) const {
    RawRow row;
    row.cells.resize(columns_.size() + 1);
    row.span = line.span();
    return row;
  }

  // Lays the text over the cells of a range; those that it covers are dropped at the end by close_row.
  static void put(RawRow& row, ColumnRange range, const std::string& text, Span span) {
    auto& cell = row.cells[range.begin];
    if (!cell.text.empty()) cell.text += ' ';
    cell.text += text;
    cell.span = cover(cell.span, span);
    cell.colspan = std::max(cell.colspan, static_cast<std::uint32_t>(range.size()));
  }

  static void close_row(RawRow& row) {
    std::vector<RawCell> cells;
    for (std::size_t i = 0; i < row.cells.size();) {
      auto cell = std::move(row.cells[i]);
      std::uint32_t free = 1;
      while (free < cell.colspan && i + free < row.cells.size() && row.cells[i + free].text.empty()) ++free;
      cell.colspan = free;
      i += free;
      cells.push_back(std::move(cell));
    }
    row.cells = std::move(cells);
  }

  std::size_t headers_in(const FixedLine& line) const {
    return static_cast<std::size_t>(
        std::count_if(line.pieces().begin(), line.pieces().end(), [&](const Piece& p) { return over_columns(p); }));
  }

  // What stands below the headers of a line, before any figures and not many lines below: the next rule over the columns, if
  // no finer headers come first.
  struct Below {
    const FixedLine* rule = nullptr;
    const FixedLine* finer = nullptr;
  };

  Below below(std::size_t index) const {
    Below found;
    const auto count = headers_in(*lines_[index].line);
    for (auto i = index + 1; i < lines_.size() && i < index + 12; ++i) {
      const auto& line = *lines_[i].line;
      if (line.kind() == LineKind::data) break;
      if (line.kind() == LineKind::rule && line.pieces().back().begin + 2 >= left_) {
        if (found.finer == nullptr) found.rule = &line;
        break;
      }
      if (found.finer == nullptr && line.kind() == LineKind::words && headers_in(line) > count) found.finer = &line;
    }
    return found;
  }

  void header_row(const CutLine& cut) {
    auto row = empty_row(*cut.line);
    const auto& pieces = cut.line->pieces();
    std::vector<Piece> parts;
    for (const auto& piece : pieces) {
      const auto repeats = split_repeats(*cut.line, piece);
      parts.insert(parts.end(), repeats.begin(), repeats.end());
    }
    const auto under = below(cut.index);
    const auto ranges = place_headers(columns_, parts, under.rule, under.finer);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const auto text = cut.line->text(parts[i].begin, parts[i].end);
      const auto span = cut.line->span(parts[i].begin, parts[i].end);
      ColumnRange over{ranges[i].begin + 1, ranges[i].end + 1};
      if (!over_columns(parts[i]))
        over = {0, ranges[i].size() == 0 ? 1 : ranges[i].end + 1};
      else if (ranges[i].size() == 0)
        over = {row.cells.size() - 1, row.cells.size()};
      put(row, over, text, span);
    }
    if (!parts.empty() && !over_columns(parts[0])) row.cells[0].indent = parts[0].begin;
    for (auto& cell : row.cells) cell.header = true;
    close_row(row);
    table_.rows.push_back(std::move(row));
  }

  // "2004 2003" or "Jun 30, Mar 31," over as many columns.
  std::vector<Piece> split_repeats(const FixedLine& line, const Piece& piece) const {
    const auto parts = line.repeats_in(piece, columns_over(columns_, piece.begin, piece.end).size());
    return parts.empty() ? std::vector<Piece>{piece} : parts;
  }

  LabelLine label_line(const CutLine& cut, const CutLine* above) const {
    LabelLine label;
    if (cut.label_end > 0) label.text = cut.line->text(cut.label_begin, cut.label_end);
    label.indent = cut.label_begin;
    label.end = cut.label_end;
    label.values = !cut.cells.empty();
    label.overhangs = cut.label_end > left_;
    label.fresh = cut.fresh;
    label.completes = above != nullptr && completes(*above, cut);
    return label;
  }

  // Every column that both lines fill has a figure above and words below, and there is one.
  static bool completes(const CutLine& above, const CutLine& cut) {
    bool any = false;
    for (const auto& [range, piece] : cut.cells) {
      for (const auto& [upper_range, upper] : above.cells) {
        if (upper_range.begin != range.begin) continue;
        if (piece.figure || !upper.figure) return false;
        any = true;
      }
    }
    return any;
  }

  void body_rows(std::size_t begin, std::size_t end) {
    std::vector<LabelLine> labels;
    for (auto i = begin; i < end; ++i) labels.push_back(label_line(cut_[i], i > begin ? &cut_[i - 1] : nullptr));
    const auto wraps = find_wraps(labels, label_rule_, rows_are_ruled(begin, end));
    for (auto i = begin; i < end;) {
      auto last = i + 1;
      while (last < end && wraps[last - begin]) ++last;
      body_row(i, last, labels, begin);
      i = last;
    }
  }

  // Nearly every line with cells has a full rule above it, or above the first line of its label.
  bool rows_are_ruled(std::size_t begin, std::size_t end) const {
    std::size_t rules = 0;
    std::size_t values = 0;
    for (auto i = begin; i < end; ++i) {
      if (!cut_[i].cells.empty()) ++values;
      if (!cut_[i].ruled.empty() && cut_[i].ruled[0]) ++rules;
    }
    return values >= 3 && rules * 10 >= values * 8;
  }

  void body_row(std::size_t first, std::size_t last, const std::vector<LabelLine>& labels, std::size_t offset) {
    auto row = empty_row(*cut_[first].line);
    auto& label = row.cells[0];
    std::uint32_t over = 0;
    for (auto i = first; i < last; ++i) {
      const auto& cut = cut_[i];
      row.span = cover(row.span, cut.line->span());
      if (cut.label_end > 0) {
        append_wrapped(label.text, labels[i - offset].text);
        label.span = cover(label.span, cut.line->span(cut.label_begin, cut.label_end));
        if (cut.label_end > left_) over = std::max(over, static_cast<std::uint32_t>(columns_over(columns_, left_, cut.label_end).size()));
      }
      for (const auto& [range, piece] : cut.cells)
        put(row, {range.begin + 1, range.end + 1}, cut.line->text(piece.begin, piece.end), cut.line->span(piece.begin, piece.end));
    }
    label.indent = cut_[first].label_begin;
    label.colspan = over + 1;
    const bool values = std::any_of(cut_.begin() + static_cast<std::ptrdiff_t>(first), cut_.begin() + static_cast<std::ptrdiff_t>(last),
                                    [](const CutLine& c) { return !c.cells.empty(); });
    row.ruled_above = cut_[first].row_ruled;
    if (cut_[first].row_ruled && values) {
      for (std::size_t c = 1; c < row.cells.size(); ++c) row.cells[c].ruled_above = cut_[first].ruled[c];
      if (cut_[first].ruled[0]) ++full_rules_;
    }
    if (values) ++value_rows_;
    close_row(row);
    table_.rows.push_back(std::move(row));
  }

  // Where a rule stands under nearly every row it says nothing of totals.
  void soften_rules() {
    if (full_rules_ * 2 < value_rows_ || full_rules_ < 3) return;
    for (auto& row : table_.rows)
      for (auto& cell : row.cells) cell.ruled_above = false;
  }

  const std::vector<FixedTableLine>& lines_;
  std::size_t body_;
  const std::vector<ValueColumn>& columns_;
  std::uint32_t left_;  // where the columns start
  std::vector<CutLine> cut_;
  RawTable table_;
  std::uint32_t label_rule_ = 0;  // end of the widest rule over the labels alone; 0 = none
  std::size_t full_rules_ = 0;
  std::size_t value_rows_ = 0;
};

}  // namespace

std::size_t body_of(const std::vector<FixedTableLine>& lines, std::uint32_t left) {
  std::size_t body = 0;
  std::ptrdiff_t open = 0;  // parentheses of the label column
  std::size_t counted = 0;
  const auto count = [&](std::size_t end) {
    for (; counted < end; ++counted) {
      const auto& pieces = lines[counted].line->pieces();
      if (lines[counted].line->kind() != LineKind::words || stands_over(pieces.front(), left)) continue;
      const auto text = lines[counted].line->text(pieces.front().begin, pieces.front().end);
      open += std::count(text.begin(), text.end(), '(') - std::count(text.begin(), text.end(), ')');
    }
  };
  for (std::size_t i = 0; i < lines.size() && lines[i].line->kind() != LineKind::data; ++i) {
    const auto& pieces = lines[i].line->pieces();
    const bool words = lines[i].line->kind() == LineKind::words;
    const bool over = words && std::any_of(pieces.begin(), pieces.end(), [&](const Piece& p) { return stands_over(p, left); });
    count(body);
    const bool stub = words && body == i && open > 0;  // "(in millions of" beside the years, "dollars)" below
    if (over || stub || (lines[i].line->kind() == LineKind::rule && body == i && i > 0)) body = i + 1;
  }
  return body;
}

RawTable build_rows(const std::vector<FixedTableLine>& lines, std::size_t body, const std::vector<ValueColumn>& columns) {
  return RowBuilder(lines, body, columns).run();
}

}  // namespace finwh
