// Where the rows of a query go. Machines' formats are written row by row in constant memory; people's formats are laid out
// when the last row is in. Nothing here opens files: a TextSink takes the bytes.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "reports/output_format.h"
#include "reports/presentation.h"
#include "reports/result_set.h"
#include "reports/sheet.h"

namespace finwh {

using TextSink = std::function<void(std::string_view)>;  // may throw when the bytes cannot be written

class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual void begin(const std::vector<ResultColumn>& columns) = 0;  // once, before the rows
  virtual void row(ResultRow row) = 0;
  virtual void end() = 0;               // once, behind the last row
  virtual bool keeps_rows() const = 0;  // true: all rows stay in memory until the end
};

// A writer for one format. `for_terminal`: control characters are made visible in csv and tsv, too.
std::unique_ptr<RowWriter> make_row_writer(OutputFormat format, Presentation presentation, TextSink sink, bool for_terminal);

// Collects the rows.
class ResultCollector : public RowWriter {
 public:
  explicit ResultCollector(ResultSet& result) : result_(result) {}
  void begin(const std::vector<ResultColumn>& columns) override { result_.columns = columns; }
  void row(ResultRow row) override { result_.rows.push_back(std::move(row)); }
  void end() override {}
  bool keeps_rows() const override { return true; }

 private:
  ResultSet& result_;
};

// A whole result at once.
std::string render(const ResultSet& result, OutputFormat format, const Presentation& presentation = {});

// One sheet drawn in a people's format.
std::string draw_table(const Sheet& sheet);
std::string draw_box(const Sheet& sheet);
std::string draw_markdown(const Sheet& sheet);
std::string draw_html(const Sheet& sheet);

}  // namespace finwh
