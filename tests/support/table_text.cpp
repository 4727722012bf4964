#include "support/table_text.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <vector>

#include "base/text.h"

namespace finwh::testing {
namespace {

struct Column {
  Period period;
  Basis basis = Basis::gaap;
  Member member;
};

Period duration(Date start, Date end, int months) { return {PeriodKind::duration, start, end, months}; }

Period period_of(const std::string& text) {
  if (const auto date = parse_iso_date(text)) return {PeriodKind::instant, std::nullopt, date, 0};
  if (text.size() < 6) return {};
  const int year = std::atoi(text.substr(0, 4).c_str());
  const char kind = text[4];
  const unsigned number = static_cast<unsigned>(std::atoi(text.substr(5).c_str()));
  if (kind == 'Q') return duration(*make_date(year, number * 3 - 2, 1), last_day_of_month(year, number * 3), 3);
  if (kind == 'M') return duration(*make_date(year, 1, 1), last_day_of_month(year, number), static_cast<int>(number));
  return duration(*make_date(year, 1, 1), *make_date(year, 12, 31), 12);
}

Column column_of(std::string text) {
  Column column;
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@')) {
    const std::string name = text.substr(0, at);
    text.erase(0, at + 1);
    if (const auto basis = basis_from(name)) {
      column.basis = *basis;
    } else {
      column.member = {"segment", name};
    }
  }
  column.period = period_of(text);
  return column;
}

void read_amount(Fact& fact, const std::string& text, const ReleaseTable& table) {
  fact.raw = text;
  fact.unit = "USD";
  int scale = table.money_exponent;
  if (text == "-") {
    fact.nil = true;
    return;
  }
  const bool negative = text.front() == '(';
  if (contains(text, "%")) {
    fact.unit = "percent";
    scale = 0;
  } else if (contains(text, "#")) {
    fact.unit = "shares";
    scale = table.share_exponent;
  } else if (contains(text, "$")) {
    fact.unit = "USD/share";
    scale = 0;
  }
  std::string digits;
  for (const char c : text)
    if (is_digit(c) || c == '.' || c == '-') digits += c;
  const Decimal value = Decimal::parse(digits).value_or(Decimal()).scaled(scale);
  fact.value = negative ? value.negated() : value;
}

class Builder {
 public:
  explicit Builder(Release& release) : release_(release) {}

  void line(const std::string& text) {
    if (trim(text).empty()) {
      state_ = State::title;
    } else if (state_ == State::title) {
      open_table(text);
      state_ = State::header;
    } else if (state_ == State::header) {
      for (const std::string& cell : split(text, '|'))
        if (!trim(cell).empty()) columns_.push_back(column_of(std::string(trim(cell))));
      state_ = State::rows;
    } else {
      row(text);
    }
  }

 private:
  enum class State { title, header, rows };

  ReleaseTable& table() { return release_.tables.back(); }

  void open_table(const std::string& text) {
    release_.tables.emplace_back();
    table().ordinal = static_cast<int>(release_.tables.size());
    const std::size_t colon = text.find(':');
    table().statement = statement_from(trim(std::string_view(text).substr(0, colon))).value_or(Statement::other);
    std::string title(trim(std::string_view(text).substr(colon + 1)));
    const std::size_t comma = title.rfind(", ");
    if (comma != std::string::npos) {
      table().money_exponent = table().share_exponent = title.substr(comma + 2) == "thousands" ? 3 : 6;
      title.resize(comma);
    }
    table().title = title;
    table().currency = "USD";
    columns_.clear();
    headings_.clear();
  }

  void row(std::string text) {
    TableRow row;
    const std::size_t indent = text.find_first_not_of(' ');
    if (text[indent] == '=') {
      row.total = true;
      text.erase(indent, text.substr(indent, 2) == "= " ? 2 : 1);
    }
    row.depth = static_cast<int>(indent / 2);
    const auto cells = split(text, '|');
    row.label = std::string(trim(cells.front()));
    const auto kept = [&](const std::pair<int, std::string>& h) { return h.first < row.depth + (row.total ? 1 : 0); };
    headings_.erase(std::find_if_not(headings_.begin(), headings_.end(), kept), headings_.end());
    for (const auto& heading : headings_) row.section_path.push_back(heading.second);
    if (cells.size() == 1) {
      row.kind = RowKind::heading;
      std::string heading = row.label;
      if (heading.ends_with(':')) heading.pop_back();
      headings_.emplace_back(row.depth, heading);
    } else {
      add_facts(row, cells);
      if (row.total && !headings_.empty() && headings_.back().first == row.depth) headings_.pop_back();
    }
    table().rows.push_back(row);
  }

  void add_facts(const TableRow& row, const std::vector<std::string>& cells) {
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const std::string text(trim(cells[i]));
      if (text.empty()) continue;
      Fact fact;
      fact.table = static_cast<int>(release_.tables.size()) - 1;
      fact.row = static_cast<int>(table().rows.size());
      fact.column = static_cast<int>(i);
      fact.section_path = row.section_path;
      fact.label = row.label;
      read_amount(fact, text, table());
      if (i <= columns_.size()) {
        fact.period = columns_[i - 1].period;
        fact.basis = columns_[i - 1].basis;
        fact.member = columns_[i - 1].member;
      }
      if (table().statement == Statement::non_gaap_reconciliation && columns_[0].basis == Basis::gaap) {
        fact.basis = row.label.starts_with("GAAP") ? Basis::gaap : row.label.starts_with("Non-GAAP") ? Basis::non_gaap : Basis::adjustment;
      }
      release_.facts.push_back(fact);
    }
  }

  Release& release_;
  State state_ = State::title;
  std::vector<Column> columns_;
  std::vector<std::pair<int, std::string>> headings_;
};

struct GoldRow {
  std::map<std::string, std::string> fields;
  const std::string& operator[](const std::string& name) const { return fields.at(name); }
};

std::vector<GoldRow> gold_rows(const std::string& path) {
  std::ifstream in(path);
  std::vector<GoldRow> rows;
  std::string line;
  std::getline(in, line);
  const auto names = split(line, '\t');
  while (std::getline(in, line)) {
    const auto cells = split(line, '\t');
    GoldRow row;
    for (std::size_t i = 0; i < names.size(); ++i) row.fields[names[i]] = i < cells.size() ? cells[i] : "";
    rows.push_back(row);
  }
  return rows;
}

// Base units to coefficient and exponent as the release prints them: whole thousands, or the decimals that are written.
Decimal printed_value(const GoldRow& gold) {
  const Decimal value = Decimal::parse(gold["value"]).value_or(Decimal());
  const bool thousands = gold["unit"] == "USD" || gold["unit"] == "shares";
  return thousands ? Decimal(value.coefficient() / 1000, value.exponent() + 3) : value;
}

Fact gold_fact(const GoldRow& gold) {
  Fact fact;
  fact.label = gold["label"];
  if (!gold["section_path"].empty()) fact.section_path = split(replace_all(gold["section_path"], " > ", "\t"), '\t');
  fact.basis = basis_from(gold["basis"]).value_or(Basis::unknown);
  fact.period.kind = gold["period_kind"] == "instant" ? PeriodKind::instant : PeriodKind::duration;
  fact.period.start = parse_iso_date(gold["period_start"]);
  fact.period.end = parse_iso_date(gold["period_end"]);
  fact.period.months = fact.period.kind == PeriodKind::duration ? 3 : 0;
  fact.unit = gold["unit"];
  fact.nil = gold["nil"] == "1";
  fact.raw = gold["raw"];
  if (!fact.nil) fact.value = printed_value(gold);
  fact.source.line = static_cast<std::uint32_t>(std::atoi(gold["source_line"].c_str()));
  return fact;
}

}  // namespace

Release release_of(std::string_view text) {
  Release release;
  Builder builder(release);
  for (const std::string& line : split(text, '\n')) builder.line(line);
  find_walks(release);
  return release;
}

void find_walks(Release& release) {
  for (std::size_t gaap = 0; gaap < release.facts.size(); ++gaap) {
    const Fact& first = release.facts[gaap];
    if (first.basis != Basis::gaap || release.tables[static_cast<std::size_t>(first.table)].statement != Statement::non_gaap_reconciliation)
      continue;
    Walk walk;
    walk.table = first.table;
    walk.gaap = static_cast<int>(gaap);
    for (std::size_t i = gaap + 1; i < release.facts.size(); ++i) {
      const Fact& fact = release.facts[i];
      if (fact.table != first.table) break;
      if (fact.period.end != first.period.end || fact.row == first.row) continue;
      if (fact.basis == Basis::adjustment) {
        walk.adjustments.push_back(static_cast<int>(i));
        walk.signs.push_back(1);
        continue;
      }
      if (fact.basis == Basis::non_gaap) walk.non_gaap = static_cast<int>(i);
      break;
    }
    if (walk.non_gaap >= 0 && !walk.adjustments.empty()) release.walks.push_back(walk);
  }
}

Release juniper_from_gold() {
  Release release;
  std::string line;
  for (const GoldRow& gold : gold_rows(FINWH_SHARED_DIR "/gold/juniper-2007q1.tsv")) {
    Fact fact = gold_fact(gold);
    if (release.tables.empty() || release.tables.back().title != gold["table_title"]) {
      release.tables.emplace_back();
      release.tables.back().title = gold["table_title"];
      release.tables.back().ordinal = static_cast<int>(release.tables.size());
      release.tables.back().statement = statement_from(gold["statement"]).value_or(Statement::other);
      line.clear();
    }
    ReleaseTable& table = release.tables.back();
    if (gold["source_line"] != line) {
      line = gold["source_line"];
      TableRow row;
      row.label = fact.label;
      row.section_path = fact.section_path;
      row.total = fact.label.starts_with("Total");
      row.source = fact.source;
      table.rows.push_back(row);
    }
    fact.table = static_cast<int>(release.tables.size()) - 1;
    fact.row = static_cast<int>(table.rows.size()) - 1;
    const bool second = !release.facts.empty() && release.facts.back().table == fact.table && release.facts.back().row == fact.row;
    fact.column = second ? release.facts.back().column + 1 : 1;
    release.facts.push_back(fact);
  }
  find_walks(release);
  return release;
}

}  // namespace finwh::testing
