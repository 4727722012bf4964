// A whole EDGAR submission: an SGML header and the documents that were filed together. The earnings release is an exhibit
// 99 as a rule; the other documents (the form's cover, XBRL, pictures, archives) are listed and passed over.
//
//   submission = [PEM lines] header document*
//   header     = lines "NAME:<tab>value" (or "<NAME>value")
//   document   = <DOCUMENT> <TYPE>t [<SEQUENCE>n] [<FILENAME>f] [<DESCRIPTION>d] <TEXT> content </TEXT> </DOCUMENT>
#pragma once

#include <string_view>

#include "document/document.h"

namespace finwh {

// Header keys: company, cik, filed, period, fiscal-year-end, of the first company named. Blocks of all documents read, in
// the file's order; a heading with the document's type stands before each but the first. Spans are places in `utf8`. A
// document passed over is a `document-skipped` problem.
Document read_submission(std::string_view utf8);

}  // namespace finwh
