// A page without the attributes that no reader asks for, and with one short token for each different style: most of a release's
// HTML is style attributes, which the parser would read character by character. Every other byte stays as it is, and places
// lead back to the page. Knows the syntax of a start tag only: a tag that is written in any unusual way stays whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace finwh {

class SlimHtml {
 public:
  // `page` must outlive this and hold no control character but white space.
  explicit SlimHtml(std::string_view page);

  std::string_view text() const { return text_; }
  // The offset in the page of an offset in text(); the end of what stands before it when something was left out there.
  std::uint64_t original(std::uint64_t offset) const;
  // The value of an attribute as the page has it: a token becomes the style that it stands for.
  std::string_view value(std::string_view attribute_value) const;

 private:
  struct Cut {
    std::size_t at;       // offset in text(), behind which bytes are missing
    std::size_t missing;  // bytes left out up to there
  };

  std::size_t copy_tag(std::size_t open);
  void keep(std::size_t end);
  void replace(std::size_t end, std::string_view by);

  std::string_view page_;
  std::string text_;
  std::size_t kept_ = 0;  // the page is in text_ up to here
  std::vector<Cut> cuts_;
  mutable std::size_t last_ = 0;  // cuts before the last place asked for: places go forward
  std::vector<std::string_view> styles_;
  std::unordered_map<std::string_view, std::size_t> known_;
};

}  // namespace finwh
