// The one door to the readers: a text in a known format becomes a document.
#pragma once

#include <string_view>

#include "document/document.h"

namespace finwh {

// `utf8` as the input stage hands it over; spans are places in it.
Document read_document(std::string_view utf8, Format format);

}  // namespace finwh
