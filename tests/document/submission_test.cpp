#include "document/submission.h"

#include <doctest/doctest.h>

#include "document/dump.h"

using namespace finwh;
using finwh_test::dump;

namespace {

std::string document(const std::string& type, const std::string& content, const std::string& description = "") {
  return "<DOCUMENT>\n<TYPE>" + type + "\n<SEQUENCE>1\n<FILENAME>a.htm\n" +
         (description.empty() ? "" : "<DESCRIPTION>" + description + "\n") + "<TEXT>\n" + content + "\n</TEXT>\n</DOCUMENT>\n";
}

std::string problems(const Document& read) {
  std::string out;
  for (const auto& problem : read.problems) out += problem.code + " l" + std::to_string(problem.span.line) + ": " + problem.message + "\n";
  return out;
}

const char* const kHeader =
    "<SEC-DOCUMENT>0000000001-05-000001.txt : 20050502\n<SEC-HEADER>0000000001-05-000001.hdr.sgml : 20050502\n"
    "CONFORMED SUBMISSION TYPE:\t8-K\nCONFORMED PERIOD OF REPORT:\t20050430\nFILED AS OF DATE:\t\t20050502\n\nFILER:\n\n"
    "\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE MILLS INC\n\t\tCENTRAL INDEX KEY:\t\t\t0000012345\n"
    "\t\tFISCAL YEAR END:\t\t\t0229\n\tFORMER COMPANY:\t\n\t\tCOMPANY CONFORMED NAME:\tOLD MILLS\n</SEC-HEADER>\n";

const char* const kTable = "<html><body><p>Sales</p><table><tr><td>Net</td><td>12</td></tr></table></body></html>";

}  // namespace

TEST_CASE("submission: the header names the company, its key and the dates") {
  const auto read = read_submission(kHeader + document("EX-99.1", kTable));
  std::string header;
  for (const auto& [key, value] : read.header) header += key + "=" + value + "\n";
  CHECK(header == "period=2005-04-30\nfiled=2005-05-02\ncompany=EXAMPLE MILLS INC\ncik=12345\nfiscal-year-end=02-29\n");
  CHECK(read.format == Format::submission);

  const auto tagged =
      read_submission("<SUBMISSION>\n<FILING-DATE>20240102\n<CONFORMED-NAME>Example\n<CIK>0000000077\n<FISCAL-YEAR-END>1332\n");
  CHECK(*tagged.header_value("cik") == "77");
  CHECK(*tagged.header_value("filed") == "2024-01-02");
  CHECK(tagged.header_value("fiscal-year-end") == nullptr);
}

TEST_CASE("submission: exhibits 99 are read, the other documents are listed") {
  const auto read =
      read_submission(kHeader + document("8-K", "<html><table><tr><td>Cover</td></tr></table></html>", "FORM 8-K") +
                      document("EX-99.1", kTable) + document("EX-99.2", "<html><p>More</p></html>") +
                      document("GRAPHIC", "begin 644 a.jpg\nM_]C_X\n`\nend") + document("EX-101.SCH", "<XBRL>\n<?xml version='1.0'?>"));
  CHECK(dump(read) == "P Sales\nT\n  [Net][12]\nH EX-99.2\nP More\n");
  CHECK(problems(read) ==
        "document-skipped l17: 8-K (FORM 8-K) was passed over\n"
        "document-skipped l42: GRAPHIC (a.htm) was passed over\n"
        "document-skipped l53: EX-101.SCH (a.htm) was passed over\n");
}

TEST_CASE("submission: without a table in an exhibit the form itself is read") {
  const auto read = read_submission(kHeader + document("8-K", kTable) + document("EX-99.1", "<html><p>Words</p></html>"));
  CHECK(dump(read) == "P Sales\nT\n  [Net][12]\nH EX-99.1\nP Words\n");
  CHECK(problems(read).empty());
  const auto pdf = read_submission(kHeader + document("8-K", kTable) + document("EX-99.1", "<PDF>\nbegin 644 a.pdf\nM)5!$1@\nend\n</PDF>"));
  CHECK(dump(pdf) == "P Sales\nT\n  [Net][12]\n");
}

TEST_CASE("submission: spans are places in the whole file") {
  const auto file = kHeader + document("EX-99.1", kTable);
  const auto read = read_submission(file);
  const auto& cell = read.blocks.at(1).table.rows.at(0).cells.at(1);
  CHECK(file.substr(cell.span.offset, cell.span.length) == "12");
  CHECK(cell.span.line == 21);
  CHECK(read.blocks[0].span.line == 21);
}

TEST_CASE("submission: text exhibits keep their places") {
  const auto file = kHeader + document("EX-99", "Words of the quarter\n<PAGE>\nMore words");
  const auto read = read_submission(file);
  REQUIRE(read.blocks.size() == 3);
  for (const auto* block : {&read.blocks[0], &read.blocks[2]}) CHECK(file.substr(block->span.offset, block->span.length) == block->text);
  CHECK(read.blocks[1].kind == BlockKind::page_break);
  CHECK(read.blocks[2].span.line == 23);
}

TEST_CASE("submission: one that is cut off says so") {
  const auto whole = kHeader + document("EX-99.1", kTable);
  const auto cut = read_submission(std::string_view(whole).substr(0, whole.size() - 40));
  CHECK(dump(cut) == "P Sales\nT\n  [Net][12]\n");
  CHECK(problems(cut).starts_with("document-truncated"));
  CHECK(problems(read_submission(kHeader)) == "document-truncated l1: the submission has no documents\n");
}
