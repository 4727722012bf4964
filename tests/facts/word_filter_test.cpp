#include "facts/word_filter.h"

#include <doctest/doctest.h>

#include <string>

using namespace finwh;

TEST_CASE("word filter: no word that was added is turned away") {
  WordFilter filter;
  const std::string longest(200, 'z');
  for (const std::string_view word : {std::string_view("euro"), std::string_view("€"), std::string_view(longest)}) filter.add(word);
  for (const std::string_view word : {std::string_view("euro"), std::string_view("€"), std::string_view(longest)})
    CHECK(filter.may_hold(word));
  CHECK(filter.may_hold("echo"));  // as long, and begins alike: the table must say
  for (const std::string_view word : {"euros", "eur", "yuro", ""}) CHECK(!filter.may_hold(word));
}
