// A small release read from its text to its facts, one line a fact: tests of whole tables are rows of {text, lines}.
#pragma once

#include <string>

#include "base/text.h"
#include "document/reader.h"
#include "facts/read_release.h"

namespace finwh_test {

inline finwh::Release read_text(const std::string& text, finwh::Format format = finwh::Format::markdown) {
  finwh::SourceFile file;
  file.path = "small";
  return finwh::read_release(finwh::read_document(text, format), file);
}

// "section > label {notes} [member] | period | value unit basis"; a nil is "nil".
inline std::string line_of(const finwh::Fact& fact) {
  std::string out = finwh::join(fact.section_path, " > ");
  if (!out.empty()) out += " > ";
  out += fact.label;
  if (!fact.notes.empty()) out += " {" + finwh::join(fact.notes, "/") + "}";
  if (!fact.member.name.empty() && fact.member.axis == "other") out += " [" + fact.member.name + "]";
  out += " | " + finwh::to_string(fact.period) + " | " + (fact.nil ? "nil" : fact.value.to_string()) + " " + fact.unit + " " +
         std::string(finwh::to_string(fact.basis));
  return out;
}

inline std::string lines_of(const finwh::Release& release) {
  std::string out;
  for (const auto& fact : release.facts) out += line_of(fact) + "\n";
  return out;
}

}  // namespace finwh_test
