#include "warehouse/dictionary.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

namespace {

std::string dump(std::string_view sql) {
  std::string out;
  for (const auto& entry : read_dictionary(sql))
    out += entry.table + "." + entry.column + "=" + entry.meaning + (entry.unit.empty() ? "" : "[" + entry.unit + "]") + ";";
  return out;
}

}  // namespace

TEST_CASE("dictionary: meanings and units come from the comments of the schema") {
  struct Row {
    const char* sql;
    const char* dump;
  };
  const Row rows[] = {
      {"-- A thing.\nCREATE TABLE thing (\n  size INTEGER NOT NULL,  -- how big [bytes]\n  name TEXT -- its name\n) STRICT;\n",
       "thing.=A thing.;thing.size=how big[bytes];thing.name=its name;"},
      {"-- About the file.\n\n-- Two\n-- lines.\nCREATE TABLE t (\n  a INTEGER,\n  UNIQUE (a),\n  CHECK (a > 0)\n) STRICT;\n",
       "t.=Two lines.;t.a=;"},
      {"CREATE INDEX i ON t (a);\nCREATE VIEW v AS\nSELECT\n  f(x.a, b) AS c,  -- sum\n  x.d AS e  -- last\nFROM x AS y;\n",
       "v.=;v.c=sum;v.e=last;"},
      {"CREATE VIEW v AS\nSELECT\n  (SELECT count(*) FROM z\n   WHERE z.a = y.a) AS n  -- how many [count]\nFROM y\nJOIN w AS q ON 1;\n",
       "v.=;v.n=how many[count];"},
      {"INSERT INTO t (a) VALUES\n  (1, 'x AS y');\n", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.sql);
    CHECK(dump(row.sql) == row.dump);
  }
}
