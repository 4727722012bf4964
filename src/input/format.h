// Which of the four formats a release is written in, told by its content. A file's name says little: submissions are saved
// as .txt and .htm, converted releases as .md.
#pragma once

#include <string_view>

namespace finwh {

enum class Format { markdown, html, text, submission };

std::string_view to_string(Format format);

// Reads the first part of the text (UTF-8) only; never fails: what is nothing else is text.
Format detect_format(std::string_view utf8);

// Whether the text is HTML mark-up; for the parts of a submission, which are HTML or text.
bool looks_like_html(std::string_view utf8);

}  // namespace finwh
