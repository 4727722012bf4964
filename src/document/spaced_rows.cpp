#include "document/spaced_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "document/fixed_width_prose.h"
#include "document/fixed_width_wraps.h"
#include "document/header_units.h"

namespace finwh {
namespace {

constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kMostBetween = 4;      // lines of words between two rows of figures
constexpr std::size_t kMostHeader = 10;      // lines
constexpr std::uint32_t kLongestWords = 90;  // characters of a heading or wrapped label

bool is_words(const FixedLine& line) {
  return line.kind() == LineKind::words && line.end() - line.indent() <= kLongestWords && line.columns()[line.end() - 1] != '.';
}

// A table of such rows: [first, last] hold figures, `count` a line.
struct Rows {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t count = 0;
};

class SpacedReader {
 public:
  SpacedReader(const std::vector<FixedLine>& lines, Document& out) : lines_(lines), out_(out) {}

  void run(std::size_t first, std::size_t end) {
    figures_.assign(end - first, 0);
    offset_ = first;
    for (auto i = first; i < end; ++i) figures_[i - first] = spaced_figures(lines_[i]);
    auto done = first;
    for (auto i = first; i < end;) {
      if (figures(i) < 2) {
        ++i;
        continue;
      }
      const auto rows = grow(i, end);
      i = rows.last + 1;
      if (rows.count == 0) continue;
      const auto top = header_of(rows, done);
      add_prose(lines_, done, top, out_);
      add_table(rows, top);
      done = i;
    }
    add_prose(lines_, done, end, out_);
  }

 private:
  std::size_t figures(std::size_t i) const { return figures_[i - offset_]; }

  Rows grow(std::size_t first, std::size_t end) const {
    Rows rows{first, first, 0};
    std::size_t between = 0;
    std::size_t blanks = 0;
    for (auto i = first + 1; i < end; ++i) {
      if (lines_[i].kind() == LineKind::blank) {
        if (++blanks > 2) break;
        continue;
      }
      blanks = 0;
      if (is_page_number(i)) continue;
      if (figures(i) > 0) {
        // heads of columns again, behind other lines: the next table
        if (between > 0 && figures(i) >= 2 && all_years(i)) break;
        rows.last = i;
        between = 0;
        continue;
      }
      if (lines_[i].kind() == LineKind::rule) continue;
      if (!is_words(lines_[i]) || ++between > kMostBetween) break;
    }
    rows.count = usual_count(rows);
    while (rows.last > rows.first && figures(rows.last) < rows.count) --rows.last;
    return rows;
  }

  // A lone number of three digits or fewer.
  bool is_page_number(std::size_t i) const {
    const auto& line = lines_[i];
    return figures(i) == 1 && line.end() - line.indent() <= 3 && is_digit(line.columns()[line.indent()]);
  }

  bool all_years(std::size_t i) const {
    const auto& line = lines_[i];
    const auto units = header_units(std::string_view(line.columns()).substr(0, line.end()));
    return units.size() > 1;
  }

  // The number of figures that most lines have; 0 when the lines do not agree on one or look like no amounts.
  std::size_t usual_count(const Rows& rows) const {
    std::map<std::size_t, std::size_t> times;
    std::size_t lines = 0;
    std::size_t amounts = 0;
    for (auto i = rows.first; i <= rows.last; ++i) {
      if (figures(i) == 0) continue;
      ++lines;
      ++times[figures(i)];
      const auto from = lines_[i].tail_figures().front().begin;
      if (lines_[i].columns().find_first_of(",.$%(", from) != std::string::npos) ++amounts;
    }
    std::size_t best = 0;
    for (const auto& [count, seen] : times)
      if (count > 1 && (best == 0 || seen > times[best])) best = count;
    if (best == 0) return 0;
    std::size_t fitting = 0;
    for (const auto& [count, seen] : times)
      if (count == best || count == best + 1) fitting += seen;  // a number may end the label
    return times[best] >= kFewestRows && fitting * 10 >= lines * 7 && amounts * 2 >= lines ? best : 0;
  }

  // The first line of the heads above the rows: lines that heads of columns fill, and few others between them.
  std::size_t header_of(const Rows& rows, std::size_t done) const {
    auto top = rows.first;
    std::size_t blanks = 0;
    for (auto i = rows.first; i > done && rows.first - i < kMostHeader;) {
      const auto& line = lines_[--i];
      if (line.kind() == LineKind::blank) {
        if (++blanks > 1) break;
        continue;
      }
      blanks = 0;
      if (line.kind() == LineKind::rule) continue;
      const bool heading = top == rows.first && is_words(line) && i > done && i + 4 > rows.first;  // of the first rows
      if (!header_units(trim(std::string_view(line.columns()))).empty())
        top = i;
      else if (!heading || figures(i) > 0)
        break;
    }
    return top;
  }

  // ---- rows

  struct Part {
    std::uint32_t begin = 0, end = 0;
  };

  RawCell cell(const FixedLine& line, std::uint32_t begin, std::uint32_t end) const {
    RawCell made;
    made.text = line.text(begin, end);
    made.span = line.span(begin, end);
    return made;
  }

  // The last `count` figures of a line; what is before them is its label.
  std::vector<Piece> values_of(const FixedLine& line, std::size_t count) const {
    auto parts = tail_of(line);
    if (parts.size() < count) return {};
    parts.erase(parts.begin(), parts.end() - static_cast<std::ptrdiff_t>(count));
    return parts;
  }

  static std::vector<Piece> tail_of(const FixedLine& line) { return line.tail_figures(); }

  void add_table(const Rows& rows, std::size_t top) {
    Block block;
    block.kind = BlockKind::table;
    block.table.layout = Layout::grid;
    const auto body = add_header(rows, top, block.table);
    add_body(rows, body, block.table);
    if (block.table.rows.empty()) return;
    block.span = cover(block.table.rows.front().span, block.table.rows.back().span);
    out_.blocks.push_back(std::move(block));
  }

  // Lines with one head each that together have as many as the table columns, or a part of them, are one row: "March 29," over
  // "2031" over "March 30," over "2030".
  std::size_t add_header(const Rows& rows, std::size_t top, RawTable& table) const {
    auto i = top;
    std::size_t after = top;
    while (i < rows.first) {
      const auto& line = lines_[i];
      const auto text = std::string_view(line.columns()).substr(0, line.end());
      const auto units = line.kind() == LineKind::words ? header_units(text) : std::vector<HeaderUnit>{};
      if (units.empty()) {
        ++i;
        continue;
      }
      auto last = i + 1;
      std::vector<HeaderUnit> heads;
      if (units.size() == 1) {
        std::string joined(text);
        std::vector<std::size_t> starts{0};
        for (auto k = i + 1; k < rows.first && lines_[k].kind() == LineKind::words; ++k) {
          const auto more = std::string_view(lines_[k].columns()).substr(0, lines_[k].end());
          if (header_units(more).size() != 1) break;
          starts.push_back(joined.size() + 1);
          joined.append(" ").append(more);
          if (auto all = header_units(joined); all.size() == rows.count) {  // the year of the last may follow
            heads = std::move(all);
            last = k + 1;
          }
        }
        starts.resize(std::min(starts.size(), last - i));
        if (!heads.empty()) add_joined_header(i, starts, heads, table);
      }
      if (last == i + 1) add_header_row(line, units, rows.count, table);
      i = last;
      after = i;
    }
    return after;
  }

  void add_header_row(const FixedLine& line, const std::vector<HeaderUnit>& units, std::size_t count, RawTable& table) const {
    RawRow row;
    row.span = line.span();
    const bool parts = count % units.size() == 0;
    const auto from = static_cast<std::uint32_t>(units.front().begin);
    row.cells.push_back(from > line.indent() ? cell(line, line.indent(), from) : RawCell{});
    const auto span = static_cast<std::uint32_t>(parts ? count / units.size() : count);
    if (parts) {
      for (const auto& unit : units) {
        row.cells.push_back(cell(line, static_cast<std::uint32_t>(unit.begin), static_cast<std::uint32_t>(unit.end)));
        row.cells.back().colspan = span;
      }
    } else {
      row.cells.push_back(cell(line, from, line.end()));
      row.cells.back().colspan = span;
    }
    for (auto& made : row.cells) made.header = true;
    table.rows.push_back(std::move(row));
  }

  // Heads over several lines: `starts` says where each line begins in their joined text.
  void add_joined_header(std::size_t first, const std::vector<std::size_t>& starts, const std::vector<HeaderUnit>& units,
                         RawTable& table) const {
    RawRow row;
    row.cells.emplace_back();
    for (const auto& unit : units) {
      RawCell made;
      for (std::size_t k = 0; k < starts.size(); ++k) {
        const auto& line = lines_[first + k];
        const auto end = starts[k] + line.end();
        if (unit.end <= starts[k] || unit.begin >= end) continue;
        const auto from = std::max<std::size_t>(unit.begin, starts[k] + line.indent()) - starts[k];
        const auto to = std::min(unit.end, end) - starts[k];
        const auto part = cell(line, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
        if (!made.text.empty()) made.text += ' ';
        made.text += part.text;
        made.span = cover(made.span, part.span);
      }
      row.span = cover(row.span, made.span);
      row.cells.push_back(std::move(made));
    }
    for (auto& made : row.cells) made.header = true;
    table.rows.push_back(std::move(row));
  }

  void add_body(const Rows& rows, std::size_t body, RawTable& table) {
    std::vector<LabelLine> labels;
    std::vector<std::size_t> at;
    bool fresh = false;
    for (auto i = body; i <= rows.last; ++i) {
      const auto& line = lines_[i];
      if (line.kind() == LineKind::blank || line.kind() == LineKind::rule || is_page_number(i)) {
        fresh = true;
        continue;
      }
      LabelLine label;
      const auto values = values_of(line, rows.count);
      const auto end = values.empty() ? line.end() : values.front().begin;
      if (end > line.indent()) label.text = line.text(line.indent(), end);
      label.indent = line.indent();
      label.end = label.indent + static_cast<std::uint32_t>(label.text.size());
      label.values = figures(i) > 0;
      label.fresh = fresh;
      fresh = false;
      labels.push_back(std::move(label));
      at.push_back(i);
    }
    const auto wraps = find_wraps(labels);
    for (std::size_t k = 0; k < labels.size(); ++k) {
      const auto& line = lines_[at[k]];
      const auto values = values_of(line, rows.count);
      if (values.empty() && figures(at[k]) > 0)
        out_.problems.push_back({"table-irregular", "a line has fewer figures than its table has columns, and no gap tells which they are",
                                 line.span(), line.text(line.indent(), line.end()), 0});
      const bool wrapped = wraps[k] && !table.rows.empty() && table.rows.back().cells.size() == 1;
      if (!wrapped) {
        table.rows.emplace_back();
        table.rows.back().cells.emplace_back();
        table.rows.back().cells[0].indent = labels[k].indent;
      }
      auto& row = table.rows.back();
      row.span = cover(row.span, line.span());
      if (!labels[k].text.empty()) {
        append_wrapped(row.cells[0].text, labels[k].text);
        row.cells[0].span = cover(row.cells[0].span, line.span(line.indent(), values.empty() ? line.end() : values.front().begin));
      }
      for (const auto& value : values) row.cells.push_back(cell(line, value.begin, value.end));
    }
  }

  const std::vector<FixedLine>& lines_;
  Document& out_;
  std::vector<std::size_t> figures_;  // of each line from offset_ on
  std::size_t offset_ = 0;
};

}  // namespace

std::size_t spaced_figures(const FixedLine& line) {
  return line.kind() == LineKind::words || line.kind() == LineKind::data ? line.tail_figures().size() : 0;
}

void add_spaced_rows(const std::vector<FixedLine>& lines, std::size_t first, std::size_t end, Document& out) {
  if (first < end) SpacedReader(lines, out).run(first, end);
}

}  // namespace finwh
