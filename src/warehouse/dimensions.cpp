#include "warehouse/dimensions.h"

#include <array>
#include <chrono>
#include <limits>
#include <map>

#include "base/embedded.h"
#include "base/problem.h"
#include "base/text.h"
#include "checks/check.h"

namespace finwh {
namespace {

// Keys are kept for at most so many lines: a company's lines are asked for together, so old ones are seldom missed.
constexpr std::size_t kRememberedLines = 200000;

// Codes of ISO 4217 that figures of releases come in.
constexpr std::array<std::string_view, 44> kCurrencies = {{
    "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "ISK", "PLN",
    "CZK", "HUF", "RON", "BGN", "TRY", "RUB", "UAH", "ILS", "AED", "SAR", "QAR", "KWD", "EGP", "ZAR", "NGN",
    "INR", "PKR", "HKD", "TWD", "NTD", "KRW", "SGD", "MYR", "THB", "IDR", "PHP", "VND", "BRL", "MXN",
}};

struct NamedKind {
  std::string_view unit;
  std::string_view kind;
};

constexpr std::array<NamedKind, 7> kNamedKinds = {{
    {"shares", "shares"},
    {"percent", "percent"},
    {"points", "points"},
    {"bps", "bps"},
    {"ratio", "ratio"},
    {"count", "count"},
    {"unknown", "unknown"},
}};

bool is_currency(std::string_view code) {
  for (const auto currency : kCurrencies)
    if (currency == code) return true;
  return false;
}

struct ConceptEntry {
  std::string balance, period_type, unit_kind, label;
};

// src/facts/vocabulary/concepts.tsv by the names of its columns; empty where the binary carries none.
const std::map<std::string, ConceptEntry, std::less<>>& vocabulary() {
  static const auto entries = [] {
    std::map<std::string, ConceptEntry, std::less<>> read;
    std::vector<std::string> header;
    for (const auto& line : split(embedded_file("src/facts/vocabulary/concepts.tsv"), '\n')) {
      if (line.empty() || line.front() == '#') continue;
      const auto fields = split(line, '\t');
      if (header.empty()) {
        header = fields;
        continue;
      }
      const auto field = [&](std::string_view name) {
        for (std::size_t i = 0; i < header.size() && i < fields.size(); ++i)
          if (header[i] == name) return fields[i];
        return std::string();
      };
      read[field("concept")] = {field("balance"), field("period_type"), field("unit_kind"), field("label")};
    }
    return read;
  }();
  return entries;
}

void append_part(std::string& key, std::string_view part) {
  key += part;
  key += '\x1f';
}

template <typename Keys, typename Find>
std::int64_t remembered(Keys& keys, const typename Keys::key_type& key, const Find& find) {
  if (const auto found = keys.find(key); found != keys.end()) return found->second;
  const std::int64_t id = find();
  keys.emplace(key, id);
  return id;
}

}  // namespace

UnitKind unit_kind_of(std::string_view unit) {
  for (const auto& named : kNamedKinds)
    if (named.unit == unit) return {named.kind, ""};
  if (is_currency(unit)) return {"money", std::string(unit)};
  const auto slash = unit.find('/');
  if (slash == std::string_view::npos) return {"other", ""};
  const auto numerator = unit.substr(0, slash);
  const std::string currency(is_currency(numerator) ? numerator : "");
  return {unit.substr(slash + 1) == "share" ? "per_share" : "rate", currency};
}

std::int64_t Dimensions::statement(Statement statement) {
  key_ = to_string(statement);
  return remembered(statements_by_code_, key_,
                    [&] { return statements_.find_integer("SELECT statement_id FROM dim_statement WHERE statement = ?1", key_).value(); });
}

std::int64_t Dimensions::basis(Basis basis) {
  key_ = to_string(basis);
  return remembered(bases_, key_,
                    [&] { return statements_.find_integer("SELECT basis_id FROM dim_basis WHERE basis = ?1", key_).value(); });
}

std::int64_t Dimensions::section(const std::vector<std::string>& path) {
  if (path.empty()) return 0;
  std::string key;
  for (const auto& heading : path) append_part(key, heading);
  return remembered(sections_, key, [&] {
    std::int64_t parent = 0;
    std::string joined;
    for (const auto& heading : path) {
      joined += (joined.empty() ? "" : " > ") + heading;
      const auto found =
          statements_.find_integer("SELECT section_id FROM dim_section WHERE parent_id = ?1 AND heading = ?2", parent, heading);
      parent = found ? *found
                     : statements_.insert("INSERT INTO dim_section (parent_id, heading, section_path) VALUES (?1, ?2, ?3)", parent, heading,
                                          joined);
    }
    return parent;
  });
}

std::int64_t Dimensions::line(std::int64_t company, std::int64_t statement, std::int64_t section, const std::string& label) {
  if (lines_.size() > kRememberedLines) lines_.clear();
  key_.clear();
  for (const auto id : {company, statement, section}) append_part(key_, std::to_string(id));
  key_ += label;
  return remembered(lines_, key_, [&] {
    const auto found = statements_.find_integer(
        "SELECT line_id FROM dim_line WHERE company_id = ?1 AND statement_id = ?2 AND section_id = ?3 AND label = ?4", company, statement,
        section, label);
    if (found) return *found;
    return statements_.insert("INSERT INTO dim_line (company_id, statement_id, section_id, label) VALUES (?1, ?2, ?3, ?4)", company,
                              statement, section, label);
  });
}

std::optional<std::int64_t> Dimensions::concept_named(const std::string& name) {
  if (name.empty()) return std::nullopt;
  return remembered(concepts_, name, [&] {
    if (const auto found = statements_.find_integer("SELECT concept_id FROM dim_concept WHERE concept = ?1", name)) return *found;
    const auto entry = vocabulary().find(name);
    const ConceptEntry known = entry == vocabulary().end() ? ConceptEntry{} : entry->second;
    return statements_.insert("INSERT INTO dim_concept (concept, balance, period_type, unit_kind, label) VALUES (?1, ?2, ?3, ?4, ?5)", name,
                              text_or_null(known.balance), text_or_null(known.period_type), text_or_null(known.unit_kind),
                              text_or_null(known.label));
  });
}

std::int64_t Dimensions::member(const Member& member) {
  if (member.axis.empty() && member.name.empty()) return 0;
  std::string key;
  append_part(key, member.axis);
  key += member.name;
  return remembered(members_, key, [&] {
    const auto found =
        statements_.find_integer("SELECT member_id FROM dim_member WHERE axis = ?1 AND member = ?2", member.axis, member.name);
    return found ? *found : statements_.insert("INSERT INTO dim_member (axis, member) VALUES (?1, ?2)", member.axis, member.name);
  });
}

std::int64_t Dimensions::period(const Period& period) {
  const auto number = [](const std::optional<Date>& date) {
    return date ? static_cast<int>(std::chrono::sys_days(*date).time_since_epoch().count()) : std::numeric_limits<int>::min();
  };
  const PeriodKey key{static_cast<int>(period.kind), number(period.start), number(period.end), period.months};
  return remembered(periods_, key, [&] {
    const std::string kind(to_string(period.kind));
    std::optional<std::string> start, end;
    if (period.start) start = to_string(*period.start);
    if (period.end) end = to_string(*period.end);
    const auto found = statements_.find_integer(
        "SELECT period_id FROM dim_period WHERE period_kind = ?1 AND ifnull(period_start, '') = ifnull(?2, '') "
        "AND period_end IS ?3 AND months = ?4",
        kind, start, end, period.months);
    if (found) return *found;
    return statements_.insert("INSERT INTO dim_period (period_kind, period_start, period_end, months) VALUES (?1, ?2, ?3, ?4)", kind, start,
                              end, period.months);
  });
}

std::int64_t Dimensions::unit(const std::string& code) {
  static const std::string unknown = "unknown";
  const std::string& name = code.empty() ? unknown : code;
  return remembered(units_, name, [&] {
    if (const auto found = statements_.find_integer("SELECT unit_id FROM dim_unit WHERE unit = ?1", name)) return *found;
    const UnitKind kind = unit_kind_of(name);
    return statements_.insert("INSERT INTO dim_unit (unit, unit_kind, currency) VALUES (?1, ?2, ?3)", name, kind.kind,
                              text_or_null(kind.currency));
  });
}

std::int64_t Dimensions::inference(const std::string& period_rule, const std::string& unit_rule, const std::string& scale_rule) {
  if (period_rule.empty() && unit_rule.empty() && scale_rule.empty()) return 0;
  key_.clear();
  for (const std::string* rule : {&period_rule, &unit_rule, &scale_rule}) append_part(key_, *rule);
  return remembered(inferences_, key_, [&] {
    const auto found =
        statements_.find_integer("SELECT inference_id FROM dim_inference WHERE period_rule = ?1 AND unit_rule = ?2 AND scale_rule = ?3",
                                 period_rule, unit_rule, scale_rule);
    if (found) return *found;
    return statements_.insert("INSERT INTO dim_inference (period_rule, unit_rule, scale_rule) VALUES (?1, ?2, ?3)", period_rule, unit_rule,
                              scale_rule);
  });
}

void Dimensions::require_problem_code(const std::string& code) {
  remembered(problem_codes_, code, [&] {
    std::string_view meaning;
    for (const auto& known : problem_codes())
      if (known.code == code) meaning = known.meaning;
    return statements_.insert("INSERT OR IGNORE INTO problem_code (code, severity, meaning) VALUES (?1, ?2, ?3)", code,
                              to_string(severity_of(code)), meaning);
  });
}

void Dimensions::require_check_rule(const std::string& rule) {
  remembered(check_rules_, rule, [&] {
    std::string_view meaning;
    for (const auto& known : check_rules())
      if (known.code == rule) meaning = known.meaning;
    return statements_.insert("INSERT OR IGNORE INTO check_rule (rule, meaning) VALUES (?1, ?2)", rule, meaning);
  });
}

void Dimensions::forget() {
  for (Keys* keys :
       {&statements_by_code_, &bases_, &sections_, &lines_, &concepts_, &members_, &units_, &inferences_, &problem_codes_, &check_rules_})
    keys->clear();
  periods_.clear();
}

}  // namespace finwh
