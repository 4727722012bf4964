#include "input/format.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

TEST_CASE("format: told by the content") {
  struct Row {
    const char* text;
    const char* format;
  };
  const Row rows[] = {
      {"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n", "submission"},
      {"<SEC-DOCUMENT>0000000000-25-000001.txt : 20250102\n", "submission"},
      {"\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<HTML><BODY>", "submission"},
      {"<SUBMISSION>\n<TYPE>8-K\n", "submission"},
      {"<!DOCTYPE html>\n<p>x", "html"},
      {"\xEF\xBB\xBF  <HTML><body>", "html"},
      {"<?xml version=\"1.0\"?>\n<!-- made by a machine -->\n<html xmlns=\"x\">", "html"},
      {"<tr><td>Sales</td><td>10</td></tr>", "html"},
      {"---\ntitle: Results\n---\nText", "markdown"},
      {"# Results\n\n## Sales\n", "markdown"},
      {"Sales\n\n| | 2025 |\n|---|---:|\n| Net | 10 |\n", "markdown"},
      {"# Results of the quarter\n\nText\n", "markdown"},
      {"```\nSales   10\n```\n", "markdown"},
      {"**Sales**\n\n**Net sales**\t10\t12\n", "markdown"},
      {"Sales <sup>1</sup>\n\n|a|b|\n|:--|--:|\n", "markdown"},
      {"ACME REPORTS RESULTS\n\n                 2025     2024\n                 ----     ----\nSales             10       12\n", "text"},
      {"# of shares         10\n* note **\n", "text"},
      {"<TABLE>\n<CAPTION>\n<S>      <C>\nSales     10\n</TABLE>\n", "text"},
      {"a < b and <done>", "text"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(to_string(detect_format(row.text)) == row.format);
  }
}
