#include "cli/check_sarif.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// A path as a URI reference (RFC 3986): relative paths stay relative.
std::string uri_of(const std::string& path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path)
    if (is_alnum(c) || contains("-._~/", std::string_view(&c, 1)))
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return uri;
}

Json message(const std::string& text) { return {{"text", visible_text(text, true)}}; }

Json rules() {
  Json list = Json::array();
  for (const auto& rule : check_rules()) list.push_back({{"id", rule.code}, {"shortDescription", message(std::string(rule.meaning))}});
  return list;
}

int rule_index(const std::string& code) {
  const auto& known = check_rules();
  const auto at = std::find_if(known.begin(), known.end(), [&](const CheckRule& rule) { return rule.code == code; });
  return at == known.end() ? -1 : static_cast<int>(at - known.begin());
}

const char* kind_of(CheckStatus status) {
  switch (status) {
    case CheckStatus::pass: return "pass";
    case CheckStatus::not_applicable: return "notApplicable";
    case CheckStatus::rounding:
    case CheckStatus::fail: break;
  }
  return "fail";  // the kind that may have a level
}

const char* level_of(CheckStatus status, FailOn fail_on) {
  if (status == CheckStatus::fail) return "error";
  if (status == CheckStatus::rounding) return fail_on == FailOn::rounding ? "warning" : "note";
  return "none";
}

Json place_of(const Release& release, std::size_t artifact, const Fact& fact) {
  Json where = {{"artifactLocation", {{"uri", uri_of(release.file.path)}, {"index", artifact}}}};
  if (fact.source.line > 0) {
    where["region"] = {{"startLine", fact.source.line}};
    if (fact.source.length > 0) {
      where["region"]["byteOffset"] = fact.source.offset;
      where["region"]["byteLength"] = fact.source.length;
    }
    where["region"]["snippet"] = message(fact.raw);
  }
  return {{"physicalLocation", where}};
}

Json number(const std::optional<Decimal>& value) { return value ? Json(value->to_string()) : Json(nullptr); }

}  // namespace

SarifLog::SarifLog(FailOn fail_on, bool all) : fail_on_(fail_on), all_(all) {}

Json SarifLog::result_of(const CheckedRelease& checked, const Check& check, std::size_t artifact) const {
  std::string text = check.description;
  if (const auto amounts = amounts_of(check); !amounts.empty() && check.status != CheckStatus::pass) text += ": " + amounts;
  if (!check.hint.empty()) text += "; " + check.hint;
  Json result = {{"ruleId", check.rule}};
  if (const int index = rule_index(check.rule); index >= 0) result["ruleIndex"] = index;
  result["kind"] = kind_of(check.status);
  result["level"] = level_of(check.status, fail_on_);
  result["message"] = message(text);
  if (const auto* fact = checked.shown_fact(check)) result["locations"] = Json::array({place_of(checked.release, artifact, *fact)});
  Json related = Json::array();
  for (const auto& term : check.terms) {
    const Fact& fact = checked.fact_of(term);
    if (&fact == checked.shown_fact(check)) continue;
    Json place = place_of(checked.release, artifact, fact);
    place["message"] = message((term.weight < 0 ? "- " : term.weight > 0 ? "+ " : "") + fact.label);
    related.push_back(std::move(place));
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  const int table = checked.table_of(check);
  result["properties"] = {
      {"status", to_string(check.status)},   {"release_id", checked.id},     {"table_no", table > 0 ? Json(table) : Json(nullptr)},
      {"expected", number(check.expected)},  {"found", number(check.found)}, {"difference", number(check.difference)},
      {"tolerance", number(check.tolerance)}};
  return result;
}

void SarifLog::add(const CheckedRelease& checked) {
  const auto& file = checked.release.file;
  const auto artifact = artifacts_.size();
  artifacts_.push_back({{"location", {{"uri", uri_of(file.path)}}}, {"length", file.bytes}, {"hashes", {{"sha-256", file.sha256}}}});
  for (const auto& check : checked.report.checks)
    if (all_ || is_complaint(check, fail_on_)) results_.push_back(result_of(checked, check, artifact));
}

std::string SarifLog::text() const {
  const Json driver = {{"name", "finwh"}, {"version", FINWH_VERSION}, {"rules", rules()}};
  const Json run = {{"tool", {{"driver", driver}}},
                    {"invocations", Json::array({{{"executionSuccessful", true}}})},
                    {"artifacts", artifacts_},
                    {"results", results_}};
  const Json log = {{"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace finwh
