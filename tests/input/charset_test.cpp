#include "input/charset.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace finwh;

namespace {

std::string utf16(std::string_view ascii, bool little, bool mark) {
  std::string out;
  const auto put = [&](char high, char low) { out += little ? std::string{low, high} : std::string{high, low}; };
  if (mark) put('\xFE', '\xFF');
  for (const char c : ascii) {
    if (c == '~')
      put('\x20', '\x14');  // an em dash
    else
      put('\0', c);
  }
  return out;
}

}  // namespace

TEST_CASE("charset: byte order mark, declaration, valid UTF-8, else Windows-1252") {
  struct Row {
    std::string bytes;
    const char* charset;
    const char* text;
  };
  const Row rows[] = {
      {"plain", "UTF-8", "plain"},
      {"\xEF\xBB\xBFmark", "UTF-8", "mark"},
      {"dash \xE2\x80\x94", "UTF-8", "dash \xE2\x80\x94"},
      {"dash \x97 \x80", "WINDOWS-1252", "dash \xE2\x80\x94 \xE2\x82\xAC"},
      {utf16("Net ~ sales", true, true), "UTF-16LE", "Net \xE2\x80\x94 sales"},
      {utf16("Net ~ sales", false, true), "UTF-16BE", "Net \xE2\x80\x94 sales"},
      {utf16("Net sales and other income", true, false), "UTF-16LE", "Net sales and other income"},
      {"<meta charset=\"iso-8859-1\">\x96", "WINDOWS-1252", "<meta charset=\"iso-8859-1\">\xE2\x80\x93"},
      {"<META http-equiv=x content=\"text/html; charset=windows-1251\">\xCF", "WINDOWS-1251",
       "<META http-equiv=x content=\"text/html; charset=windows-1251\">\xD0\x9F"},
      {"<?xml version='1.0' encoding='ASCII'?>\xE2\x82\xAC", "UTF-8", "<?xml version='1.0' encoding='ASCII'?>\xE2\x82\xAC"},
      {"<meta charset=utf-8>a\xFF", "UTF-8", "<meta charset=utf-8>a\xEF\xBF\xBD"},
      {"<meta charset=no-such-thing>a\xE9", "WINDOWS-1252", "<meta charset=no-such-thing>a\xC3\xA9"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto decoded = decode(row.bytes);
    CHECK(decoded.charset == row.charset);
    CHECK(decoded.text == row.text);
  }
}

TEST_CASE("charset: places in the text lead back to the bytes of the file") {
  std::string ascii;
  for (int i = 0; i < 3000; ++i) ascii += "line ~ " + std::to_string(i) + "\n";  // longer than the distance of two marks
  std::string windows = replace_all(ascii, "~", "\x97");
  std::string wide = utf16(ascii, true, true);
  std::string repaired = "\xEF\xBB\xBF" + replace_all(ascii, "line 7", "l\xFFne 7") + "\xEF\xBF\xBD";
  repaired = replace_all(repaired, "~ 12", "\xE2\x80\x94 12");
  for (std::string bytes : {windows, wide, repaired}) {
    const auto decoded = decode(bytes);
    const bool two = decoded.charset == "UTF-16LE";
    const auto at = decoded.text.find("2345");
    REQUIRE(at != std::string::npos);
    const auto span = decoded.offsets.original(decoded.text, Span{at, 4, 9});
    CHECK(span.line == 9);
    CHECK(span.length == (two ? 8 : 4));
    std::string there = bytes.substr(span.offset, span.length);
    if (two) there = std::string{there[0], there[2], there[4], there[6]};
    CHECK(there == "2345");
    CHECK(decoded.offsets.original(decoded.text, decoded.text.size()) == bytes.size());
  }
  CHECK(decode("plain").offsets.is_identity());
}

TEST_CASE("charset: a page full of invalid bytes is read as Windows-1252 whatever it says") {
  std::string bytes = "<meta charset=utf-8>";
  for (int i = 0; i < 500; ++i) bytes += "\xE9t\xE9 ";
  const auto decoded = decode(bytes);
  CHECK(decoded.charset == "WINDOWS-1252");
  CHECK(decoded.replaced > 0);
  CHECK(contains(decoded.text, "\xC3\xA9t\xC3\xA9"));
}
