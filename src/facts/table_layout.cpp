#include "facts/table_layout.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "facts/column_meaning.h"
#include "facts/scale_clause.h"
#include "facts/stated_basis.h"

namespace finwh {
namespace {

bool is_amount(const Cell& cell) { return cell.shape == Shape::number || cell.shape == Shape::nil; }

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_alpha(c) || static_cast<unsigned char>(c) >= 0xC3; });
}

// A footnote as a row: "(1) Excludes ...", "* Not meaningful", "1. ..." with words behind it, or a long sentence.
bool reads_as_note(std::string_view text) {
  if (text.empty()) return false;
  if (text.size() > 160) return true;
  const auto close = text.find(')');
  if (text.front() == '(' && close != std::string_view::npos && close <= 4 && text.size() > close + 12) return true;
  if (text.front() == '*' || text.substr(0, 3) == "†") return text.size() > 8;
  if (is_digit(text.front()) && text.size() > 40) return true;
  const auto lower = to_lower(text.substr(0, 16));
  return lower.substr(0, 4) == "see " || lower.substr(0, 5) == "note:" || lower.substr(0, 14) == "the accompanyi";
}

// Words that may be a title: no remark in brackets, nothing about the columns below.
bool names_a_table(std::string_view text) {
  return has_letters(text) && text.front() != '(' && text.front() != '%' && read_column_meaning(text, text).measure == Measure::amount &&
         !read_column_meaning(text, text).basis;
}

// The words of a header without note marks: superscripts of digits and signs, "(1)" at the end.
std::string words_of_header(const Cell& cell) {
  std::string out;
  std::size_t copied = 0;
  for (const auto& [from, to] : cell.superscripts) {
    if (to > cell.text.size() || from < copied) continue;
    const auto text = std::string_view(cell.text).substr(from, to - from);
    const bool letters = std::count_if(text.begin(), text.end(), is_alpha) > 1;  // "1st", "TM"
    if (letters || from == 0) continue;
    out += cell.text.substr(copied, from - copied);
    copied = to;
  }
  out += cell.text.substr(copied);
  for (const std::string_view sign : {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}) out = replace_all(out, sign, "");
  const auto open = out.rfind('(');
  if (open != std::string::npos && open > 0 && out.size() - open <= 4 && out.back() == ')' &&
      std::all_of(out.begin() + static_cast<std::ptrdiff_t>(open) + 1, out.end() - 1, is_digit))
    out.erase(open);
  return std::string(trim(out));
}

class LayoutReader {
 public:
  explicit LayoutReader(const Table& table) : table_(table) { layout_.rows.resize(table.rows.size()); }

  TableLayout read() {
    for (std::size_t r = 0; r < table_.rows.size(); ++r) classify(r);
    settle_single_cells();
    build_blocks();
    carry_periods();
    return std::move(layout_);
  }

 private:
  const Cell* label_of(std::size_t r) const {
    const auto cell = layout_.rows[r].label_cell;
    return cell < 0 ? nullptr : &table_.rows[r].cells[static_cast<std::size_t>(cell)];
  }

  bool in_value_column(const Cell& cell) const {
    return cell.first != table_.label_column && table_.columns[static_cast<std::size_t>(cell.first)] != ColumnKind::text;
  }

  void classify(std::size_t r) {
    const auto& row = table_.rows[r];
    auto& out = layout_.rows[r];
    if (row.cells.empty()) {
      out.kind = RowKind::blank;
      return;
    }
    if (completes_header(r)) {
      out.kind = RowKind::header;
      for (std::size_t i = r; i-- > 0 && layout_.rows[i].kind == RowKind::heading;) layout_.rows[i].kind = RowKind::header;
      out.label_cell = row.cells.front().first == table_.label_column ? 0 : -1;
      return;
    }
    int amounts = 0, years = 0, texts = 0, marks = 0;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const auto& cell = row.cells[c];
      const bool alone = row.cells.size() == 1 && cell.first <= table_.label_column && cell.last >= table_.label_column;
      if ((cell.first == table_.label_column || alone) && !(is_amount(cell) && cell.shape == Shape::number)) {
        if (out.label_cell < 0) out.label_cell = static_cast<int>(c);
        continue;
      }
      if (is_amount(cell))
        ++amounts;
      else if (cell.shape == Shape::mark && looks_numeric(cell.text) &&
               table_.columns[static_cast<std::size_t>(cell.first)] == ColumnKind::value)
        ++amounts;
      else if (cell.shape == Shape::mark)
        ++marks;
      else if (cell.shape == Shape::year)
        ++years;
      else if (cell.shape == Shape::text || cell.shape == Shape::suffix || cell.shape == Shape::prefix)
        ++texts;  // "US$" alone heads a column
    }
    const auto* label = label_of(r);
    const bool early = seen_lines_ == 0;
    if (amounts == 0 && years > 0) {
      const bool named = label != nullptr && has_letters(label->text) && !read_period_phrase(label->text).any();
      out.kind = (!named || early || texts > 0 || repeats_header(r)) ? RowKind::header : RowKind::line;
    } else if (amounts == 0 && texts > 0 && label != nullptr && has_letters(label->text) && under_header(r) && tells_in_words(row)) {
      out.kind = RowKind::line;
    } else if (amounts > 0) {
      out.kind = only_header_numbers(r) ? RowKind::header : RowKind::line;
    } else if (texts > 0) {
      out.kind = RowKind::header;
    } else if (marks > 0 && out.label_cell < 0) {
      out.kind = RowKind::note;  // marks that overflowed from the line below or above
    } else {
      out.kind = RowKind::heading;  // one cell; settled below
    }
    if (out.kind == RowKind::line) ++seen_lines_;
  }

  // Nothing but years under a header that names days without a year, with only words over the lines' names between: "December 31,"
  // over "Reconciliation of" over "Adjusted cash | 2024 | 2023".
  bool completes_header(std::size_t r) const {
    std::vector<const Cell*> years;
    for (const auto& cell : table_.rows[r].cells) {
      if (cell.first == table_.label_column && cell.shape == Shape::text) continue;
      if (cell.shape != Shape::year && cell.first != table_.label_column) return false;
      if (cell.shape == Shape::year) years.push_back(&cell);
    }
    if (years.empty()) return false;
    for (std::size_t i = r; i-- > 0;) {
      const auto kind = layout_.rows[i].kind;
      if (kind == RowKind::heading || kind == RowKind::blank) continue;
      if (kind != RowKind::header) return false;
      return std::all_of(years.begin(), years.end(), [&](const Cell* year) {
        std::string over;  // "December" over "31,", too
        for (std::size_t h = i + 1; h-- > 0 && layout_.rows[h].kind == RowKind::header;)
          for (const auto& cell : table_.rows[h].cells)
            if (cell.first <= year->first && cell.last >= year->first && cell.first != table_.label_column) over = cell.text + " " + over;
        const auto phrase = read_period_phrase(over);
        return phrase.month && !phrase.year;
      });
    }
    return false;
  }

  bool under_header(std::size_t r) const {
    for (std::size_t i = r; i-- > 0;)
      if (layout_.rows[i].kind == RowKind::header || layout_.rows[i].kind == RowKind::line) return true;
    return false;
  }

  // "Low single-digit decline", "96.6% vs. 96.4%": what a line tells in words where others have figures.
  bool tells_in_words(const Row& row) const {
    constexpr std::string_view words[] = {"digit", "digits", "unchanged", "flat", "flattish", "not provided", "in line with", "no change"};
    for (const auto& cell : row.cells) {
      if (cell.first == table_.label_column || cell.shape != Shape::text) continue;
      const auto folded = fold(cell.text);
      if (std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return contains_word(folded, word); })) return true;
      const auto vs = folded.find(" vs ");
      if (vs != std::string::npos && is_digit(folded.front()) && is_digit(folded.back())) return true;
    }
    return false;
  }

  // Cells that look like amounts among header words: "31, 2024" cut in two, "Q1 | 1 | 2".
  bool only_header_numbers(std::size_t r) const {
    const auto& row = table_.rows[r];
    if (seen_lines_ > 0 || layout_.rows[r].label_cell >= 0) return false;
    int periods = 0, plain = 0;
    for (const auto& cell : row.cells) {
      if (cell.shape == Shape::text)
        periods += read_period_phrase(cell.text).any() ? 1 : 0;
      else if (cell.shape == Shape::number)
        ++plain;
    }
    return periods > plain;
  }

  bool repeats_header(std::size_t r) const {
    const auto text = [&](std::size_t at) {
      std::string all;
      for (const auto& cell : table_.rows[at].cells)
        if (cell.first != table_.label_column) all += cell.text + "|";
      return all;
    };
    const auto mine = text(r);
    for (std::size_t i = 0; i < r; ++i)
      if (layout_.rows[i].kind == RowKind::header && text(i) == mine) return true;
    return false;
  }

  // Rows of one cell: titles above the header, periods over all columns, headings, notes below.
  void settle_single_cells() {
    std::size_t first_header = table_.rows.size(), first_line = table_.rows.size(), last_line = 0;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      if (layout_.rows[r].kind == RowKind::header) first_header = std::min(first_header, r);
      if (layout_.rows[r].kind == RowKind::line) {
        first_line = std::min(first_line, r);
        last_line = r;
      }
    }
    if (settle_spanning_titles(first_line)) {
      first_header = first_line;
      while (first_header > 0 && layout_.rows[first_header - 1].kind != RowKind::title) --first_header;
      while (first_header < table_.rows.size() && layout_.rows[first_header].kind != RowKind::header) ++first_header;
    }
    std::size_t last_header = 0;  // above the first line
    for (std::size_t r = 0; r < first_line && r < table_.rows.size(); ++r)
      if (layout_.rows[r].kind == RowKind::header) last_header = r;
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      auto& out = layout_.rows[r];
      if (out.kind != RowKind::heading) continue;
      if (r > first_header && r < last_header) {
        out.kind = RowKind::header;  // words over the names of the lines, wrapped beside the header rows
        continue;
      }
      const auto* cell = label_of(r);
      if (cell == nullptr) cell = &table_.rows[r].cells.front();
      const auto period = read_period_phrase(cell->text);
      const bool pure = period.any() && !has_letters(period.rest);
      const bool wide = cell->last > cell->first || cell->centered;
      if (r > last_line || (r > first_line && reads_as_note(cell->text) && (cell->text.size() > 160 || cell->text.ends_with('.')))) {
        out.kind = RowKind::note;
      } else if (pure && r < first_line && (wide || r < first_header)) {
        out.kind = RowKind::header;
      } else if (pure) {
        out.kind = RowKind::heading;
        out.period = period;
        out.period_heading = true;
      } else if (r < first_line && (r < first_header && first_header < first_line)) {
        out.kind = RowKind::title;
      } else if (period.any() && period.has_date() && r > first_line && wide) {
        out.period = period;
        out.period_heading = true;
      }
    }
    if (first_header >= first_line) settle_headerless_titles(first_line);
    close_corner(last_header, first_line);
    settle_inner_headers(first_line, last_line);
  }

  // A line over the whole width above the headers is a title, with what stands alone around it ("ATTACHMENT I", "(Preliminary)").
  bool settle_spanning_titles(std::size_t first_line) {
    std::optional<std::size_t> title;
    std::size_t header = 0;  // the first row of several cells, or of a period
    for (; header < first_line && header < table_.rows.size(); ++header) {
      const auto& cells = table_.rows[header].cells;
      if (cells.empty()) continue;
      if (cells.size() > 1 || cells.front().shape == Shape::year || read_period_phrase(cells.front().text).any()) break;
      const bool wide = cells.front().first <= table_.label_column && over_all(cells.front().first, cells.front().last);
      if (wide && table_.columns.size() > 2 && names_a_table(cells.front().text)) title = header;
    }
    if (!title || header >= first_line) return false;
    for (std::size_t r = 0; r < header; ++r) {
      const auto& cells = table_.rows[r].cells;
      if (!cells.empty() && (r <= *title || cells.front().first <= table_.label_column)) layout_.rows[r].kind = RowKind::title;
    }
    return true;
  }

  // "(in millions of" beside the header rows, "Canadian dollars)" below them: the corner goes on until its bracket closes.
  void close_corner(std::size_t last_header, std::size_t first_line) {
    std::ptrdiff_t open = 0;
    for (std::size_t r = 0; r < first_line && r < table_.rows.size(); ++r) {
      auto& row = layout_.rows[r];
      const auto* cell = label_of(r);
      if (cell == nullptr) continue;
      if (row.kind == RowKind::heading && r > last_header && open > 0) {
        row.kind = RowKind::header;
        row.period_heading = false;
      }
      if (row.kind == RowKind::header)
        open += std::count(cell->text.begin(), cell->text.end(), '(') - std::count(cell->text.begin(), cell->text.end(), ')');
    }
  }

  // A table inside the table: lines of one cell right above a header between the lines. Periods among them are header rows, and
  // of several the others are its titles.
  void settle_inner_headers(std::size_t first_line, std::size_t last_line) {
    for (std::size_t r = first_line + 1; r < last_line; ++r) {
      if (layout_.rows[r].kind != RowKind::header || layout_.rows[r - 1].kind == RowKind::header) continue;
      std::vector<std::size_t> above;
      for (std::size_t i = r; i-- > first_line;) {
        const auto kind = layout_.rows[i].kind;
        if (kind == RowKind::blank) continue;
        if (kind != RowKind::heading) break;
        above.insert(above.begin(), i);
      }
      for (const auto i : above) {
        const auto* cell = label_of(i) != nullptr ? label_of(i) : &table_.rows[i].cells.front();
        const auto period = read_period_phrase(cell->text);
        const bool pure = (period.any() && !has_letters(period.rest)) || period.dates.size() > 1;
        if (pure) {
          layout_.rows[i].kind = RowKind::header;
          layout_.rows[i].period_heading = false;
          layout_.rows[i].period = {};
        } else if (above.size() > 1) {
          layout_.rows[i].kind = RowKind::title;
        }
      }
    }
  }

  // Without header rows the first of several single cells above the lines is the title.
  void settle_headerless_titles(std::size_t first_line) {
    std::vector<std::size_t> single;
    for (std::size_t r = 0; r < first_line; ++r)
      if (layout_.rows[r].kind == RowKind::heading) single.push_back(r);
    for (std::size_t i = 0; i + 1 < single.size(); ++i) layout_.rows[single[i]].kind = RowKind::title;
  }

  void build_blocks() {
    std::size_t r = 0;
    while (r < table_.rows.size()) {
      if (layout_.rows[r].kind != RowKind::header) {
        layout_.rows[r].block = static_cast<int>(layout_.blocks.size()) - 1;
        ++r;
        continue;
      }
      std::size_t last = r;
      for (std::size_t i = r + 1; i < table_.rows.size(); ++i) {
        const auto kind = layout_.rows[i].kind;
        if (kind == RowKind::header)
          last = i;
        else if (kind != RowKind::blank && kind != RowKind::title)
          break;
      }
      add_block(r, last);
      for (; r <= last; ++r) layout_.rows[r].block = static_cast<int>(layout_.blocks.size()) - 1;
    }
  }

  // The value columns that a header cell covers.
  struct HeaderCell {
    const Cell* cell;
    int first, last;
  };
  using HeaderRow = std::vector<HeaderCell>;

  // Over the names of the lines, and over no figures of the lines under the header that ends with the row `last`.
  bool stands_in_corner(const Cell& cell, std::size_t last) const {
    if (cell.first != table_.label_column) return false;
    if (cell.first == cell.last) return true;
    if (cell.shape != Shape::text || read_period_phrase(cell.text).any()) return false;
    bool lines = false;
    for (std::size_t r = last + 1; r < table_.rows.size() && layout_.rows[r].kind != RowKind::header; ++r) {
      if (layout_.rows[r].kind != RowKind::line) continue;
      lines = true;
      for (const auto& under : table_.rows[r].cells)
        if (under.first > cell.first && under.first <= cell.last) return false;
    }
    return lines;
  }

  std::vector<HeaderRow> header_rows(std::size_t first, std::size_t last) const {
    std::vector<HeaderRow> rows;
    for (std::size_t r = first; r <= last; ++r) {
      if (layout_.rows[r].kind != RowKind::header || holds_clause_alone(table_, r)) continue;
      HeaderRow row;
      for (const auto& cell : table_.rows[r].cells)
        if (!stands_in_corner(cell, last)) row.push_back({&cell, cell.first, cell.last});
      rows.push_back(std::move(row));
    }
    for (std::size_t i = 1; i < rows.size(); ++i) close_gaps(rows[i - 1], rows, i);
    if (table_.spans_inferred) {
      for (std::size_t i = rows.size(); i-- > 1;) reach_over_blanks(rows[i - 1], rows, i);
      for (std::size_t i = rows.size(); i-- > 1;) {
        regroup(rows[i - 1], rows, i);
        for (std::size_t c = 1; c < rows[i - 1].size(); ++c) give_dates_left(rows[i - 1][c - 1], rows[i - 1][c], rows, i);
      }
    }
    return rows;
  }

  // "Three months ended | (blank) | Change from | (blank)" over "June 30 | March 31 | 1Q | 2Q": what was merged and is written as
  // blanks belongs to the words on its left, where these name a period or a change and the rows below name dates all along.
  void reach_over_blanks(HeaderRow& row, const std::vector<HeaderRow>& rows, std::size_t below) const {
    const auto dated = [&](int column) { return read_period_phrase(replace_all(leaf(rows, below, column), "|", " ")).any(); };
    const int count = static_cast<int>(table_.columns.size());
    // "2024 | (blank) | 2023 | (blank)" over "Amount | Rate | Amount | Rate"
    std::string first;
    int groups = 0;
    bool alike = true;
    for (const auto& cell : row) {
      if (!read_period_phrase(cell.cell->text).any()) continue;
      const auto under = leaf(rows, below, cell.first);
      alike = alike && !under.empty() && (groups == 0 || under == first) && cell.first == cell.last;
      if (groups++ == 0) first = under;
    }
    const bool repeats = alike && groups > 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      auto& cell = row[i];
      if (cell.first != cell.last || !(repeats || dated(cell.first))) continue;
      const auto own = read_period_phrase(cell.cell->text);
      if (!own.any() && read_column_meaning(own.rest, own.rest).measure == Measure::amount) continue;
      const int end = i + 1 < row.size() ? row[i + 1].first : count;
      const auto belongs = [&](int column) {
        return repeats ? leaf(rows, below, column) != first && !leaf(rows, below, column).empty() : dated(column);
      };
      while (cell.last + 1 < end && belongs(cell.last + 1)) ++cell.last;
    }
  }

  // "As of | Increase" over "2024 | 2023 | (Decrease)": a group without a period gives the dated columns below it to the left.
  void give_dates_left(HeaderCell& left, HeaderCell& cell, const std::vector<HeaderRow>& rows, std::size_t below) const {
    if (cell.first == cell.last || left.last + 1 != cell.first || read_period_phrase(cell.cell->text).any()) return;
    const auto dated = [&](int column) { return read_period_phrase(replace_all(leaf(rows, below, column), "|", " ")).any(); };
    if (dated(cell.last)) return;
    while (cell.first < cell.last && dated(cell.first)) {
      ++left.last;
      ++cell.first;
    }
  }

  // "Three months ended | | Year ended" over dates, one of which no group covers: it belongs to the group that has no such date yet.
  void close_gaps(HeaderRow& row, const std::vector<HeaderRow>& rows, std::size_t below) const {
    const auto length = [](const HeaderCell& cell) {
      const auto phrase = read_period_phrase(cell.cell->text);
      return (phrase.months || phrase.weeks) && !phrase.year;
    };
    const auto holds = [&](const HeaderCell& group, const std::string& date) {
      for (int c = group.first; c <= group.last; ++c)
        if (leaf(rows, below, c) == date) return true;
      return false;
    };
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      auto& left = row[i];
      auto& right = row[i + 1];
      if (left.last + 2 != right.first || !length(left) || !length(right)) continue;
      const int column = left.last + 1;
      const auto date = leaf(rows, below, column);
      const auto phrase = read_period_phrase(replace_all(date, "|", " "));
      if (!phrase.year || phrase.months || phrase.instant || column == table_.label_column) continue;
      if (!holds(left, date))
        left.last = column;
      else if (!holds(right, date))
        right.first = column;
    }
  }

  // What the rows below say over one column.
  static std::string leaf(const std::vector<HeaderRow>& rows, std::size_t from, int column) {
    std::string text;
    for (std::size_t i = from; i < rows.size(); ++i)
      for (const auto& cell : rows[i])
        if (column >= cell.first && column <= cell.last) text += cell.cell->text + "|";
    return text;
  }

  // Group headers without spans: each group begins where the first column's header below comes again ("2024 2023 2024" under
  // two groups is two and one), and is as long as the first one at most.
  void regroup(HeaderRow& row, const std::vector<HeaderRow>& rows, std::size_t below) const {
    // Only headers that name periods group others; "% of" over "GWP" is one header in two rows.
    HeaderRow groups;
    for (const auto& cell : row)
      if (read_period_phrase(cell.cell->text).any()) groups.push_back(cell);
    if (groups.size() < 2 || groups.front().cell != row.front().cell) return;
    const int begin = row.front().first;
    const int count = static_cast<int>(table_.columns.size());
    const auto first = leaf(rows, below, begin);
    if (first.empty()) return;
    std::vector<int> starts;
    for (int c = begin; c < count; ++c)
      if (c != table_.label_column && leaf(rows, below, c) == first) starts.push_back(c);
    if (starts.size() != groups.size() || starts[1] - starts[0] < 2) return;
    const int length = starts[1] - starts[0];
    for (std::size_t i = 0; i < groups.size(); ++i) {
      row[i].first = starts[i];
      const int end = i + 1 < starts.size() ? starts[i + 1] - 1 : count - 1;
      row[i].last = std::min(end, starts[i] + length - 1);
    }
  }

  // A header row with as many cells as columns in use under it, standing beside them: one for each, in order.
  void fit_to_used(std::vector<HeaderRow>& rows, std::size_t last) const {
    if (!table_.spans_inferred || rows.empty()) return;
    std::vector<int> used;
    for (std::size_t r = last + 1; r < table_.rows.size() && layout_.rows[r].kind != RowKind::header; ++r)
      for (const auto& cell : table_.rows[r].cells)
        if (layout_.rows[r].kind == RowKind::line && cell.first != table_.label_column) used.push_back(cell.first);
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    auto& row = rows.back();
    if (row.size() != used.size()) return;
    const bool beside = std::any_of(used.begin(), used.end(), [&](int c) {
      return std::none_of(row.begin(), row.end(), [&](const HeaderCell& cell) { return c >= cell.first && c <= cell.last; });
    });
    if (!beside) return;
    for (std::size_t i = 0; i < row.size(); ++i) row[i].first = row[i].last = used[i];
  }

  // Whether a header cell stands over every column of figures.
  bool over_all(int first, int last) const {
    for (int c = 0; c < static_cast<int>(table_.columns.size()); ++c)
      if (table_.columns[static_cast<std::size_t>(c)] == ColumnKind::value && (c < first || c > last)) return false;
    return true;
  }

  void add_block(std::size_t first, std::size_t last) {
    HeaderBlock block;
    block.first_row = static_cast<int>(first);
    block.last_row = static_cast<int>(last);
    block.columns.resize(table_.columns.size());
    int group = 0;
    std::vector<std::string> corner;
    std::vector<std::vector<std::string>> own(table_.columns.size());  // the lines that do not stand over all columns
    for (std::size_t r = first; r <= last; ++r) {
      if (layout_.rows[r].kind != RowKind::header) continue;
      for (const auto& cell : table_.rows[r].cells)
        if (stands_in_corner(cell, last)) corner.push_back(cell.text);
    }
    auto rows = header_rows(first, last);
    fit_to_used(rows, last);
    for (const auto& row : rows) {
      for (const auto& cell : row) {
        const bool spans = cell.last > cell.first;
        if (spans) ++group;
        for (int c = cell.first; c <= cell.last; ++c) {
          if (c == table_.label_column) continue;
          auto& column = block.columns[static_cast<std::size_t>(c)];
          const auto words = words_of_header(*cell.cell);
          add_line(column.lines, words);
          if (spans) column.group = group;
          if (!over_all(cell.first, cell.last)) add_line(own[static_cast<std::size_t>(c)], words);
        }
      }
    }
    block.corner = join(corner, " ");
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
      read_column(block.columns[c]);
      block.columns[c].own = read_period_phrase(join(own[c], " ")).rest;
    }
    take_years_from_left(block);
    if (const auto over = read_period_phrase(block.corner); over.months || over.weeks || over.quarter || over.to_date) {
      // "Six months ended December 31" in the corner over "2024 | 2023"; "Second Quarter 2025" over names of segments
      for (auto& column : block.columns)
        if (column.period.any() || (!column.lines.empty() && !over.several)) column.period = filled(column.period, over);
    }
    inherit(block);
    layout_.blocks.push_back(std::move(block));
  }

  // "Adjust-" over "ments" is one word.
  static void add_line(std::vector<std::string>& lines, const std::string& words) {
    const bool parted = !lines.empty() && lines.back().size() > 2 && lines.back().back() == '-' &&
                        is_alpha(lines.back()[lines.back().size() - 2]) && !words.empty() && words[0] >= 'a' && words[0] <= 'z';
    if (!parted) {
      lines.push_back(words);
      return;
    }
    lines.back().pop_back();
    lines.back() += words;
  }

  static void read_column(ColumnHeader& column) {
    if (column.lines.empty()) return;
    column.period = read_period_phrase(join(column.lines, " "));
    column.rest = column.period.rest;
    const auto& p = column.period;
    const bool year_only = p.year && !p.month && !p.quarter && !p.months && !p.weeks && !p.half && !p.instant && !p.several;
    // "2031 Range", "2031 Outlook": of the whole year.
    if (year_only && (p.forecast || names_forecast(column.rest) || contains_word(fold(column.rest), "range"))) {
      column.period.months = 12;
      column.period.forecast = true;
    }
    if (!column.period.several) return;
    // The lines contradict each other when read as one: the inner one wins, the outer ones fill in.
    PeriodPhrase phrase;
    std::vector<std::string> rest;
    for (auto line = column.lines.rbegin(); line != column.lines.rend(); ++line) {
      const auto outer = read_period_phrase(*line);
      phrase = line == column.lines.rbegin() ? outer : filled(phrase, outer);
      if (!outer.rest.empty()) rest.insert(rest.begin(), outer.rest);
    }
    column.period = phrase;
    column.rest = join(rest, " ");
  }

  // "2024 GAAP | Adj. | 2024 Non-GAAP", "2024 | % of revenue": a column of amounts or shares without a year belongs to the year
  // on its left. Changes are no such columns: they compare.
  static void take_years_from_left(HeaderBlock& block) {
    const ColumnHeader* dated = nullptr;
    for (auto& column : block.columns) {
      if (column.lines.empty()) continue;
      const auto& own = column.period;
      if (own.year || own.quarter) {
        dated = &column;
        continue;
      }
      if (dated == nullptr || own.instant) continue;
      const auto measure = read_column_meaning(column.rest, join(column.lines, " ")).measure;
      const bool change = measure == Measure::change_amount || measure == Measure::change_percent || measure == Measure::change_points;
      if (change && !own.any()) dated = nullptr;  // what follows compares, too
      if (!change && (!own.any() || own.month == dated->period.month)) column.period = filled(own, dated->period);
    }
  }

  // A later block that names no period (only members, or only a part) keeps what the block above says of periods.
  void inherit(HeaderBlock& block) const {
    if (layout_.blocks.empty()) return;
    const auto& above = layout_.blocks.back();
    const bool periods = std::any_of(block.columns.begin(), block.columns.end(), [](const ColumnHeader& c) { return c.period.any(); });
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
      auto& column = block.columns[c];
      if (column.lines.empty() && !periods) {
        column = above.columns[c];
      } else if (!periods) {
        column.period = above.columns[c].period;
      } else if (column.period.any() && !column.period.months && !column.period.weeks && !column.period.quarter && !column.period.instant) {
        // "2025 2024" again under "Three Months Ended" of the block above: the lengths still hold.
        if (!column.period.has_date()) column.period = filled(column.period, above.columns[c].period);
      }
    }
  }

  // The rows under a period heading take its period until the next one or the next header block.
  void carry_periods() {
    PeriodPhrase current;
    int block = -2;
    for (auto& row : layout_.rows) {
      if (row.block != block) {
        block = row.block;
        current = {};
      }
      if (row.period_heading)
        current = row.period;
      else if (row.kind == RowKind::line)
        row.period = current;
    }
  }

  const Table& table_;
  TableLayout layout_;
  int seen_lines_ = 0;
};

}  // namespace

bool holds_clause_alone(const Table& table, std::size_t row) {
  const Cell* only = nullptr;
  for (const auto& cell : table.rows[row].cells) {
    if (cell.first == table.label_column && cell.last == cell.first) continue;
    if (only != nullptr) return false;
    only = &cell;
  }
  if (only == nullptr || only->last == only->first) return false;
  const auto clause = read_scale_clause(only->text);
  return clause && (clause->money || clause->shares);
}

TableLayout read_layout(const Table& table) { return LayoutReader(table).read(); }

}  // namespace finwh
