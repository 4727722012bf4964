#include "reports/row_writer.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "base/text.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

using Json = nlohmann::ordered_json;

// RFC 4180: a field with a comma, a quote or a line break is quoted, quotes are doubled, lines end in CR LF.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  return "\"" + replace_all(text, "\"", "\"\"") + "\"";
}

// Tabs and line breaks inside a field, and the backslash that announces them, as \t \n \r \\.
std::string tsv_field(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\\')
      out += "\\\\";
    else
      out += c;
  }
  return out;
}

class SeparatedWriter : public RowWriter {
 public:
  SeparatedWriter(TextSink sink, bool csv, bool for_terminal) : sink_(std::move(sink)), csv_(csv), for_terminal_(for_terminal) {}

  void begin(const std::vector<ResultColumn>& columns) override {
    std::vector<std::string> fields;
    for (const auto& column : columns) fields.push_back(field(column.name));
    line(fields);
  }

  void row(ResultRow row) override {
    std::vector<std::string> fields;
    for (const auto& value : row) fields.push_back(field(plain_text(value)));
    line(fields);
  }

  void end() override {}
  bool keeps_rows() const override { return false; }

 private:
  std::string field(const std::string& text) const {
    const std::string escaped = csv_ ? csv_field(text) : tsv_field(text);
    return for_terminal_ ? visible_text(escaped, true) : escaped;
  }

  void line(const std::vector<std::string>& fields) { sink_(join(fields, csv_ ? "," : "\t") + (csv_ ? "\r\n" : "\n")); }

  TextSink sink_;
  bool csv_;
  bool for_terminal_;
};

Json json_value(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
  if (const auto* real = std::get_if<double>(&value)) return std::isfinite(*real) ? Json(*real) : Json(plain_text(value));
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return nullptr;
}

class JsonWriter : public RowWriter {
 public:
  JsonWriter(TextSink sink, bool lines) : sink_(std::move(sink)), lines_(lines) {}

  void begin(const std::vector<ResultColumn>& columns) override {
    std::set<std::string> taken;
    for (const auto& column : columns) {
      std::string name = column.name;
      for (int n = 2; !taken.insert(name).second; ++n) name = column.name + "_" + std::to_string(n);
      names_.push_back(name);
    }
  }

  void row(ResultRow row) override {
    Json object = Json::object();
    for (std::size_t i = 0; i < names_.size(); ++i) object[names_[i]] = json_value(row[i]);
    const std::string text = object.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (lines_)
      sink_(text + "\n");
    else
      sink_((any_ ? ",\n  " : "[\n  ") + text);
    any_ = true;
  }

  void end() override {
    if (!lines_) sink_(any_ ? "\n]\n" : "[]\n");
  }
  bool keeps_rows() const override { return false; }

 private:
  TextSink sink_;
  bool lines_;
  bool any_ = false;
  std::vector<std::string> names_;
};

class SheetWriter : public RowWriter {
 public:
  SheetWriter(OutputFormat format, Presentation presentation, TextSink sink)
      : format_(format), presentation_(std::move(presentation)), sink_(std::move(sink)) {}

  void begin(const std::vector<ResultColumn>& columns) override { result_.columns = columns; }
  void row(ResultRow row) override { result_.rows.push_back(std::move(row)); }
  void end() override { sink_(render(result_, format_, presentation_)); }
  bool keeps_rows() const override { return true; }

 private:
  OutputFormat format_;
  Presentation presentation_;
  TextSink sink_;
  ResultSet result_;
};

std::string draw(const Sheet& sheet, OutputFormat format) {
  switch (format) {
    case OutputFormat::box: return draw_box(sheet);
    case OutputFormat::markdown: return draw_markdown(sheet);
    case OutputFormat::html: return draw_html(sheet);
    default: return draw_table(sheet);
  }
}

}  // namespace

std::unique_ptr<RowWriter> make_row_writer(OutputFormat format, Presentation presentation, TextSink sink, bool for_terminal) {
  switch (format) {
    case OutputFormat::csv: return std::make_unique<SeparatedWriter>(std::move(sink), true, for_terminal);
    case OutputFormat::tsv: return std::make_unique<SeparatedWriter>(std::move(sink), false, for_terminal);
    case OutputFormat::json: return std::make_unique<JsonWriter>(std::move(sink), false);
    case OutputFormat::jsonl: return std::make_unique<JsonWriter>(std::move(sink), true);
    default: return std::make_unique<SheetWriter>(format, std::move(presentation), std::move(sink));
  }
}

std::string render(const ResultSet& result, OutputFormat format, const Presentation& presentation) {
  std::string out;
  if (is_for_people(format)) {
    for (const auto& sheet : lay_out(result, presentation)) {
      if (!out.empty()) out += "\n";
      out += draw(sheet, format);
    }
    return out;
  }
  const auto writer = make_row_writer(
      format, presentation, [&](std::string_view text) { out += text; }, false);
  writer->begin(result.columns);
  for (const auto& row : result.rows) writer->row(row);
  writer->end();
  return out;
}

}  // namespace finwh
