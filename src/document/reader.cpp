#include "document/reader.h"

#include "document/html.h"
#include "document/markdown.h"
#include "document/submission.h"
#include "document/text.h"

namespace finwh {

Document read_document(std::string_view utf8, Format format) {
  switch (format) {
    case Format::markdown: return read_markdown(utf8);
    case Format::html: return read_html(utf8);
    case Format::text: return read_text(utf8);
    case Format::submission: return read_submission(utf8);
  }
  return {};
}

}  // namespace finwh
