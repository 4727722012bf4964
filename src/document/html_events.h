// HTML as a stream of events, each with its exact place in the source: libxml2's SAX parser behind an interface of our own.
// libxml2 supplies the tag soup rules (implied end tags, void elements, entities); what the events mean is the reader's
// business. The only file pair that includes libxml2.
//
// Places: libxml2 is given UTF-8 in one piece and is told so, hence its input cursor is an offset in our text (slimmed, which
// SlimHtml takes back). The cursor stands behind a run of text or a reference when that is reported, and before the '>' of a
// start tag.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finwh {

struct HtmlAttributeList;

// Attributes of a start tag; valid during the event only.
class HtmlAttributes {
 public:
  HtmlAttributes(const unsigned char* const* pairs, const HtmlAttributeList* list) : pairs_(pairs), list_(list) {}
  // By lower-case name, of those that SlimHtml keeps; "" when the attribute is missing or has no value.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const { return find(name).has_value(); }
  // Tags with the same attributes have the same number; nothing for a tag that has one of its own.
  std::optional<std::size_t> number() const;

 private:
  std::optional<std::string_view> find(std::string_view name) const;
  const unsigned char* const* pairs_;  // libxml2's: name, value, ..., null
  const HtmlAttributeList* list_;      // those that libxml2 was spared; may be null
};

class HtmlEvents {
 public:
  virtual ~HtmlEvents() = default;
  // `name` in lower case, with a prefix as written ("ix:header"); `at` is the offset behind the tag. Every open has its close.
  virtual void open(std::string_view name, const HtmlAttributes& attributes, std::uint64_t at) = 0;
  virtual void close(std::string_view name, std::uint64_t at) = 0;
  // Decoded text: a run as it stands in the source (length = its size), or one character reference (length = that of the
  // reference). Never empty; a run of the source may come in several pieces.
  virtual void text(std::string_view utf8, std::uint64_t at, std::uint64_t length) = 0;
};

struct HtmlEnd {
  enum class Reason {
    complete,
    unfinished,  // the text ends inside a comment or a tag
    too_deep,    // nested too deeply, or too much of it is end tags that close nothing
    long_tag,    // a tag with more attributes than any page has
  };
  Reason reason = Reason::complete;
  std::uint64_t at = 0;  // where reading stopped
};

// The character reference at the front of `text` ("&#8212;", "&nbsp;"), in UTF-8; `length` is what it takes of the text.
// "" when there is none.
std::string decode_reference(std::string_view text, std::size_t& length);

// `utf8`: at most 2 GB. Control characters and bytes that are no UTF-8 are read as spaces. Linear in the size; the depth of
// nesting costs 30 bytes a level.
HtmlEnd parse_html(std::string_view utf8, HtmlEvents& events);

}  // namespace finwh
