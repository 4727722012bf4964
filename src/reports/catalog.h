// The saved reports: one SQL file each, queries/NAME.sql in the binary or NAME.sql in a folder of the user's. The comments at
// the top of the file are its header; what follows is one SELECT that any SQLite browser runs.
//
//   header      = "-- " title  { description }  { parameter | directive }       each line a comment; "--" alone is skipped
//   description = "-- " text                                                     up to the first parameter or directive
//   parameter   = "-- :" name type [ "= " default | "required" ] " - " meaning   types: text date period integer company release
//   directive   = "-- " word ": " columns                                        words: see below; unknown ones are an error
//   SELECT ...                                                                   the rest of the file
//
//   pivot: HEADING VALUE by COLUMN... [order COLUMN]     figure: COLUMN [scale C] [exponent C] [unit C] [nil C]
//   scale: COLUMN thousands|millions|billions            indent: LABEL by COLUMN
//   group: COLUMN...    total: COLUMN    hide: COLUMN...    plain: COLUMN...    heading: COLUMN [TEXT]
// What they mean stands in presentation.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/parameter.h"
#include "reports/presentation.h"

namespace finwh {

struct Report {
  std::string name;
  std::string place;  // the file, for messages: "queries/margins.sql"
  bool built_in = false;
  std::string title;
  std::vector<std::string> description;  // lines
  std::vector<Parameter> parameters;
  Presentation presentation;
  std::string sql;                    // the whole file, header included, so that lines in errors are the file's
  std::vector<std::string> problems;  // of the header: "LINE: what"; a report with problems is listed but not run

  const Parameter* parameter(std::string_view parameter_name) const;
  std::string parameter_names() const;  // "company, period, release"
};

// Reads one file. Never throws for its content.
Report read_report(std::string name, std::string place, std::string text);

class Catalog {
 public:
  // The built-in reports and those of the folders; a later folder's report replaces one of the same name. Throws UsageError
  // for a folder that cannot be read.
  explicit Catalog(const std::vector<std::string>& folders = {});

  const std::vector<Report>& reports() const { return reports_; }  // by name
  const Report* find(std::string_view name) const;
  // The report, or a UsageError that suggests the nearest names.
  const Report& at(std::string_view name) const;

 private:
  void add(Report report);
  std::vector<Report> reports_;
};

}  // namespace finwh
