// Text made ready for other formats.
#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

using namespace finwh;

TEST_CASE("xml_escaped: what stands in content and attributes of XML") {
  struct Row {
    std::string text;
    const char* escaped;
  };
  const Row rows[] = {
      {"", ""},
      {"Net revenues", "Net revenues"},
      {"R&D <\"net\"> 'x'", "R&amp;D &lt;&quot;net&quot;&gt; 'x'"},
      {"two\nlines\tand\r", "two&#10;lines&#9;and&#13;"},
      {"a\x01"
       "b\x1b[0m",
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD[0m"},
      {std::string("a\0b", 3),
       "a\xEF\xBF\xBD"
       "b"},
      {"caf\xC3\xA9 \xE2\x82\xAC", "caf\xC3\xA9 \xE2\x82\xAC"},
      {"caf\xE9", "caf\xEF\xBF\xBD"},
      {"x\xEF\xBF\xBFy", "x\xEF\xBF\xBDy"},
  };
  for (const auto& row : rows) CHECK(xml_escaped(row.text) == row.escaped);
}
