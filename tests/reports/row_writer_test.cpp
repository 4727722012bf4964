#include "reports/row_writer.h"

#include <doctest/doctest.h>

#include <limits>

#include "base/text.h"
#include "reports/figure_text.h"

using namespace finwh;

namespace {

ResultSet figures() {
  return {{{"label", "TEXT"}, {"amount", "INTEGER"}, {"rate", "REAL"}},
          {{std::string("Product, \"new\""), std::int64_t{1234567}, 66.2},
           {std::string("Charges"), std::int64_t{-1064}, {}},
           {{}, std::int64_t{0}, 0.1}}};
}

std::string unix_lines(std::string text) { return replace_all(std::move(text), "\r\n", "\n"); }

}  // namespace

TEST_CASE("renderers: people read numbers as a release prints them") {
  CHECK(render(figures(), OutputFormat::table) ==
        "label              amount  rate\n"
        "──────────────  ─────────  ────\n"
        "Product, \"new\"  1,234,567  66.2\n"
        "Charges           (1,064)\n"
        "                        0   0.1\n");
  CHECK(render(figures(), OutputFormat::box) ==
        "┌────────────────┬───────────┬──────┐\n"
        "│ label          │    amount │ rate │\n"
        "├────────────────┼───────────┼──────┤\n"
        "│ Product, \"new\" │ 1,234,567 │ 66.2 │\n"
        "│ Charges        │   (1,064) │      │\n"
        "│                │         0 │  0.1 │\n"
        "└────────────────┴───────────┴──────┘\n");
  CHECK(render(figures(), OutputFormat::markdown) ==
        "| label | amount | rate |\n"
        "| --- | ---: | ---: |\n"
        "| Product, \"new\" | 1,234,567 | 66.2 |\n"
        "| Charges | (1,064) | |\n"
        "| | 0 | 0.1 |\n");
}

TEST_CASE("renderers: machines read plain numbers and empty or null") {
  CHECK(render(figures(), OutputFormat::csv) ==
        "label,amount,rate\r\n\"Product, \"\"new\"\"\",1234567,66.2\r\nCharges,-1064,\r\n,0,0.1\r\n");
  CHECK(render(figures(), OutputFormat::tsv) == "label\tamount\trate\nProduct, \"new\"\t1234567\t66.2\nCharges\t-1064\t\n\t0\t0.1\n");
  CHECK(render(figures(), OutputFormat::jsonl) ==
        "{\"label\":\"Product, \\\"new\\\"\",\"amount\":1234567,\"rate\":66.2}\n"
        "{\"label\":\"Charges\",\"amount\":-1064,\"rate\":null}\n"
        "{\"label\":null,\"amount\":0,\"rate\":0.1}\n");
  CHECK(render({{{"a", ""}, {"a", ""}}, {{std::int64_t{1}, std::int64_t{2}}}}, OutputFormat::json) == "[\n  {\"a\":1,\"a_2\":2}\n]\n");
  CHECK(render({{{"a", ""}}, {}}, OutputFormat::json) == "[]\n");
}

TEST_CASE("renderers: html and markdown escape what a release may contain") {
  const ResultSet result{{{"<b>", ""}},
                         {{std::string("<script>alert(1)</script> & \"x\"")}, {std::string("a|b *c* _d_ e_f `g` [h](i)\nnext")}}};
  CHECK(render(result, OutputFormat::html) ==
        "<table>\n<thead>\n<tr><th>&lt;b&gt;</th></tr>\n</thead>\n<tbody>\n"
        "<tr><td>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</td></tr>\n"
        "<tr><td>a|b *c* _d_ e_f `g` [h](i)<br>next</td></tr>\n"
        "</tbody>\n</table>\n");
  CHECK(render(result, OutputFormat::markdown) ==
        "| &lt;b> |\n| --- |\n"
        "| &lt;script>alert(1)&lt;/script> &amp; \"x\" |\n"
        "| a\\|b \\*c\\* \\_d\\_ e_f \\`g\\` \\[h\\](i)<br>next |\n");
}

TEST_CASE("renderers: control characters from a release cannot move the terminal's cursor") {
  const ResultSet result{{{"x", ""}}, {{std::string("a\x1b[31mb\tc\r\xc2\x9b\x7f\xe2\x80\xae\xff")}}};
  CHECK(render(result, OutputFormat::table) == "x\n────────────────────────────\na␛[31mb␉c␍<U+009B>␡<U+202E>\uFFFD\n");
}

TEST_CASE("renderers: widths are terminal columns, not bytes") {
  const ResultSet result{{{"name", ""}, {"n", ""}}, {{std::string("Société"), std::int64_t{1}}, {std::string("東京"), std::int64_t{22}}}};
  CHECK(render(result, OutputFormat::table) == "name      n\n───────  ──\nSociété   1\n東京     22\n");
}

TEST_CASE("renderers: a text too wide for a terminal goes on below") {
  const std::string word(30, 'w');
  const ResultSet result{{{"text", ""}}, {{word + " " + word + " " + word}}};
  CHECK(contains(render(result, OutputFormat::table), "\n" + word + " " + word + "\n" + word + "\n"));
}

TEST_CASE("figures: scale, precision, percent") {
  struct Row {
    Value value;
    FigureStyle style;
    std::string text;
  };
  const std::vector<Row> rows = {
      {std::int64_t{626936000}, {3, 0, false, true}, "626,936"},
      {std::int64_t{-1064000}, {3, 0, false, true}, "(1,064)"},
      {std::int64_t{26936500}, {6, 1, false, true}, "26.9"},
      {std::int64_t{26950000}, {6, 1, false, true}, "27.0"},
      {std::int64_t{999950000}, {6, 1, false, true}, "1,000.0"},
      {std::int64_t{50000}, {6, 2, false, true}, "0.05"},
      {0.5, {0, 2, false, true}, "0.50"},
      {-0.07, {0, 2, false, true}, "(0.07)"},
      {66.2, {0, 1, true, true}, "66.2%"},
      {std::int64_t{11}, {0, 0, true, true}, "11%"},
      {std::int64_t{0}, {3, 0, false, true}, "0"},
      {1234.5, {}, "1,234.5"},
      {1e20, {}, "100,000,000,000,000,000,000"},
      {std::int64_t{2007}, {0, -1, false, false}, "2007"},
      {std::numeric_limits<std::int64_t>::min(), {}, "(9,223,372,036,854,775,808)"},
  };
  for (const auto& row : rows) CHECK(figure_text(row.value, row.style) == row.text);
}

TEST_CASE("renderers: years and keys have no thousands separators") {
  const ResultSet result{{{"fiscal_year", ""}, {"fact_id", ""}, {"bytes", ""}},
                         {{std::int64_t{2007}, std::int64_t{1000042}, std::int64_t{30125}}}};
  CHECK(render(result, OutputFormat::table) ==
        "fiscal_year  fact_id   bytes\n───────────  ───────  ──────\n       2007  1000042  30,125\n");
}

TEST_CASE("pivot: a statement has its lines once and a column for each period") {
  const auto text = [](const char* t) { return Value(std::string(t)); };
  const auto number = [](std::int64_t n) { return Value(n); };
  ResultSet result;
  for (const char* name :
       {"title", "row_no", "column_no", "depth", "total", "label", "period", "value", "exponent", "scale", "unit", "nil"})
    result.columns.push_back({name, ""});
  const auto row = [&](int row_no, Value column, int depth, int total, const char* label, Value period, Value value, int exponent,
                       int scale, const char* unit, int nil) {
    result.rows.push_back({text("Statements of Operations"), number(row_no), std::move(column), number(depth), number(total), text(label),
                           std::move(period), std::move(value), number(exponent), number(scale), text(unit), number(nil)});
  };
  row(1, {}, 0, 0, "Net revenues:", {}, {}, 0, 0, "", 0);
  row(2, number(2), 1, 0, "Service", text("3 months to 2006-03-31"), number(92589000), 3, 3, "USD", 0);
  row(3, number(1), 1, 1, "Total", text("3 months to 2007-03-31"), number(626936000), 3, 3, "USD", 0);
  row(3, number(2), 1, 1, "Total", text("3 months to 2006-03-31"), number(566714000), 3, 3, "USD", 0);
  row(4, number(1), 0, 0, "Other", text("3 months to 2007-03-31"), {}, 0, 3, "USD", 1);
  row(4, number(2), 0, 0, "Other", text("3 months to 2006-03-31"), number(-1064000), 3, 3, "USD", 0);
  row(5, number(1), 0, 0, "Basic", text("3 months to 2007-03-31"), Value(0.1), -2, 0, "USD/share", 0);
  row(6, number(1), 0, 0, "Cash at end", text("2007-03-31"), number(5000), 3, 3, "USD", 0);
  Presentation presentation;
  presentation.pivot = Presentation::Pivot{"period", "value", {"row_no"}, "column_no"};
  presentation.figures["value"] = {"scale", "exponent", "unit", "nil"};
  presentation.indent = Presentation::Indent{"label", "depth"};
  presentation.total = "total";
  presentation.group = {"title"};
  CHECK(render(result, OutputFormat::table, presentation) ==
        "Statements of Operations\n"
        "(USD in thousands)\n"
        "\n"
        "               3 months to  3 months to\n"
        "label           2007-03-31   2006-03-31\n"
        "─────────────  ───────────  ───────────\n"
        "Net revenues:\n"
        "  Service                        92,589\n"
        "  Total            626,936      566,714\n"
        "Other                    —      (1,064)\n"
        "Basic                 0.10\n"
        "Cash at end              5\n");
  CHECK(contains(render(result, OutputFormat::html, presentation),
                 "<td style=\"padding-left:1em\"><b>Total</b></td><td style=\"text-align:right\"><b>626,936</b></td>"));
  SUBCASE("machines get the rows as they are") {
    const auto csv = unix_lines(render(result, OutputFormat::csv, presentation));
    CHECK(contains(csv, "Statements of Operations,5,1,0,0,Basic,3 months to 2007-03-31,0.1,-2,0,USD/share,0\n"));
  }
  SUBCASE("two figures in one place are both shown") {
    row(6, number(1), 0, 0, "Cash at end", text("2007-03-31"), number(7000), 3, 3, "USD", 0);
    CHECK(contains(render(result, OutputFormat::html, presentation), "5<br>7"));
  }
}
