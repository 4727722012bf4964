#include "facts/read_release.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "facts/amount.h"
#include "facts/header_blocks.h"
#include "facts/identity.h"
#include "facts/line_basis.h"
#include "facts/net_income.h"
#include "facts/not_financial.h"
#include "facts/notes.h"
#include "facts/period_resolver.h"
#include "facts/scale_clause.h"
#include "facts/stated_basis.h"
#include "facts/statement_kind.h"
#include "facts/statement_split.h"
#include "facts/table_layout.h"
#include "facts/table_reader.h"
#include "facts/title.h"
#include "facts/title_line.h"
#include "tables/tables.h"

namespace finwh {
namespace {

// A table on its way: what was found of it before its cells are read.
struct Candidate {
  const Table* table = nullptr;
  TableLayout layout;
  TableTitle title;
  TableEvidence evidence;
  Statement statement = Statement::other;
  std::optional<ScaleClause> clause;
  PeriodPhrase period;
  bool inherited = false;  // its header is that of the table above
};

// Lines of one block are adjacent, and lines of the source where these are lines of text, too: not in HTML.
std::vector<TitleLine> title_lines(const std::vector<ContextLine>& lines, Format format) {
  std::vector<TitleLine> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool one_block = i > 0 && lines[i].span.offset == lines[i - 1].span.offset;
    const bool next_line = format != Format::html && i > 0 && lines[i].span.line == lines[i - 1].span.line + 1;
    const bool adjacent = one_block || next_line;
    out.push_back({lines[i].text, lines[i].bold, lines[i].heading, adjacent});
  }
  return out;
}

std::vector<TitleLine> inside_lines(const Table& table, const TableLayout& layout) {
  std::vector<TitleLine> out;
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    if (layout.rows[r].kind == RowKind::title)
      for (const auto& cell : table.rows[r].cells) out.push_back({cell.text, cell.bold, true, false});
  return out;
}

// A name that stands alone over all columns heads a table that has no other title.
std::string first_row_title(const Table& table, const TableLayout& layout) {
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (layout.rows[r].kind == RowKind::blank || layout.rows[r].kind == RowKind::title) continue;
    if (layout.rows[r].kind != RowKind::header || table.rows[r].cells.size() != 1) return {};
    if (const auto period = read_period_phrase(table.rows[r].cells.front().text); period.any() && period.rest.empty()) return {};
    const auto found = read_title({}, {{table.rows[r].cells.front().text, false, true, false}}, {});
    return found.period_text.empty() && found.scale_clause.empty() ? found.title : std::string();
  }
  return {};
}

bool has_values(const Table& table, const TableLayout& layout) {
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    if (layout.rows[r].kind == RowKind::line) return true;
  return false;
}

// Why a table holds no figures: nothing but words, marks of footnotes, or numbers that are no amounts (telephones, file
// numbers); "" when it is one of figures.
std::string_view reason_to_skip(const Table& table, const TableLayout& layout) {
  if (!has_values(table, layout)) return "words only";
  int amounts = 0, marks = 0, others = 0;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (layout.rows[r].kind != RowKind::line) continue;
    for (const auto& cell : table.rows[r].cells) {
      if (cell.first == table.label_column || cell.shape == Shape::text || cell.shape == Shape::prefix || cell.shape == Shape::suffix)
        continue;
      const auto amount = read_amount(cell.text, cell.superscripts);
      if (!amount)
        ++others;
      else if (amount->could_be_mark || (amount->nil && cell.text.find('*') != std::string::npos))
        ++marks;
      else if (!amount->nil)
        ++amounts;
    }
  }
  if (amounts > others) return "";
  if (amounts == 0 && others == 0 && marks > 0) return "footnotes";
  return amounts == 0 || others > amounts ? (marks > 0 ? "footnotes" : "no amounts") : "";
}

TableEvidence evidence_of(const Table& table, const TableLayout& layout, const TableTitle& title) {
  TableEvidence out;
  out.title = title.title;
  for (const auto& block : layout.blocks)
    for (const auto& column : block.columns)
      if (!column.lines.empty()) out.columns.push_back(join(column.lines, " "));
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& row = layout.rows[r];
    for (std::size_t c = 0; c < table.rows[r].cells.size(); ++c) {
      const auto& cell = table.rows[r].cells[c];
      if (static_cast<int>(c) == row.label_cell) {
        if (row.kind == RowKind::line || row.kind == RowKind::heading) out.labels.push_back(cell.text);
        continue;
      }
    }
  }
  return out;
}

// The clause that governs the table: inside of it (title rows, header corner, a row), in its title, in the lines above it,
// nearest first.
std::optional<ScaleClause> clause_of(const Candidate& candidate) {
  const auto& table = *candidate.table;
  // Words over the names of the lines, wrapped over several rows: "Revenues by | Segment (in | millions)".
  std::string corner;
  for (std::size_t r = 0; r < table.rows.size() && candidate.layout.rows[r].kind != RowKind::line; ++r) {
    const auto kind = candidate.layout.rows[r].kind;
    if (kind != RowKind::header && kind != RowKind::title) continue;
    for (const auto& cell : table.rows[r].cells)
      if (cell.first == table.label_column) corner += (corner.empty() ? "" : " ") + cell.text;
  }
  if (auto clause = read_scale_clause(corner)) return clause;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto kind = candidate.layout.rows[r].kind;
    if (kind == RowKind::line || kind == RowKind::heading || kind == RowKind::note) continue;
    for (const auto& cell : table.rows[r].cells) {
      const bool whole = cell.first == table.label_column || cell.last - cell.first + 2 >= static_cast<int>(table.columns.size()) ||
                         holds_clause_alone(table, r);
      if (!whole) continue;  // a column's own clause is the column's
      if (auto clause = read_scale_clause(cell.text)) return clause;
    }
  }
  if (!candidate.title.scale_clause.empty())
    if (auto clause = read_scale_clause(candidate.title.scale_clause)) return clause;
  int looked = 0;
  for (auto line = table.before.rbegin(); line != table.before.rend() && looked < 6; ++line, ++looked) {
    if (line->text.size() > 200) continue;
    if (auto clause = read_scale_clause(line->text)) return clause;
  }
  return std::nullopt;
}

// Whether every header of a period is a whole date ("June 30, 2031") and nothing more.
bool names_days(const TableLayout& layout) {
  bool any = false;
  for (const auto& block : layout.blocks) {
    for (const auto& column : block.columns) {
      if (!column.period.any()) continue;
      if (!column.period.has_date() || column.period.ended || column.period.months || column.period.weeks) return false;
      any = true;
    }
  }
  return any;
}

// What the lines right above the table and its title rows say of the period.
PeriodPhrase title_period_of(const Candidate& candidate) {
  PeriodPhrase phrase;
  const auto take = [&](const std::string& text) {
    if (text.size() > 120) return;
    const auto found = read_period_phrase(text);
    if (found.any()) phrase = phrase.any() ? filled(phrase, found) : found;
  };
  const auto& rows = candidate.table->rows;
  for (std::size_t r = rows.size(); r-- > 0;)
    if (candidate.layout.rows[r].kind == RowKind::title)
      for (const auto& cell : rows[r].cells) take(cell.text);
  take(candidate.title.period_text);
  take(candidate.title.title);
  int looked = 0;
  const auto& before = candidate.table->before;
  for (auto line = before.rbegin(); line != before.rend() && looked < 5 && !phrase.any(); ++line, ++looked) {
    // Sentences and points of a list name periods of what they tell ("started up in May").
    // Beyond them stands what the release reports on, which adds nothing to whole dates over the columns.
    const bool told = is_sentence(line->text);
    if (told && names_days(candidate.layout)) break;
    if (!told && !line->text.starts_with("•")) take(line->text);
  }
  if (phrase.several && !phrase.month) phrase = {};
  return phrase;
}

class ReleaseReader {
 public:
  ReleaseReader(const Document& document, const SourceFile& file, const ReadOptions& options) : document_(document), options_(options) {
    release_.file = file;
  }

  Release read() {
    release_.problems = document_.problems;
    identify();
    std::vector<ContextLine> framed;
    tables_ = split_statements(build_tables(document_, &framed));
    read_prose(framed);
    for (const auto& table : tables_) consider(table);
    frame_time();
    currency_ = release_currency();
    find_notes();
    for (const auto& candidate : candidates_) add_table(candidate);
    tell_net_incomes_apart(release_.facts);
    keep_used_notes();
    for (const auto& table : release_.tables)
      for (auto& walk : find_walks(release_.facts, table.ordinal - 1)) release_.walks.push_back(std::move(walk));
    if (release_.tables.empty() && !has_problem("tables-flat")) add_problem("release-no-tables", "no table with figures was found", {}, "");
    return std::move(release_);
  }

 private:
  bool has_problem(std::string_view code) const {
    return std::any_of(release_.problems.begin(), release_.problems.end(), [&](const Problem& p) { return p.code == code; });
  }

  void add_problem(std::string code, std::string message, Span span, std::string excerpt) {
    release_.problems.push_back({std::move(code), std::move(message), span, std::move(excerpt), 0});
  }

  void identify() {
    auto& identity = release_.identity;
    identity = read_identity(document_);
    if (!options_.company.empty()) identity.company = options_.company;
    if (!options_.ticker.empty()) identity.ticker = options_.ticker;
    if (!options_.cik.empty()) identity.cik = options_.cik;
    if (options_.published) identity.published_on = options_.published;
    if (identity.company.empty()) add_problem("company-unknown", "the text does not name the company; give --company", {}, "");
    if (!identity.published_on) add_problem("published-unknown", "the text does not give the publication date; give --published", {}, "");
    if (!identity.fiscal_year)
      add_problem("fiscal-period-unknown", "the text does not say which fiscal year and quarter it reports on", {}, "");
  }

  // Paragraphs and headings, and the text that stands in frames of layout.
  void read_prose(const std::vector<ContextLine>& framed) {
    for (const auto& block : document_.blocks)
      if (block.kind == BlockKind::heading || block.kind == BlockKind::paragraph)
        release_.prose.push_back({block.text, block.kind == BlockKind::heading, block.span});
    for (const auto& line : framed) release_.prose.push_back({line.text, line.heading, line.span});
    std::stable_sort(release_.prose.begin(), release_.prose.end(),
                     [](const Prose& a, const Prose& b) { return a.source.offset < b.source.offset; });
  }

  void consider(const Table& table) {
    Candidate candidate;
    candidate.table = &table;
    candidate.layout = read_layout(table);
    candidate.title =
        read_title(title_lines(table.before, document_.format), inside_lines(table, candidate.layout), release_.identity.company);
    candidate.evidence = evidence_of(table, candidate.layout, candidate.title);
    auto reason = reason_not_financial(table);
    if (reason.empty()) reason = reason_to_skip(table, candidate.layout);
    if (!reason.empty()) {
      const auto& row = table.rows.front();
      release_.skipped.push_back({std::string(reason), row.cells.empty() ? "" : shorten(row.cells.front().text, 60), table.span});
      skipped_.push_back(&table);
      return;
    }
    take_header_from_above(candidate);
    candidate.clause = clause_of(candidate);
    take_corner_title(candidate);
    // A table without a title of its own goes on under the one above.
    if (candidate.title.title.empty()) candidate.title.title = first_row_title(table, candidate.layout);
    if (candidate.title.title.empty() && !candidates_.empty()) {
      candidate.title.title = candidates_.back().title.title;
      if (!candidate.clause && table.before.empty()) candidate.clause = candidates_.back().clause;
    }
    candidate.evidence.title = candidate.title.title;
    candidate.statement = classify_statement(candidate.evidence);
    if (candidate.statement == Statement::balance_sheet) settle_summary(candidate);
    if (candidate.statement == Statement::non_gaap_reconciliation) settle_targets(candidate);
    if (candidate.statement == Statement::other || candidate.statement == Statement::income_statement) settle_results_table(candidate);
    if (!candidate.inherited) candidate.period = title_period_of(candidate);
    if (candidate.inherited && !candidate.clause) candidate.clause = candidates_.back().clause;
    if (!candidate.period.any() && !candidates_.empty() && only_titles(table.before) && candidate.statement != Statement::guidance &&
        (table.before.empty() || !names_periods(candidate.layout)))
      candidate.period = candidates_.back().period;
    candidates_.push_back(std::move(candidate));
  }

  static bool names_periods(const TableLayout& layout) {
    return std::any_of(layout.blocks.begin(), layout.blocks.end(), [](const auto& block) {
      return std::any_of(block.columns.begin(), block.columns.end(), [](const auto& column) { return column.period.any(); });
    });
  }

  // At most a title stands between a table and the one above: what governs that one still holds.
  static bool only_titles(const std::vector<ContextLine>& lines) {
    return lines.size() <= 2 && std::all_of(lines.begin(), lines.end(), [](const auto& line) { return line.text.size() <= 60; });
  }

  // A title of targets over lines that none calls GAAP or non-GAAP is no reconciliation.
  static void settle_targets(Candidate& candidate) {
    if (!names_forecast(candidate.title.title) || contains(fold(candidate.title.title), "reconcil")) return;
    const auto& labels = candidate.evidence.labels;
    if (std::none_of(labels.begin(), labels.end(), [](const auto& label) { return contains_word(fold(label), "gaap"); }))
      candidate.statement = Statement::guidance;
  }

  // Balances beside results under a title that names no statement are a summary.
  static void settle_summary(Candidate& candidate) {
    TableEvidence title_only;
    title_only.title = candidate.title.title;
    if (!weigh_statements(title_only).empty()) return;
    for (const auto& label : candidate.evidence.labels) {
      const auto folded = fold(label);
      for (const auto* word : {"net income", "net earnings", "net interest income", "earnings per share", "total revenue", "net sales"})
        if (folded.starts_with(word)) candidate.statement = Statement::highlights;
    }
  }

  // Results from revenue to net income under a title that names no statement: of the company the highlights, of a part of it
  // a segment.
  void settle_results_table(Candidate& candidate) const {
    if (candidate.title.title.empty()) return;
    if (names_statement(candidate.title.title)) return;
    int revenue = 0, result = 0;
    for (const auto& label : candidate.evidence.labels) {
      const auto folded = fold(label);
      revenue += contains(folded, "revenue") || contains(folded, "net sales") ? 1 : 0;
      result += contains(folded, "net income") || contains(folded, "operating income") || contains(folded, "net earnings") ? 1 : 0;
    }
    if (revenue == 0 || result == 0 || candidate.evidence.labels.size() > 25) return;
    const auto company = split(fold(release_.identity.company), ' ');
    const bool whole = contains(fold(candidate.title.title), company.front()) || contains(fold(candidate.title.title), "consolidated");
    candidate.statement = whole ? Statement::highlights : Statement::segment;
  }

  // "Results for the segment | 1Q25 | 4Q24": the first words over the names of the lines are the title when nothing else is.
  // A corner that announces a reconciliation goes before a title that does not.
  void take_corner_title(Candidate& candidate) const {
    if (candidate.layout.blocks.empty()) return;
    const bool titled = !candidate.title.title.empty();
    const auto reconciles = [](const std::string& text) { return contains(fold(text), "reconciliation of"); };
    if (titled && reconciles(candidate.title.title)) return;
    auto corner = without_scale_clauses(candidate.layout.blocks.front().corner);
    if (read_period_phrase(corner).any()) corner = read_period_phrase(corner).rest;
    if (corner.size() < 6 || (titled && !reconciles(corner))) return;
    candidate.title.title = read_title({}, {{corner, false, true}}, release_.identity.company).title;
  }

  static bool names_statement(const std::string& title) {
    TableEvidence evidence;
    evidence.title = title;
    return !weigh_statements(evidence).empty();
  }

  // A table without a header right below another one with the same columns goes on under its header.
  void take_header_from_above(Candidate& candidate) const {
    if (!candidate.layout.blocks.empty() || candidates_.empty() || !candidate.table->before.empty()) return;
    const auto& above = candidates_.back();
    if (above.layout.blocks.empty() || above.table->columns != candidate.table->columns) return;
    candidate.layout.blocks = {above.layout.blocks.back()};
    candidate.layout.blocks.front().first_row = candidate.layout.blocks.front().last_row = -1;
    for (auto& row : candidate.layout.rows) row.block = 0;
    candidate.period = above.period;
    candidate.inherited = true;
  }

  // The calendar, with the dates that headers spread over several rows.
  void frame_time() {
    const auto& identity = release_.identity;
    frame_.calendar = read_fiscal_calendar(document_, identity);
    frame_.reported_end = identity.period_end;
    frame_.published_on = identity.published_on;
    frame_.reported_year = identity.fiscal_year;
    frame_.reported_quarter = identity.fiscal_quarter;
    std::set<Date> inside_month;
    std::set<Date> dates(frame_.calendar.dates.begin(), frame_.calendar.dates.end());
    for (const auto& candidate : candidates_) {
      for (const auto& block : candidate.layout.blocks) {
        for (const auto& column : block.columns) {
          const auto phrase = filled(column.period, candidate.period);
          if (!phrase.has_date()) continue;
          const auto date = make_date(*phrase.year, static_cast<unsigned>(*phrase.month), static_cast<unsigned>(*phrase.day));
          if (!date) continue;
          dates.insert(*date);
          if (column.period.has_date() && !is_last_day_of_month(*date)) inside_month.insert(*date);
        }
      }
    }
    frame_.calendar.dates.assign(dates.begin(), dates.end());
    // Two printed ends inside of a month: a calendar of weeks.
    if (inside_month.size() >= 2) frame_.calendar.calendar_months = false;
    if (!frame_.calendar.year_end_month) frame_.calendar.year_end_month = 12;
  }

  // The currency that most clauses and cells of the release name; a bare dollar sign is the company's own dollar.
  std::string release_currency() const {
    std::map<std::string, int> votes;
    for (const auto& candidate : candidates_) {
      if (candidate.clause && !candidate.clause->currency.empty())
        votes[candidate.clause->currency == "$" ? "USD" : candidate.clause->currency] += 5;
      for (const auto& row : candidate.table->rows)
        for (const auto& cell : row.cells) {
          if (cell.shape != Shape::number || is_digit(cell.text.front())) continue;
          const auto amount = read_amount(cell.text, cell.superscripts);
          if (amount && !amount->currency.empty()) ++votes[amount->currency == "$" ? "USD" : amount->currency];
        }
    }
    const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == votes.end() ? "" : best->first;
  }

  // Clauses of the release that agree may speak for a table without one.
  std::optional<ScaleClause> common_clause() const {
    std::map<int, int> votes;
    for (const auto& candidate : candidates_)
      if (candidate.clause && candidate.clause->money) ++votes[*candidate.clause->money];
    if (votes.size() != 1) return std::nullopt;
    for (const auto& candidate : candidates_)
      if (candidate.clause && candidate.clause->money) return candidate.clause;
    return std::nullopt;
  }

  void add_table(const Candidate& candidate) {
    TableContext context;
    context.index = static_cast<int>(release_.tables.size());
    context.statement = candidate.statement;
    context.title = candidate.title;
    context.clause = candidate.clause ? candidate.clause : common_clause();
    context.title_period = candidate.period;
    context.currency = candidate.clause && !candidate.clause->currency.empty() && candidate.clause->currency != "$"
                           ? candidate.clause->currency
                           : currency_;
    context.time = &frame_;
    context.known_marks = &known_marks_;
    auto read = read_table(*candidate.table, candidate.layout, context);
    read.table.ordinal = context.index + 1;
    const int offset = static_cast<int>(release_.facts.size());
    for (auto& cell : read.table.cells)
      if (cell.fact >= 0) cell.fact += offset;
    for (auto& problem : read.problems) {
      problem.table = read.table.ordinal;
      release_.problems.push_back(std::move(problem));
    }
    for (auto& fact : read.facts) release_.facts.push_back(std::move(fact));
    release_.tables.push_back(std::move(read.table));
  }

  void find_notes() {
    std::vector<NoteText> texts;
    for (const auto& prose : release_.prose) texts.push_back({prose.text, prose.source});
    for (const auto* table : skipped_)
      for (const auto& row : table->rows) {
        std::string text;
        for (const auto& cell : row.cells) text += (text.empty() ? "" : " ") + cell.text;
        if (!text.empty()) texts.push_back({text, row.span});
      }
    for (const auto& candidate : candidates_)
      for (std::size_t r = 0; r < candidate.layout.rows.size(); ++r) {
        // A heading may open a note, too: "(1) Net sales by segment:" over the lines that break a marked line down.
        const auto kind = candidate.layout.rows[r].kind;
        if (kind != RowKind::note && kind != RowKind::heading && kind != RowKind::title) continue;
        std::string text;
        for (const auto& cell : candidate.table->rows[r].cells) text += (text.empty() ? "" : " ") + cell.text;
        if (!text.empty()) texts.push_back({text, candidate.table->rows[r].span});
      }
    std::stable_sort(texts.begin(), texts.end(), [](const NoteText& a, const NoteText& b) { return a.source.offset < b.source.offset; });
    release_.notes = read_notes(texts);
    for (const auto& note : release_.notes) known_marks_.insert(note.mark);
  }

  // Lists look like notes too: only those whose marks the tables use stay.
  void keep_used_notes() {
    std::set<std::string> used;
    for (const auto& fact : release_.facts) used.insert(fact.notes.begin(), fact.notes.end());
    release_.notes = used_notes(std::move(release_.notes), used);
    for (auto& note : release_.notes) note.table = table_above(note.source);
    std::set<std::string> defined;
    for (const auto& note : release_.notes) defined.insert(note.mark);
    std::set<std::string> reported;
    for (const auto& fact : release_.facts)
      for (const auto& mark : fact.notes)
        if (defined.count(mark) == 0 && reported.insert(mark).second) {
          release_.problems.push_back({"note-undefined", "no note of the release explains the mark '" + mark + "'", fact.source,
                                       shorten(fact.label, 60), release_.tables[static_cast<std::size_t>(fact.table)].ordinal});
        }
  }

  // The table that a note stands under; a lettered note with a title is the release's.
  int table_above(const Span& span) const {
    int found = -1;
    for (std::size_t t = 0; t < release_.tables.size(); ++t)
      if (release_.tables[t].source.offset <= span.offset) found = static_cast<int>(t);
    return found;
  }

  const Document& document_;
  const ReadOptions& options_;
  Release release_;
  std::vector<Table> tables_;
  std::vector<Candidate> candidates_;
  std::vector<const Table*> skipped_;
  TimeFrame frame_;
  std::string currency_;
  std::set<std::string> known_marks_;  // of the notes that the release has
};

}  // namespace

Release read_release(const Document& document, const SourceFile& file, const ReadOptions& options) {
  return ReleaseReader(document, file, options).read();
}

}  // namespace finwh
