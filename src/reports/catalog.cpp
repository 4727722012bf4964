#include "reports/catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

#include "base/embedded.h"
#include "base/text.h"
#include "reports/errors.h"

namespace finwh {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kLargestReport = 1 << 20;  // bytes of a user's file

Words words_of(std::string_view text) {
  Words words;
  for (auto& word : split(collapse_spaces(text), ' '))
    if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// The word behind a key word: {"a", "scale", "b"} and "scale" give "b".
std::string word_behind(const Words& words, std::string_view key) {
  const auto at = std::find(words.begin(), words.end(), key);
  return at == words.end() || at + 1 == words.end() ? "" : *(at + 1);
}

bool set_pivot(Presentation& presentation, const Words& words) {
  if (words.size() < 4 || words[2] != "by") return false;
  const auto end = std::find(words.begin(), words.end(), "order");
  Presentation::Pivot pivot{words[0], words[1], Words(words.begin() + 3, end), word_behind(words, "order")};
  if (pivot.by.empty() || (end != words.end() && end + 2 != words.end())) return false;
  presentation.pivot = std::move(pivot);
  return true;
}

bool set_figure(Presentation& presentation, const Words& words) {
  constexpr std::array<std::string_view, 4> kKeys = {"scale", "exponent", "unit", "nil"};
  if (words.empty() || words.size() % 2 == 0) return false;
  for (std::size_t i = 1; i < words.size(); i += 2)
    if (std::find(kKeys.begin(), kKeys.end(), words[i]) == kKeys.end()) return false;
  presentation.figures[words[0]] = {word_behind(words, "scale"), word_behind(words, "exponent"), word_behind(words, "unit"),
                                    word_behind(words, "nil")};
  return true;
}

bool set_scale(Presentation& presentation, const Words& words) {
  constexpr std::array<std::pair<std::string_view, int>, 4> kScales = {{{"units", 0}, {"thousands", 3}, {"millions", 6}, {"billions", 9}}};
  if (words.size() != 2) return false;
  for (const auto& [name, exponent] : kScales)
    if (name == words[1]) {
      presentation.scales[words[0]] = exponent;
      return true;
    }
  return false;
}

bool set_indent(Presentation& presentation, const Words& words) {
  if (words.size() != 3 || words[1] != "by") return false;
  presentation.indent = Presentation::Indent{words[0], words[2]};
  return true;
}

bool set_heading(Presentation& presentation, const Words& words) {
  if (words.empty()) return false;
  presentation.headings[words[0]] = join(Words(words.begin() + 1, words.end()), " ");
  return true;
}

bool add_all(std::vector<std::string>& columns, const Words& words) {
  columns.insert(columns.end(), words.begin(), words.end());
  return !words.empty();
}

struct Directive {
  std::string_view word;
  std::string_view form;
  bool (*apply)(Presentation&, const Words&);
};

constexpr std::array<Directive, 9> kDirectives = {{
    {"pivot", "HEADING VALUE by COLUMN... [order COLUMN]", set_pivot},
    {"figure", "COLUMN [scale COLUMN] [exponent COLUMN] [unit COLUMN] [nil COLUMN]", set_figure},
    {"scale", "COLUMN thousands|millions|billions", set_scale},
    {"indent", "COLUMN by COLUMN", set_indent},
    {"heading", "COLUMN [TEXT]", set_heading},
    {"group", "COLUMN...", [](Presentation& p, const Words& words) { return add_all(p.group, words); }},
    {"hide", "COLUMN...", [](Presentation& p, const Words& words) { return add_all(p.hide, words); }},
    {"plain", "COLUMN...", [](Presentation& p, const Words& words) { return add_all(p.plain, words); }},
    {"total", "COLUMN",
     [](Presentation& p, const Words& words) {
       p.total = words.empty() ? "" : words[0];
       return words.size() == 1;
     }},
}};

const Directive* directive_of(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return nullptr;
  const auto found =
      std::find_if(kDirectives.begin(), kDirectives.end(), [&](const Directive& d) { return d.word == line.substr(0, colon); });
  return found == kDirectives.end() ? nullptr : &*found;
}

// ":name type [= default | required] - meaning", without the colon. What is wrong with it, or "".
std::string read_parameter(std::string_view line, Parameter& parameter) {
  constexpr std::string_view kForm = "a parameter is ':name type [= default | required] - meaning'";
  const auto dash = line.find(" - ");
  if (dash == std::string_view::npos) return std::string(kForm);
  parameter.meaning = collapse_spaces(line.substr(dash + 3));
  const auto equals = line.substr(0, dash).find(" = ");
  const Words words = words_of(line.substr(0, std::min(equals, dash)));
  if (equals != std::string_view::npos) parameter.fallback = std::string(trim(line.substr(equals + 3, dash - equals - 3)));
  if (words.size() < 2 || words.size() > 3) return std::string(kForm);
  parameter.name = words[0];
  if (words.size() == 3 && words[2] != "required") return std::string(kForm);
  parameter.required = words.size() == 3;
  const auto type = parameter_type_from(words[1]);
  if (!type) return fmt::format("'{}' is no type; types are text, date, period, integer, company, release", words[1]);
  parameter.type = *type;
  if (parameter.fallback && !parameter_value(*type, *parameter.fallback))
    return fmt::format("the default '{}' of {} is not {}", *parameter.fallback, parameter.name, description_of(*type));
  return "";
}

// Takes one comment line of the header, without its dashes.
void read_header_line(Report& report, std::string_view line, int number, bool& described) {
  const auto complain = [&](const std::string& what) { report.problems.push_back(fmt::format("{}: {}", number, what)); };
  if (line.empty()) return;
  if (report.title.empty() && line.front() != ':') {
    report.title = line;
    return;
  }
  if (line.front() == ':') {
    described = true;
    Parameter parameter;
    if (const auto wrong = read_parameter(line.substr(1), parameter); !wrong.empty())
      complain(wrong);
    else if (report.parameter(parameter.name) != nullptr)
      complain(fmt::format("the parameter {} is there twice", parameter.name));
    else
      report.parameters.push_back(std::move(parameter));
    return;
  }
  if (const auto* directive = directive_of(line)) {
    described = true;
    if (!directive->apply(report.presentation, words_of(line.substr(directive->word.size() + 1))))
      complain(fmt::format("the directive is '{}: {}'", directive->word, directive->form));
    return;
  }
  if (described)
    complain(fmt::format("'{}' is neither a parameter nor a directive", line.substr(0, line.find(' '))));
  else
    report.description.emplace_back(line);
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.good() && !file.eof()) throw UsageError(fmt::format("{}: cannot be read", path.string()));
  return text;
}

}  // namespace

const Parameter* Report::parameter(std::string_view parameter_name) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.name == parameter_name; });
  return found == parameters.end() ? nullptr : &*found;
}

std::string Report::parameter_names() const {
  std::vector<std::string> names;
  for (const auto& parameter : parameters) names.push_back(parameter.name);
  return join(names, ", ");
}

Report read_report(std::string name, std::string place, std::string text) {
  Report report;
  report.name = std::move(name);
  report.place = std::move(place);
  report.sql = std::move(text);
  bool described = false;
  int number = 0;
  for (const auto& line : split(report.sql, '\n')) {
    ++number;
    const auto trimmed = trim(line);
    if (trimmed.empty() && report.title.empty()) continue;
    if (!trimmed.starts_with("--")) break;
    read_header_line(report, trim(trimmed.substr(2)), number, described);
  }
  if (report.title.empty()) report.problems.push_back("1: the file does not begin with a title in a comment: -- Title");
  return report;
}

Catalog::Catalog(const std::vector<std::string>& folders) {
  constexpr std::string_view kFolder = "queries/";
  constexpr std::string_view kExtension = ".sql";
  for (const auto& file : embedded_files()) {
    if (!file.name.starts_with(kFolder) || !file.name.ends_with(kExtension)) continue;
    const auto name = file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kExtension.size());
    auto report = read_report(std::string(name), std::string(file.name), std::string(file.content));
    report.built_in = true;
    add(std::move(report));
  }
  for (const auto& folder : folders) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (auto at = std::filesystem::directory_iterator(folder, error); !error && at != std::filesystem::directory_iterator();
         at.increment(error))
      if (at->path().extension() == kExtension && at->is_regular_file(error)) files.push_back(at->path());
    if (error) throw UsageError(fmt::format("{}: cannot read this folder of reports: {}", folder, error.message()));
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      if (std::filesystem::file_size(file, error) > kLargestReport)
        throw UsageError(fmt::format("{}: too large for a report", file.string()));
      add(read_report(file.stem().string(), file.string(), read_text(file)));
    }
  }
}

void Catalog::add(Report report) {
  const auto at =
      std::lower_bound(reports_.begin(), reports_.end(), report.name, [](const Report& r, const std::string& n) { return r.name < n; });
  if (at != reports_.end() && at->name == report.name)
    *at = std::move(report);
  else
    reports_.insert(at, std::move(report));
}

const Report* Catalog::find(std::string_view name) const {
  const auto found = std::find_if(reports_.begin(), reports_.end(), [&](const Report& r) { return r.name == name; });
  return found == reports_.end() ? nullptr : &*found;
}

const Report& Catalog::at(std::string_view name) const {
  if (const auto* report = find(name)) return *report;
  std::vector<std::string> names;
  for (const auto& report : reports_) names.push_back(report.name);
  const auto near = nearest_names(name, names);
  throw UsageError(fmt::format("there is no report '{}'; {}", name,
                               near.empty() ? "'finwh query' lists the reports" : "did you mean " + join(near, " or ") + "?"));
}

}  // namespace finwh
