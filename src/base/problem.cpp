#include "base/problem.h"

#include <algorithm>

namespace finwh {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

const std::vector<ProblemCode>& problem_codes() {
  static const std::vector<ProblemCode> codes = {
      // the file
      {"input-missing", Severity::error, "There is no such file."},
      {"input-unreadable", Severity::error, "The file cannot be read: no permission, a folder, or a device error."},
      {"input-empty", Severity::error, "The file has no bytes or only white space."},
      {"input-binary", Severity::error, "The file holds binary content, not a release in Markdown, HTML or text."},
      {"input-too-large", Severity::error, "The file is larger than the limit."},
      {"charset-invalid", Severity::warning, "Bytes that are no valid text in the file's charset were replaced."},
      {"document-truncated", Severity::warning, "The file ends inside a construct (an open comment, a table, a code fence)."},
      {"document-limit", Severity::warning, "A limit on nesting, rows, columns or cells was reached; the rest was not read."},
      {"document-skipped", Severity::note, "A part of the file is no earnings release and was passed over."},
      // the release
      {"release-no-tables", Severity::error, "No table with figures was found: this is not a release that can be loaded."},
      {"tables-flat", Severity::error,
       "The tables lost their rows and columns (one cell a line, or all in one line); nothing was read from them."},
      {"company-unknown", Severity::warning, "The text does not name the company; give --company."},
      {"published-unknown", Severity::warning, "The text does not give the publication date; give --published."},
      {"fiscal-period-unknown", Severity::warning, "The text does not say which fiscal year and quarter the release is for."},
      // a table
      {"table-skipped", Severity::note, "A table that holds no financial figures (contacts, layout, notes) was passed over."},
      {"table-irregular", Severity::warning, "Rows do not agree about the columns; cells were placed by order or nearest position."},
      {"header-unread", Severity::warning, "A column's header was not understood."},
      // a cell
      {"amount-unread", Severity::warning, "A cell looks like a number but could not be read as one."},
      {"amount-overflow", Severity::warning, "A number has more digits than the warehouse keeps exactly."},
      {"cell-unplaced", Severity::warning, "A number stands under no column or on no line."},
      {"period-unknown", Severity::warning, "No header or sentence gives the period of the figure."},
      {"unit-unknown", Severity::warning, "No clause, symbol or label gives the unit of the figure."},
      {"scale-unknown", Severity::warning, "No clause says whether the figures are in units, thousands or millions."},
      {"note-undefined", Severity::note, "A figure carries a note mark that no note of the release explains."},
  };
  return codes;
}

Severity severity_of(std::string_view code) {
  const auto& codes = problem_codes();
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const ProblemCode& c) { return c.code == code; });
  return found == codes.end() ? Severity::error : found->severity;
}

}  // namespace finwh
