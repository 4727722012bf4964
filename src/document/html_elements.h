// The elements of HTML that matter to finwh, in one table: what each does to the text and the tables around it.
#pragma once

#include <string_view>

namespace finwh {

enum class HtmlRole {
  inline_flow,  // all that are not named below
  block,
  hidden,
  title,
  table,
  row_group,
  header_group,
  row,
  cell,
  header_cell,
  line_break,
  rule,
  page,  // <PAGE> of old SGML submissions
  preformatted,
  heading,
  centered,
  bold,
  raised,
  underlined,
};

// By lower-case name, with its prefix if it has one.
HtmlRole html_role(std::string_view name);

}  // namespace finwh
