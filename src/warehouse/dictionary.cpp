#include "warehouse/dictionary.h"

#include <array>
#include <optional>

#include "base/text.h"

namespace finwh {
namespace {

// The words that begin a line of a CREATE TABLE which is no column.
constexpr std::array<std::string_view, 5> kConstraints = {"PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT"};

std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" (;,")); }

// "meaning [unit]"
void set_meaning(DictionaryEntry& entry, std::string_view comment) {
  comment = trim(comment);
  if (!comment.empty() && comment.back() == ']') {
    const auto open = comment.rfind('[');
    if (open != std::string_view::npos) {
      entry.unit = comment.substr(open + 1, comment.size() - open - 2);
      comment = trim(comment.substr(0, open));
    }
  }
  entry.meaning = comment;
}

// The name that a line of a table or view defines: the first word of a column, the word behind AS in a view.
std::optional<std::string_view> column_of(std::string_view code, bool view) {
  if (!view) {
    const auto word = first_word(code);
    for (const auto constraint : kConstraints)
      if (word == constraint) return std::nullopt;
    return word;
  }
  const auto as = code.rfind(" AS ");
  if (as == std::string_view::npos) return std::nullopt;
  return first_word(code.substr(as + 4));
}

struct Reader {
  std::vector<DictionaryEntry> entries;
  std::string comment;  // whole lines of comment above
  std::string table;    // table or view that the line is in; "" = outside
  bool view = false;

  void read_line(std::string_view line) {
    const auto dashes = line.find("--");
    const auto code = trim(line.substr(0, dashes));
    const auto remark = dashes == std::string_view::npos ? std::string_view{} : trim(line.substr(dashes + 2));
    if (table.empty())
      read_outside(code, remark);
    else
      read_inside(code, remark);
  }

  void read_outside(std::string_view code, std::string_view remark) {
    if (code.empty() && !remark.empty()) {
      comment += comment.empty() ? "" : " ";
      comment += remark;
      return;
    }
    for (const std::string_view head : {"CREATE TABLE ", "CREATE VIEW "}) {
      if (!code.starts_with(head)) continue;
      view = head == "CREATE VIEW ";
      table = first_word(code.substr(head.size()));
      entries.push_back({table, "", comment, ""});
    }
    comment.clear();
  }

  void read_inside(std::string_view code, std::string_view remark) {
    // The columns of a view end where its sources begin.
    if (view && code.starts_with("FROM ")) view_columns_done = true;
    if (!code.empty() && !(view && view_columns_done)) {
      if (const auto column = column_of(code, view); column && code.front() != ')') {
        entries.push_back({table, std::string(*column), "", ""});
        set_meaning(entries.back(), remark);
      }
    }
    if (!code.empty() && code.back() == ';') {
      table.clear();
      view_columns_done = false;
    }
  }

  bool view_columns_done = false;
};

}  // namespace

std::vector<DictionaryEntry> read_dictionary(std::string_view sql) {
  Reader reader;
  for (const auto& line : split(sql, '\n')) reader.read_line(line);
  return reader.entries;
}

}  // namespace finwh
