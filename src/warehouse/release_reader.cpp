#include "warehouse/release_reader.h"

#include <fmt/format.h>

#include <map>
#include <unordered_map>

#include "base/text.h"
#include "warehouse/keys.h"
#include "warehouse/warehouse_error.h"

namespace finwh {
namespace {

// The columns of one result row, taken in order.
class RowReader {
 public:
  explicit RowReader(SQLite::Statement& statement) : statement_(statement) {}

  std::int64_t integer() { return statement_.getColumn(next_++).getInt64(); }
  int number() { return statement_.getColumn(next_++).getInt(); }
  bool flag() { return number() != 0; }
  std::string text() { return statement_.getColumn(next_++).getString(); }  // NULL is ""
  std::optional<int> number_or_none() {
    const auto column = statement_.getColumn(next_++);
    if (column.isNull()) return std::nullopt;
    return column.getInt();
  }
  std::optional<Date> date() { return parse_iso_date(text()); }
  // -1 for NULL.
  int index() {
    const auto column = statement_.getColumn(next_++);
    return column.isNull() ? -1 : index_of(column.getInt64());
  }
  Span span() {
    Span span;
    span.offset = static_cast<std::uint64_t>(integer());
    span.length = static_cast<std::uint32_t>(integer());
    span.line = static_cast<std::uint32_t>(integer());
    return span;
  }

 private:
  SQLite::Statement& statement_;
  int next_ = 0;
};

class ReleaseReader {
 public:
  ReleaseReader(Statements& statements, std::int64_t id) : statements_(statements), id_(id) {}

  // False when there is no such release.
  bool read() {
    bool found = false;
    each(
        "SELECT source_file, sha256, format, bytes, company_name, ticker, exchange, cik, fiscal_year_end, title, published_on, "
        "fiscal_year, fiscal_quarter, period_end FROM dim_release WHERE release_id BETWEEN ?1 AND ?2",
        id_, id_, [&](RowReader& row) {
          read_identity(row);
          found = true;
        });
    if (!found) return false;
    read_tables();
    read_rows();
    read_facts();
    read_cells();
    read_rest();
    return true;
  }

  Release release;

 private:
  // Calls read for each row of a query that has a range of keys as its parameters.
  template <typename Read>
  void each(const char* sql, std::int64_t first, std::int64_t last, const Read& read) {
    SQLite::Statement& statement = statements_[sql];
    bind_row(statement, first, last);
    while (statement.executeStep()) {
      RowReader row(statement);
      read(row);
    }
    statement.reset();
  }

  template <typename Read>
  void each_of_release(const char* sql, const Read& read) {
    each(sql, first_key(id_), last_key(id_), read);
  }

  void read_identity(RowReader& row) {
    release.file.path = row.text();
    release.file.sha256 = row.text();
    release.file.format = row.text();
    release.file.bytes = static_cast<std::uint64_t>(row.integer());
    ReleaseIdentity& identity = release.identity;
    identity.company = row.text();
    identity.ticker = row.text();
    identity.exchange = row.text();
    identity.cik = row.text();
    identity.fiscal_year_end = row.text();
    identity.title = row.text();
    identity.published_on = row.date();
    identity.fiscal_year = row.number_or_none();
    identity.fiscal_quarter = row.number_or_none();
    identity.period_end = row.date();
  }

  void read_tables() {
    each_of_release(
        "SELECT t.table_no, t.title, s.statement, t.scale_clause, t.money_exponent, t.share_exponent, t.currency, t.audited, t.columns, "
        "t.numeric_cells, t.fact_cells, t.header_cells, t.label_cells, t.mark_cells, t.problem_cells, "
        "t.source_offset, t.source_length, t.source_line "
        "FROM dim_table t JOIN dim_statement s ON s.statement_id = t.statement_id WHERE t.table_id BETWEEN ?1 AND ?2 ORDER BY t.table_id",
        [&](RowReader& row) {
          ReleaseTable table;
          table.ordinal = row.number();
          table.title = row.text();
          table.statement = statement_from(row.text()).value_or(Statement::other);
          table.scale_clause = row.text();
          table.money_exponent = row.number();
          table.share_exponent = row.number();
          table.currency = row.text();
          if (const auto audited = row.number_or_none()) table.audited = *audited != 0;
          table.columns = row.number();
          for (int* count : {&table.conservation.numeric_cells, &table.conservation.facts, &table.conservation.headers,
                             &table.conservation.labels, &table.conservation.marks, &table.conservation.problems})
            *count = row.number();
          table.source = row.span();
          release.tables.push_back(std::move(table));
        });
  }

  ReleaseTable& table(int index) { return release.tables.at(static_cast<std::size_t>(index)); }

  void read_rows() {
    each_of_release(
        "SELECT table_id, kind, section_id, depth, total, ruled, label, source_offset, source_length, source_line FROM table_row "
        "WHERE table_id BETWEEN ?1 AND ?2 ORDER BY table_id, row_no",
        [&](RowReader& row) {
          auto& rows = table(row.index()).rows;
          TableRow& printed = rows.emplace_back();
          printed.kind = row_kind_from(row.text()).value_or(RowKind::line);
          printed.section_path = section(row.integer());
          printed.depth = row.number();
          printed.total = row.flag();
          printed.ruled_above = row.flag();
          printed.label = row.text();
          printed.source = row.span();
        });
  }

  void read_facts() {
    each_of_release(
        "SELECT f.table_id, o.row_no, o.column_no, l.section_id, l.label, k.concept, m.axis, m.member, b.basis, p.period_kind, "
        "p.period_start, p.period_end, p.months, u.unit, f.coefficient, f.exponent, f.nil, o.notes, o.raw, o.source_offset, "
        "o.source_length, o.source_line, i.period_rule, i.unit_rule, i.scale_rule, o.columns "
        "FROM fact f JOIN fact_source o ON o.fact_id = f.fact_id JOIN dim_line l ON l.line_id = f.line_id "
        "LEFT JOIN dim_concept k ON k.concept_id = f.concept_id JOIN dim_member m ON m.member_id = f.member_id "
        "JOIN dim_basis b ON b.basis_id = f.basis_id JOIN dim_period p ON p.period_id = f.period_id "
        "JOIN dim_unit u ON u.unit_id = f.unit_id JOIN dim_inference i ON i.inference_id = o.inference_id "
        "WHERE f.fact_id BETWEEN ?1 AND ?2 ORDER BY f.fact_id",
        [&](RowReader& row) { read_fact(row); });
  }

  void read_fact(RowReader& row) {
    Fact fact;
    fact.table = row.index();
    fact.row = row.number() - 1;
    fact.column = row.number();
    fact.section_path = section(row.integer());
    fact.label = row.text();
    fact.concept_name = row.text();
    fact.member.axis = row.text();
    fact.member.name = row.text();
    fact.basis = basis_from(row.text()).value_or(Basis::unknown);
    const std::string kind = row.text();
    for (const auto candidate : {PeriodKind::instant, PeriodKind::duration})
      if (to_string(candidate) == kind) fact.period.kind = candidate;
    fact.period.start = row.date();
    fact.period.end = row.date();
    fact.period.months = row.number();
    fact.unit = row.text();
    const std::int64_t coefficient = row.integer();
    fact.value = Decimal(coefficient, row.number());
    fact.nil = row.flag();
    if (const std::string notes = row.text(); !notes.empty()) fact.notes = split(notes, '/');
    fact.raw = row.text();
    fact.source = row.span();
    fact.period_rule = row.text();
    fact.unit_rule = row.text();
    fact.scale_rule = row.text();
    if (const auto columns = row.number_or_none()) add_own_cell(fact, *columns);
    release.facts.push_back(std::move(fact));
  }

  void add_own_cell(const Fact& fact, int columns) {
    PrintedCell cell{fact.row,
                     fact.column,
                     columns,
                     fact.nil ? CellRole::nil : CellRole::value,
                     fact.raw,
                     fact.source,
                     static_cast<int>(release.facts.size())};
    cells_[{fact.table, fact.row, fact.column, 0}] = std::move(cell);
  }

  void read_cells() {
    each_of_release(
        "SELECT table_id, row_no, column_no, part, columns, role, text IS NULL, text, source_offset, source_length, source_line, fact_id "
        "FROM table_cell WHERE table_id BETWEEN ?1 AND ?2",
        [&](RowReader& row) {
          const int index = row.index();
          PrintedCell cell;
          cell.row = row.number() - 1;
          cell.column = row.number();
          const int part = row.number();
          cell.columns = row.number();
          cell.role = cell_role_from(row.text()).value_or(CellRole::text);
          const bool is_label = row.flag();
          cell.text = row.text();
          if (is_label) cell.text = table(index).rows.at(static_cast<std::size_t>(cell.row)).label;
          cell.source = row.span();
          cell.fact = row.index();
          cells_[{index, cell.row, cell.column, part}] = std::move(cell);
        });
    for (auto& [place, cell] : cells_) table(place.table).cells.push_back(std::move(cell));
  }

  void read_rest() {
    each_of_release(
        "SELECT table_id, mark, title, text, source_offset, source_length, source_line FROM dim_note WHERE note_id BETWEEN ?1 AND ?2 "
        "ORDER BY note_id",
        [&](RowReader& row) {
          Note note;
          note.table = row.index();
          note.mark = row.text();
          note.title = row.text();
          note.text = row.text();
          note.source = row.span();
          release.notes.push_back(std::move(note));
        });
    each_of_release("SELECT table_id FROM reconciliation WHERE reconciliation_id BETWEEN ?1 AND ?2 ORDER BY reconciliation_id",
                    [&](RowReader& row) { release.walks.emplace_back().table = row.index(); });
    each_of_release(
        "SELECT reconciliation_id, role, sign, fact_id FROM reconciliation_line WHERE reconciliation_id BETWEEN ?1 AND ?2 "
        "ORDER BY reconciliation_id, step",
        [&](RowReader& row) { read_walk_line(row); });
    each_of_release(
        "SELECT code, message, source_offset, source_length, source_line, excerpt, ifnull(table_no, 0) FROM problem "
        "WHERE problem_id BETWEEN ?1 AND ?2 ORDER BY problem_id",
        [&](RowReader& row) {
          Problem problem;
          problem.code = row.text();
          problem.message = row.text();
          problem.span = row.span();
          problem.excerpt = row.text();
          problem.table = row.number();
          release.problems.push_back(std::move(problem));
        });
    each_of_release(
        "SELECT reason, excerpt, source_offset, source_length, source_line FROM skipped_table "
        "WHERE skipped_table_id BETWEEN ?1 AND ?2 ORDER BY skipped_table_id",
        [&](RowReader& row) {
          SkippedTable skipped;
          skipped.reason = row.text();
          skipped.excerpt = row.text();
          skipped.source = row.span();
          release.skipped.push_back(std::move(skipped));
        });
  }

  void read_walk_line(RowReader& row) {
    Walk& walk = release.walks.at(static_cast<std::size_t>(row.index()));
    const std::string role = row.text();
    const int sign = row.number();
    const int fact = row.index();
    if (role == "gaap") {
      walk.gaap = fact;
    } else if (role == "non_gaap") {
      walk.non_gaap = fact;
    } else {
      walk.adjustments.push_back(fact);
      walk.signs.push_back(sign);
    }
  }

  // The headings of a section, outermost first.
  const std::vector<std::string>& section(std::int64_t id) {
    if (const auto known = sections_.find(id); known != sections_.end()) return known->second;
    std::vector<std::string> path;
    for (std::int64_t at = id; at != 0;) {
      auto& select = statements_["SELECT parent_id, heading FROM dim_section WHERE section_id = ?1"];
      bind_row(select, at);
      at = 0;
      if (select.executeStep()) {
        at = select.getColumn(0).getInt64();
        path.insert(path.begin(), select.getColumn(1).getString());
      }
      select.reset();
    }
    return sections_.emplace(id, std::move(path)).first->second;
  }

  struct Place {
    int table, row, column, part;
    auto operator<=>(const Place&) const = default;
  };

  Statements& statements_;
  std::int64_t id_;
  std::map<Place, PrintedCell> cells_;
  std::unordered_map<std::int64_t, std::vector<std::string>> sections_;
};

}  // namespace

Release read_release(Statements& statements, std::int64_t release_id, const std::string& path) {
  ReleaseReader reader(statements, release_id);
  if (!reader.read())
    throw WarehouseError("release-not-found", path,
                         fmt::format("no release {}; the report `releases` lists those that are there", release_id));
  return std::move(reader.release);
}

}  // namespace finwh
