// The data dictionary: what the comments of schema/*.sql say of each table, view and column. The schema's text is the only
// place where meanings are written. Its form: a comment of whole lines before CREATE TABLE or CREATE VIEW is the table's; each
// column stands on a line of its own with its comment behind it, whose last [brackets] are the unit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace finwh {

struct DictionaryEntry {
  std::string table;    // table or view
  std::string column;   // "" = the table itself
  std::string meaning;  // "" = the schema has no comment there
  std::string unit;     // "" = none
};

// The entries of one schema file, in its order.
std::vector<DictionaryEntry> read_dictionary(std::string_view sql);

}  // namespace finwh
