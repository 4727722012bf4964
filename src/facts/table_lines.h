// What the rows of a table say of themselves: label and marks, unit, clause, and the period that a line names for itself and for
// those below it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "facts/marks.h"
#include "facts/notes.h"
#include "facts/period_resolver.h"
#include "facts/scale_clause.h"
#include "facts/table_layout.h"
#include "facts/unit_phrase.h"
#include "tables/table.h"

namespace finwh {

struct TableLine {
  LabelMarks label;
  std::optional<UnitPhrase> unit;
  std::optional<UnitPhrase> heading_unit;
  std::optional<ScaleClause> clause;
  PeriodPhrase period;        // of the label itself
  PeriodPhrase named_period;  // of the label, or of the line above that names one for those below it
  bool has_symbol = false;
  bool unit_carried = false;  // `unit` is that of the lines around it
  Marks marks;                // from a column of marks, or printed in front of the line's first figure ("C (455)")
};

struct TableLines {
  std::vector<TableLine> lines;              // one for each row of the table
  std::vector<std::optional<Period>> spans;  // of the lines between two balances, by row
  std::map<std::string, int> times;          // how often each label stands on a line
  struct Named {
    PeriodPhrase newest;
    int times = 0;
  };
  std::map<int, Named> named;  // periods that the lines of a header block name, by block
  PeriodPhrase newest_period;  // of those that lines, headings and blocks of one period name

  // Whether a row compares periods ("% change", "Increase in ...") and stands once: below blocks of one period each it is for the
  // newest of them.
  bool compares_periods(std::size_t row) const;
  // Whether a row's label names a change at all.
  bool names_change(std::size_t row) const;

 private:
  mutable std::map<std::string, bool> changes_;  // the labels asked for
};

// `known_marks`: of the notes that the release has.
TableLines read_table_lines(const Table& table, const TableLayout& layout, const TimeFrame& time, const std::set<std::string>& known_marks);

// A note mark in a column of marks.
bool is_mark_column(const Table& table, const Cell& cell);

// A number of the notes to the statements, in a column headed "Note".
bool is_note_reference(const TableLayout& layout, int block, const Cell& cell);

// "C (455)", "A/B (38)": letters before a figure are the line's marks.
bool leads_with_marks(const Cell& cell);

// The words of a label, folded, with a space at both ends.
std::string folded_words(std::string_view text);

}  // namespace finwh
