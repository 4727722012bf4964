#include "input/charset.h"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "base/text.h"

namespace finwh {
namespace {

constexpr std::uint64_t kStep = 4096;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_lead(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::string charset_token(std::string_view text) {
  const auto start = text.find_first_not_of("=\"' \t");
  if (start == std::string_view::npos) return {};
  text.remove_prefix(start);
  const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.:");
  return std::string(text.substr(0, end));
}

// <?xml encoding="..."?>, <meta charset=...>, <meta ... content="text/html; charset=...">; lower case, "" for none.
std::string declared_charset(std::string_view bytes) {
  const auto head = to_lower(bytes.substr(0, 4096));
  if (const auto xml = head.find("<?xml"); xml != std::string::npos) {
    const auto declaration = std::string_view(head).substr(xml, head.find("?>", xml) - xml);
    if (const auto at = declaration.find("encoding"); at != std::string_view::npos) return charset_token(declaration.substr(at + 8));
  }
  for (auto meta = head.find("<meta"); meta != std::string::npos; meta = head.find("<meta", meta + 1)) {
    const auto tag = std::string_view(head).substr(meta, head.find('>', meta) - meta);
    if (const auto at = tag.find("charset"); at != std::string_view::npos) return charset_token(tag.substr(at + 7));
  }
  return {};
}

// Without a byte order mark: text in the Latin script has a zero in every other byte.
std::optional<std::string> unmarked_utf16(std::string_view bytes) {
  const auto head = bytes.substr(0, 4096);
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) (i % 2 == 0 ? even : odd) += head[i] == '\0';
  if (head.size() < 16) return std::nullopt;
  if (odd * 10 > head.size() * 4 && even * 50 < head.size()) return "UTF-16LE";
  if (even * 10 > head.size() * 4 && odd * 50 < head.size()) return "UTF-16BE";
  return std::nullopt;
}

struct Charset {
  std::string name;
  std::size_t mark = 0;  // length of the byte order mark
};

Charset charset_of(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  if (auto wide = unmarked_utf16(bytes)) return {*wide, 0};
  auto declared = declared_charset(bytes);
  // HTML's rule: what calls itself Latin-1 or ASCII is read as Windows-1252; a page that is read byte by byte is no UTF-16.
  if (declared == "iso-8859-1" || declared == "latin1" || declared == "us-ascii" || declared == "ascii") declared = "windows-1252";
  const bool valid = utf8_prefix(bytes) == bytes.size();
  if (declared.empty() || declared.starts_with("utf-16") || declared == "utf8" || declared == "utf-8" || valid)
    return {valid || declared.starts_with("utf") ? "UTF-8" : "WINDOWS-1252", 0};
  for (char& c : declared)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  const auto known = iconv_open("UTF-8", declared.c_str());
  // NOLINTNEXTLINE(performance-no-int-to-ptr,cppcoreguidelines-pro-type-cstyle-cast): iconv's own error value
  if (known == reinterpret_cast<iconv_t>(-1)) return {"WINDOWS-1252", 0};
  iconv_close(known);
  return {declared, 0};
}

struct Converted {
  std::string text;
  std::vector<std::uint64_t> replaced;
};

Converted repair_utf8(std::string_view bytes) {
  Converted out;
  out.text.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto valid = utf8_prefix(bytes);
    out.text += bytes.substr(0, valid);
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    out.replaced.push_back(out.text.size());
    out.text += kReplacement;
    bytes.remove_prefix(1);
  }
  return out;
}

// What iconv cannot read becomes U+FFFD, `unit` bytes at a time.
Converted convert(std::string_view bytes, const std::string& charset, std::size_t unit) {
  Converted out;
  const auto cd = iconv_open("UTF-8", charset.c_str());
  // NOLINTNEXTLINE(performance-no-int-to-ptr,cppcoreguidelines-pro-type-cstyle-cast)
  if (cd == reinterpret_cast<iconv_t>(-1)) return repair_utf8(bytes);
  std::string buffer(std::size_t{64} * 1024, '\0');
  char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const auto result = iconv(cd, &in, &left, &to, &room);
    const int error = errno;
    out.text.append(buffer.data(), buffer.size() - room);
    if (result != static_cast<std::size_t>(-1) || error == E2BIG) continue;
    out.replaced.push_back(out.text.size());
    out.text += kReplacement;
    const auto step = std::min(unit, left);
    in += step;
    left -= step;
  }
  iconv_close(cd);
  return out;
}

std::uint64_t character_width(SourceOffsets::Width width, unsigned char lead) {
  switch (width) {
    case SourceOffsets::Width::one: return 1;
    case SourceOffsets::Width::utf16: return lead >= 0xF0 ? 4 : 2;
    case SourceOffsets::Width::ascii_or_two: return lead < 0x80 ? 1 : 2;
    case SourceOffsets::Width::same: break;
  }
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

std::size_t characters(std::string_view utf8) { return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), is_lead)); }

}  // namespace

SourceOffsets::SourceOffsets(std::string_view utf8, Width width, std::uint64_t skipped, std::vector<std::uint64_t> replaced)
    : width_(width), skipped_(skipped), replaced_(std::move(replaced)) {
  if (width_ == Width::same) return;
  replaced_.clear();  // a replaced byte counts as a character of the charset's width
  std::uint64_t at = skipped_;
  for (std::uint64_t i = 0; i < utf8.size(); i += kStep) {
    marks_.push_back(at);
    at += walk(utf8, i, std::min<std::uint64_t>(i + kStep, utf8.size()));
  }
}

std::uint64_t SourceOffsets::walk(std::string_view utf8, std::uint64_t from, std::uint64_t to) const {
  std::uint64_t width = 0;
  for (auto i = from; i < to; ++i)
    if (is_lead(utf8[i])) width += character_width(width_, static_cast<unsigned char>(utf8[i]));
  return width;
}

std::uint64_t SourceOffsets::original(std::string_view utf8, std::uint64_t offset) const {
  offset = std::min<std::uint64_t>(offset, utf8.size());
  if (width_ == Width::same) {
    const auto found = std::lower_bound(replaced_.begin(), replaced_.end(), offset);
    const auto before = static_cast<std::uint64_t>(found - replaced_.begin());
    // An offset inside a replacement is the end of its byte.
    if (before > 0) offset = std::max<std::uint64_t>(offset, *(found - 1) + kReplacement.size());
    return skipped_ + offset - before * (kReplacement.size() - 1);
  }
  const auto mark = std::min<std::uint64_t>(offset / kStep, marks_.empty() ? 0 : marks_.size() - 1);
  return marks_.empty() ? offset : marks_[mark] + walk(utf8, mark * kStep, offset);
}

Span SourceOffsets::original(std::string_view utf8, Span span) const {
  if (is_identity()) return span;
  const auto begin = original(utf8, span.offset);
  const auto end = original(utf8, span.offset + span.length);
  return {begin, static_cast<std::uint32_t>(end - begin), span.line};
}

Decoded decode(std::string bytes) {
  Decoded out;
  auto charset = charset_of(bytes);
  auto body = std::string_view(bytes).substr(charset.mark);
  Converted converted;
  if (charset.name == "UTF-8") {
    if (utf8_prefix(body) == body.size()) {
      converted.text = std::move(bytes.erase(0, charset.mark));
    } else {
      converted = repair_utf8(body);
      // A page that calls itself UTF-8 but has invalid bytes all over is a Windows page.
      if (converted.replaced.size() > 64 + body.size() / 100) {
        charset.name = "WINDOWS-1252";
        out.replaced = converted.replaced.size();
      }
    }
  }
  auto width = SourceOffsets::Width::same;
  if (charset.name != "UTF-8") {
    const bool wide = charset.name.starts_with("UTF-16");
    converted = convert(body, charset.name, wide ? 2 : 1);
    width = wide                                        ? SourceOffsets::Width::utf16
            : characters(converted.text) == body.size() ? SourceOffsets::Width::one
                                                        : SourceOffsets::Width::ascii_or_two;
  }
  out.text = std::move(converted.text);
  out.charset = charset.name;
  out.replaced += converted.replaced.size();
  out.first_replaced = converted.replaced.empty() ? 0 : converted.replaced.front();
  for (auto nul = out.text.find('\0'); nul != std::string::npos; nul = out.text.find('\0', nul)) {
    if (out.replaced == 0 || nul < out.first_replaced) out.first_replaced = nul;
    out.text[nul] = ' ';
    ++out.replaced;
    ++out.nuls;
  }
  out.offsets = SourceOffsets(out.text, width, charset.mark, std::move(converted.replaced));
  return out;
}

}  // namespace finwh
