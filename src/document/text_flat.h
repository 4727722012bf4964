// Releases whose tables lost their structure: a whole statement in one line, or each cell a line of its own. Nothing honest can
// be read from them; the reader says so.
#pragma once

#include "document/document.h"

namespace finwh {

// Adds a `tables-flat` problem when the paragraphs of `document` look like such tables and no table with figures was read.
void report_flat_tables(Document& document);

}  // namespace finwh
