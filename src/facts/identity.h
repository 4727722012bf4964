// Whose release it is, when it came out and which period it reports on: from the file's own header, the title, the dateline
// and the first sentences, and failing these from the headers of the tables. Knows no company by name.
#pragma once

#include "document/document.h"
#include "facts/fact.h"

namespace finwh {

// Never fails: what the document does not say stays empty. Linear in the document.
ReleaseIdentity read_identity(const Document& document);

}  // namespace finwh
