#include "reports/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "reports/figure_text.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

bool contains_name(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The presentation's names resolved to the result's columns; -1 where the result has none.
struct FigureColumns {
  int scale = -1, exponent = -1, unit = -1, nil = -1;
  int fixed_scale = 0;
  bool figure = false;
  bool plain = false;
};

// A row with its printed cells, those of the pivot's columns apart.
struct OpenRow {
  SheetRow row;
  std::vector<std::string> fixed;
  std::vector<std::pair<std::size_t, std::string>> figures;  // index of the pivoted column, text
};

class Layout {
 public:
  Layout(const ResultSet& result, const Presentation& presentation) : result_(result), presentation_(presentation) {
    find_figures();
    find_visible();
    find_nils();  // after the hidden columns: this nil stays in sight
  }

  Sheet sheet(std::size_t first, std::size_t last) {
    Sheet sheet;
    for (const int column : groups_) {
      const std::string caption = visible_text(plain_text(result_.rows[first][index(column)]), false);
      if (!caption.empty()) sheet.captions.push_back(caption);
    }
    if (pivot_)
      fill_pivoted(sheet, first, last);
    else
      fill_plain(sheet, first, last);
    if (const auto scales = scale_caption(first, last); !scales.empty()) sheet.captions.push_back(scales);
    return sheet;
  }

  // The columns that every sheet would have.
  Sheet empty_sheet() const {
    Sheet sheet;
    fill_plain(sheet, 0, 0);
    return sheet;
  }

  const std::vector<int>& groups() const { return groups_; }

 private:
  static std::size_t index(int column) { return static_cast<std::size_t>(column); }

  int find(const std::string& name) const { return name.empty() ? -1 : result_.column(name); }

  void find_figures() {
    figures_.resize(result_.columns.size());
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      const auto& name = result_.columns[i].name;
      figures_[i].plain = is_identifier_column(name) || contains_name(presentation_.plain, name);
      if (const auto scale = presentation_.scales.find(name); scale != presentation_.scales.end()) figures_[i].fixed_scale = scale->second;
      const auto figure = presentation_.figures.find(name);
      if (figure == presentation_.figures.end()) continue;
      figures_[i].figure = true;
      figures_[i].plain = false;
      figures_[i].scale = find(figure->second.scale);
      figures_[i].exponent = find(figure->second.exponent);
      figures_[i].unit = find(figure->second.unit);
      figures_[i].nil = find(figure->second.nil);
    }
  }

  // Rows of v_fact and its kin: a NULL value with nil = 1 is a dash.
  void find_nils() {
    const int value = find("value");
    if (value >= 0 && figures_[index(value)].nil < 0) figures_[index(value)].nil = find("nil");
  }

  void find_visible() {
    std::set<int> hidden;
    for (const auto& name : presentation_.hide) hidden.insert(find(name));
    for (const auto& name : presentation_.group)
      if (const int column = find(name); column >= 0) {
        groups_.push_back(column);
        hidden.insert(column);
      }
    for (const auto& figure : figures_) hidden.insert({figure.scale, figure.exponent, figure.nil});
    total_ = find(presentation_.total);
    hidden.insert(total_);
    if (presentation_.indent) {
      label_ = find(presentation_.indent->label);
      depth_ = find(presentation_.indent->depth);
      hidden.insert(depth_);
    }
    if (presentation_.pivot && find(presentation_.pivot->heading) >= 0 && find(presentation_.pivot->value) >= 0) {
      pivot_ = true;
      heading_ = find(presentation_.pivot->heading);
      value_ = find(presentation_.pivot->value);
      order_ = find(presentation_.pivot->order);
      hidden.insert({heading_, value_, order_, figures_[index(value_)].unit});
      for (const auto& name : presentation_.pivot->by) {
        const int column = find(name);
        if (column >= 0) by_.push_back(column);
        if (column != label_) hidden.insert(column);
      }
    }
    for (int i = 0; i < static_cast<int>(result_.columns.size()); ++i)
      if (!hidden.contains(i)) visible_.push_back(i);
  }

  std::string heading_of(int column) const {
    const auto& name = result_.columns[index(column)].name;
    const auto given = presentation_.headings.find(name);
    return visible_text(given != presentation_.headings.end() ? given->second : name, false);
  }

  // Numbers stand on the right; a column without any value goes by its declared type.
  Align align_of(int column, std::size_t first, std::size_t last) const {
    bool any = false;
    for (auto i = first; i < last; ++i) {
      const auto& value = result_.rows[i][index(column)];
      if (std::holds_alternative<std::string>(value)) return Align::left;
      any = any || is_number(value);
    }
    const auto& declared = result_.columns[index(column)].declared;
    return any || declared == "INTEGER" || declared == "REAL" ? Align::right : Align::left;
  }

  std::string text_of(const ResultRow& row, int column) const {
    const auto& value = row[index(column)];
    const auto& figure = figures_[index(column)];
    if (is_null(value)) {
      return figure.nil >= 0 && whole_number(row[index(figure.nil)], 0) == 1 ? std::string(kNil) : "";
    }
    if (!is_number(value)) return visible_text(plain_text(value), true);
    FigureStyle style;
    style.grouped = !figure.plain;
    style.scale = figure.fixed_scale;
    if (figure.scale >= 0) style.scale = static_cast<int>(std::clamp<std::int64_t>(whole_number(row[index(figure.scale)], 0), 0, 18));
    if (figure.exponent >= 0) {
      const auto exponent = std::clamp<std::int64_t>(whole_number(row[index(figure.exponent)], 0), -18, 18);
      style.decimals = static_cast<int>(std::max<std::int64_t>(0, style.scale - exponent));
    }
    if (figure.unit >= 0) style.percent = plain_text(row[index(figure.unit)]) == "percent";
    return figure_text(value, style);
  }

  SheetRow row_frame(const ResultRow& row) const {
    SheetRow out;
    if (depth_ >= 0) out.depth = static_cast<int>(std::clamp<std::int64_t>(whole_number(row[index(depth_)], 0), 0, 20));
    if (total_ >= 0) out.total = whole_number(row[index(total_)], 0) == 1;
    return out;
  }

  void fill_plain(Sheet& sheet, std::size_t first, std::size_t last) const {
    for (const int column : visible_) {
      if (column == label_) sheet.label_column = static_cast<int>(sheet.columns.size());
      sheet.columns.push_back({heading_of(column), figures_[index(column)].figure ? Align::right : align_of(column, first, last)});
    }
    for (auto i = first; i < last; ++i) {
      SheetRow row = row_frame(result_.rows[i]);
      for (std::size_t c = 0; c < visible_.size(); ++c) row.cells.push_back(text_of(result_.rows[i], visible_[c]));
      sheet.rows.push_back(std::move(row));
    }
  }

  // The columns that the pivot makes of these rows: their order keys, each with its heading.
  std::vector<std::pair<Value, std::string>> pivot_columns(std::size_t first, std::size_t last) const {
    std::vector<Value> keys;
    std::map<Value, std::map<std::string, int>> headings;
    std::map<Value, std::vector<std::string>> seen;
    for (auto i = first; i < last; ++i) {
      const auto& row = result_.rows[i];
      if (is_null(row[index(heading_)])) continue;
      const Value& key = row[index(order_ >= 0 ? order_ : heading_)];
      const std::string heading = visible_text(plain_text(row[index(heading_)]), true);
      if (!headings.contains(key)) keys.push_back(key);
      if (headings[key][heading]++ == 0) seen[key].push_back(heading);
    }
    if (order_ >= 0) std::sort(keys.begin(), keys.end());
    std::vector<std::pair<Value, std::string>> columns;
    for (const auto& key : keys) {
      const auto& candidates = seen[key];
      const auto& counts = headings[key];
      columns.emplace_back(key, *std::max_element(candidates.begin(), candidates.end(),
                                                  [&](const auto& a, const auto& b) { return counts.at(a) < counts.at(b); }));
    }
    return columns;
  }

  void fill_pivoted(Sheet& sheet, std::size_t first, std::size_t last) const {
    const auto columns = pivot_columns(first, last);
    for (const int column : visible_) {
      if (column == label_) sheet.label_column = static_cast<int>(sheet.columns.size());
      sheet.columns.push_back({heading_of(column), align_of(column, first, last)});
    }
    for (const auto& column : columns) sheet.columns.push_back({column.second, Align::right});

    std::map<std::vector<Value>, std::size_t> rows;
    for (auto i = first; i < last; ++i) {
      const auto& row = result_.rows[i];
      std::vector<Value> key;
      for (const int column : by_) key.push_back(row[index(column)]);
      const auto [at, fresh] = rows.try_emplace(std::move(key), sheet.rows.size());
      if (fresh) {
        sheet.rows.push_back(row_frame(row));
        sheet.rows.back().cells.resize(sheet.columns.size());
      }
      auto& cells = sheet.rows[at->second].cells;
      for (std::size_t c = 0; c < visible_.size(); ++c)
        if (cells[c].empty()) cells[c] = text_of(row, visible_[c]);
      if (is_null(row[index(heading_)])) continue;
      const Value& wanted = row[index(order_ >= 0 ? order_ : heading_)];
      const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return column.first == wanted; });
      auto& cell = cells[visible_.size() + static_cast<std::size_t>(found - columns.begin())];
      const std::string text = text_of(row, value_);
      // Two figures for one place are both shown: nothing is dropped in silence.
      cell = cell.empty() ? text : cell + "\n" + text;
    }
  }

  // "USD, shares in thousands": the scales that the figures of these rows are shown in.
  std::string scale_caption(std::size_t first, std::size_t last) const {
    std::vector<std::pair<int, std::vector<std::string>>> scales;
    const auto note = [&](int scale, const std::string& unit) {
      if (scale == 0) return;
      auto at = std::find_if(scales.begin(), scales.end(), [&](const auto& entry) { return entry.first == scale; });
      if (at == scales.end()) at = scales.insert(scales.end(), {scale, {}});
      if (!unit.empty() && !contains_name(at->second, unit)) at->second.push_back(unit);
    };
    for (std::size_t c = 0; c < figures_.size(); ++c) {
      const auto& figure = figures_[c];
      if (!figure.figure) {
        if (figure.fixed_scale != 0) note(figure.fixed_scale, result_.columns[c].name);
        continue;
      }
      for (auto i = first; i < last; ++i) {
        const auto& row = result_.rows[i];
        if (!is_number(row[c])) continue;
        const auto scale = figure.scale >= 0 ? static_cast<int>(whole_number(row[index(figure.scale)], 0)) : figure.fixed_scale;
        note(scale, figure.unit >= 0 ? plain_text(row[index(figure.unit)]) : "");
      }
    }
    std::vector<std::string> parts;
    for (const auto& [scale, units] : scales)
      parts.push_back(units.empty() ? "figures in " + scale_name(scale) : join(units, ", ") + " in " + scale_name(scale));
    return parts.empty() ? "" : "(" + visible_text(join(parts, "; "), false) + ")";
  }

  const ResultSet& result_;
  const Presentation& presentation_;
  std::vector<FigureColumns> figures_;  // one a column of the result
  std::vector<int> groups_, visible_, by_;
  int total_ = -1, label_ = -1, depth_ = -1;
  bool pivot_ = false;
  int heading_ = -1, value_ = -1, order_ = -1;
};

}  // namespace

std::vector<Sheet> lay_out(const ResultSet& result, const Presentation& presentation) {
  Layout layout(result, presentation);
  std::vector<Sheet> sheets;
  if (result.rows.empty()) {
    sheets.push_back(layout.empty_sheet());
    return sheets;
  }
  const auto same_group = [&](const ResultRow& a, const ResultRow& b) {
    return std::all_of(layout.groups().begin(), layout.groups().end(),
                       [&](int column) { return a[static_cast<std::size_t>(column)] == b[static_cast<std::size_t>(column)]; });
  };
  for (std::size_t first = 0; first < result.rows.size();) {
    auto last = first + 1;
    while (last < result.rows.size() && same_group(result.rows[first], result.rows[last])) ++last;
    sheets.push_back(layout.sheet(first, last));
    first = last;
  }
  return sheets;
}

}  // namespace finwh
