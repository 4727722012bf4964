// Vocabulary tables: the words of the field, kept as ordered TSV files in src/facts/vocabulary and embedded in the binary.
// A line is one entry, fields are separated by tabs; lines that start with '#' and blank lines say nothing to the program.
#pragma once

#include <string_view>
#include <vector>

namespace finwh {

using VocabularyRow = std::vector<std::string_view>;

// The entries of src/facts/vocabulary/NAME.tsv in file order, each with exactly `fields` fields (missing ones are empty).
// The views stay valid for the life of the program. An unknown name gives no rows.
std::vector<VocabularyRow> read_vocabulary(std::string_view name, std::size_t fields);

// A whole number in a vocabulary's field; 0 when the field is empty.
int vocabulary_number(std::string_view field);

}  // namespace finwh
