// From a document to its release: the entry of the facts stage. Finds the tables, decides which are financial, reads each,
// and collects what belongs to the release as a whole: identity, notes, walks, prose.
#pragma once

#include <optional>
#include <string>

#include "document/document.h"
#include "facts/fact.h"

namespace finwh {

// What the user says of the release; it overrides what the text says. Empty = not said.
struct ReadOptions {
  std::string company;
  std::string ticker;
  std::string cik;
  std::optional<Date> published;
};

// Never throws for what the document says; what could not be decided is in Release::problems.
Release read_release(const Document& document, const SourceFile& file, const ReadOptions& options = {});

}  // namespace finwh
