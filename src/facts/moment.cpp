#include "facts/moment.h"

#include <vector>

#include "base/text.h"
#include "facts/phrase_index.h"
#include "facts/vocabulary.h"

namespace finwh {
namespace {

struct Phrases {
  PhraseIndex index;
  std::vector<std::string_view> kinds;  // by number of insertion
};

const Phrases& phrases() {
  static const auto all = [] {
    Phrases found;
    for (const auto& row : read_vocabulary("moments", 2)) {
      found.index.add(row[1]);
      found.kinds.push_back(row[0]);
    }
    return found;
  }();
  return all;
}

bool says(std::string_view label, std::string_view kind) {
  for (const auto& hit : phrases().index.find(fold(label)))
    if (phrases().kinds[hit.phrase] == kind) return true;
  return false;
}

}  // namespace

Moment moment_of(std::string_view label) {
  if (says(label, "beginning")) return Moment::beginning;
  return says(label, "end") ? Moment::end : Moment::none;
}

bool names_level(std::string_view label) {
  return (says(label, "level") && !says(label, "flow")) || (says(label, "always") && !says(label, "increment"));
}

bool heads_levels(std::string_view heading) {
  return says(heading, "end") || contains_word(fold(heading), "balance sheet") || contains_word(fold(heading), "balance sheets");
}

bool names_flow(std::string_view label) { return says(label, "flow") || (says(label, "earned") && !says(label, "level")); }

}  // namespace finwh
