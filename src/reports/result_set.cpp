#include "reports/result_set.h"

#include <fmt/format.h>

#include <charconv>

namespace finwh {

int ResultSet::column(std::string_view name) const {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].name == name) return static_cast<int>(i);
  return -1;
}

std::string plain_text(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

std::int64_t whole_number(const Value& value, std::int64_t otherwise) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
  if (is_null(value)) return otherwise;
  const std::string text = plain_text(value);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

}  // namespace finwh
