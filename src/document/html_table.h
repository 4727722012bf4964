// The rows of one HTML table while its events come in: spans kept within bounds, and the rules (lines drawn by borders,
// <hr> or underlining) brought to the cell that stands under them.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "document/html_text.h"

namespace finwh {

// What the start tags of a cell and of what is in it say about it.
struct HtmlCellStart {
  std::uint32_t colspan = 1;  // as in the source; clamped here
  std::uint32_t rowspan = 1;
  bool header = false;
  bool rule_above = false;
  bool rule_below = false;
  std::uint64_t at = 0;  // offset of the content
  std::uint32_t line = 1;
};

class HtmlTable {
 public:
  // More cells than this in one table are not kept.
  static constexpr std::size_t kMaxCells = 200'000;

  bool in_row() const { return in_row_; }
  bool in_cell() const { return in_cell_; }
  bool full() const { return full_; }  // a limit was reached; what came after is lost

  void open_row();                             // ends an open row
  void open_cell(const HtmlCellStart& start);  // opens a row if none is open, ends an open cell
  void close_cell();
  void close_row();

  // Of the open cell.
  HtmlText& text() { return text_; }
  void rule_above() { edges_.above = true; }
  void rule_below() { edges_.below = true; }
  void rule_line();  // <hr>: above the text that follows, or below the text before
  void set_indent(std::uint32_t points) { cell_.indent = points; }

  // Ends what is open and hands over the rows so far.
  std::vector<RawRow> take_rows();
  // Ends the open row without keeping it as a row: its cells, for a row that turns out to be layout.
  std::vector<RawCell> break_row();

 private:
  struct Edges {
    bool above = false;
    bool below = false;
    bool line_first = false;  // an <hr> came before any text
  };

  void rule_columns();

  std::vector<RawRow> rows_;
  RawRow row_;
  std::vector<Edges> row_edges_;  // of row_.cells
  RawCell cell_;
  Edges edges_;
  HtmlText text_;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool full_ = false;
  std::size_t cells_ = 0;
  // By physical column: rows that a cell above still covers, and whether the cell above has a line under it.
  std::vector<std::uint32_t> covered_;
  std::vector<bool> below_;
};

}  // namespace finwh
