#include "cli/load_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "checks/proof.h"
#include "reports/row_writer.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

using Json = nlohmann::ordered_json;

constexpr CheckStatus kStatuses[] = {CheckStatus::pass, CheckStatus::rounding, CheckStatus::fail, CheckStatus::not_applicable};

int number(std::size_t count) { return static_cast<int>(count); }

int nils_of(const Release& release) {
  return number(
      static_cast<std::size_t>(std::count_if(release.facts.begin(), release.facts.end(), [](const Fact& fact) { return fact.nil; })));
}

int with_status(const CheckReport& report, CheckStatus status) {
  return number(static_cast<std::size_t>(
      std::count_if(report.checks.begin(), report.checks.end(), [&](const Check& check) { return check.status == status; })));
}

Conservation conservation_of(const Release& release) {
  Conservation sum;
  for (const auto& table : release.tables) {
    sum.numeric_cells += table.conservation.numeric_cells;
    sum.facts += table.conservation.facts;
    sum.headers += table.conservation.headers;
    sum.labels += table.conservation.labels;
    sum.marks += table.conservation.marks;
    sum.problems += table.conservation.problems;
  }
  return sum;
}

// How many facts are proven, in all and by table.
struct Proof {
  int proven = 0;
  std::vector<int> by_table;
  std::vector<int> facts;  // of each table
  std::vector<int> nils;
};

Proof proof_of(const ReadFile& read) {
  Proof proof;
  proof.by_table.resize(read.release.tables.size());
  proof.facts.resize(read.release.tables.size());
  proof.nils.resize(read.release.tables.size());
  const auto proofs = prove_facts(read.release, read.report);
  for (std::size_t i = 0; i < proofs.size(); ++i) {
    const auto table = static_cast<std::size_t>(read.release.facts[i].table);
    const bool proven = proofs[i].status == ProofStatus::proven;
    proof.proven += proven;
    proof.by_table[table] += proven;
    ++proof.facts[table];
    proof.nils[table] += read.release.facts[i].nil;
  }
  return proof;
}

std::map<std::string, int> problems_by_code(const Release& release) {
  std::map<std::string, int> counts;
  for (const auto& problem : release.problems) ++counts[problem.code];
  return counts;
}

// "1 table", "2 tables".
std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }
std::string counted(int count, std::string_view noun) { return counted(static_cast<std::size_t>(count), noun); }

std::string share(int part, int whole) { return whole == 0 ? "none" : fmt::format("{:.1f} %", 100.0 * part / whole); }

std::string identity_of(const Release& release) {
  const auto& identity = release.identity;
  std::string out = identity.company.empty() ? "company unknown" : identity.company;
  if (!identity.ticker.empty()) out += " (" + identity.ticker + ")";
  if (identity.fiscal_year)
    out += fmt::format(", {}{}", *identity.fiscal_year, identity.fiscal_quarter ? fmt::format("Q{}", *identity.fiscal_quarter) : "");
  out += identity.published_on ? ", published " + to_string(*identity.published_on) : ", publication date unknown";
  return out;
}

std::string standing_of(const LoadOutcome& outcome, bool dry_run) {
  if (dry_run) return "read, not loaded";
  if (outcome.already_loaded) return fmt::format("already loaded as release {}, nothing changed", outcome.release_id);
  std::string out = fmt::format("release {}", outcome.release_id);
  if (outcome.supersedes) out += fmt::format(", version {} (release {} stays)", outcome.version, *outcome.supersedes);
  return out;
}

std::string problems_text(const Release& release) {
  std::vector<std::string> parts;
  for (const auto& [code, count] : problems_by_code(release)) parts.push_back(fmt::format("{} {}", count, code));
  return parts.empty() ? "none" : join(parts, ", ");
}

std::string checks_text(const CheckReport& report) {
  std::vector<std::string> parts;
  for (const auto status : kStatuses) parts.push_back(fmt::format("{} {}", with_status(report, status), to_string(status)));
  return join(parts, ", ");
}

std::string conservation_text(const Conservation& counts) {
  return fmt::format("{} = {} facts + {} in headers + {} in labels + {} marks + {} problems; {} unexplained", counts.numeric_cells,
                     counts.facts, counts.headers, counts.labels, counts.marks, counts.problems, counts.unexplained());
}

ResultSet tables_of(const ReadFile& read, const Proof& proof) {
  ResultSet result;
  for (const char* name :
       {"table", "title", "statement", "numbers", "facts", "nil", "headers", "labels", "marks", "problems", "unexplained", "proven"})
    result.columns.push_back({name, ""});
  for (std::size_t i = 0; i < read.release.tables.size(); ++i) {
    const auto& table = read.release.tables[i];
    const auto& counts = table.conservation;
    ResultRow row;
    row.emplace_back(std::int64_t{table.ordinal});
    row.emplace_back(shorten(table.title, 50));
    row.emplace_back(std::string(to_string(table.statement)));
    for (const int count : {counts.numeric_cells, proof.facts[i], proof.nils[i], counts.headers, counts.labels, counts.marks,
                            counts.problems, counts.unexplained(), proof.by_table[i]})
      row.emplace_back(std::int64_t{count});
    result.rows.push_back(std::move(row));
  }
  return result;
}

std::string indented(const std::string& text) {
  std::string out;
  for (const auto& line : split(text, '\n'))
    if (!line.empty()) out += "  " + line + "\n";
  return out;
}

}  // namespace

void add_to(LoadTotals& totals, const ReadFile& read, const LoadOutcome& outcome) {
  if (outcome.already_loaded) {
    ++totals.already_loaded;
    return;
  }
  ++totals.loaded;
  totals.tables += number(read.release.tables.size());
  totals.facts += number(read.release.facts.size());
  totals.nils += nils_of(read.release);
  totals.proven += proof_of(read).proven;
  totals.unexplained += conservation_of(read.release).unexplained();
  totals.checks += number(read.report.checks.size());
  totals.failed += with_status(read.report, CheckStatus::fail);
  totals.problems += number(read.release.problems.size());
}

std::string describe_load(const ReadFile& read, const LoadOutcome& outcome, bool dry_run) {
  const auto& release = read.release;
  std::string out = fmt::format("{}: {}\n", visible_text(release.file.path, false), standing_of(outcome, dry_run));
  out += "  " + visible_text(identity_of(release), false) + "\n";
  if (outcome.already_loaded) return out;
  const auto proof = proof_of(read);
  out += fmt::format("  {}, {} ({} nil), {} passed over\n", counted(release.tables.size(), "table"), counted(release.facts.size(), "fact"),
                     nils_of(release), counted(release.skipped.size(), "table"));
  out += "  numbers: " + conservation_text(conservation_of(release)) + "\n";
  out += fmt::format("  checks: {}; {} of facts proven\n", checks_text(read.report), share(proof.proven, number(release.facts.size())));
  out += "  problems: " + problems_text(release) + "\n";
  if (!release.tables.empty()) out += "\n" + indented(render(tables_of(read, proof), OutputFormat::table));
  return out;
}

std::string describe_load_briefly(const ReadFile& read, const LoadOutcome& outcome, bool dry_run) {
  const auto& release = read.release;
  std::string out = fmt::format("{}: {}", visible_text(release.file.path, false), standing_of(outcome, dry_run));
  if (outcome.already_loaded) return out + "\n";
  return out + fmt::format("; {}; {}, {}, {} unexplained; {}, {} fail; {} proven; {}\n", visible_text(identity_of(release), false),
                           counted(release.tables.size(), "table"), counted(release.facts.size(), "fact"),
                           conservation_of(release).unexplained(), counted(read.report.checks.size(), "check"),
                           with_status(read.report, CheckStatus::fail), share(proof_of(read).proven, number(release.facts.size())),
                           counted(release.problems.size(), "problem"));
}

std::string describe_totals(const LoadTotals& totals, bool dry_run) {
  return fmt::format(
      "{}: {} {}, {} already there, {} rejected\n"
      "{}, {} ({} nil), {} unexplained; {}, {} fail; {} of facts proven; {}\n",
      counted(totals.files, "file"), totals.loaded, dry_run ? "read" : "loaded", totals.already_loaded, totals.rejected,
      counted(totals.tables, "table"), counted(totals.facts, "fact"), totals.nils, counted(totals.unexplained, "number"),
      counted(totals.checks, "check"), totals.failed, share(totals.proven, totals.facts), counted(totals.problems, "problem"));
}

Json load_as_json(const ReadFile& read, const LoadOutcome& outcome, bool dry_run) {
  const auto& release = read.release;
  const auto& identity = release.identity;
  const auto text = [](const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); };
  const auto counts = conservation_of(release);
  const auto proof = proof_of(read);
  Json out = {{"file", release.file.path},
              {"status", dry_run                  ? "read"
                         : outcome.already_loaded ? "already loaded"
                                                  : "loaded"},
              {"release_id", dry_run ? Json(nullptr) : Json(outcome.release_id)},
              {"version", dry_run ? Json(nullptr) : Json(outcome.version)},
              {"supersedes", outcome.supersedes ? Json(*outcome.supersedes) : Json(nullptr)},
              {"sha256", release.file.sha256},
              {"format", release.file.format},
              {"company", text(identity.company)},
              {"ticker", text(identity.ticker)},
              {"cik", text(identity.cik)},
              {"published_on", identity.published_on ? Json(to_string(*identity.published_on)) : Json(nullptr)},
              {"fiscal_year", identity.fiscal_year ? Json(*identity.fiscal_year) : Json(nullptr)},
              {"fiscal_quarter", identity.fiscal_quarter ? Json(*identity.fiscal_quarter) : Json(nullptr)},
              {"tables", release.tables.size()},
              {"tables_passed_over", release.skipped.size()},
              {"facts", release.facts.size()},
              {"nils", nils_of(release)},
              {"facts_proven", proof.proven},
              {"numbers", counts.numeric_cells},
              {"unexplained", counts.unexplained()}};
  for (const auto status : kStatuses) out["checks"][std::string(to_string(status))] = with_status(read.report, status);
  out["problems"] = Json::object();
  for (const auto& [code, count] : problems_by_code(release)) out["problems"][code] = count;
  out["by_table"] = Json::array();
  for (std::size_t i = 0; i < release.tables.size(); ++i) {
    const auto& table = release.tables[i];
    const auto& c = table.conservation;
    out["by_table"].push_back({{"table_no", table.ordinal},
                               {"title", table.title},
                               {"statement", to_string(table.statement)},
                               {"numbers", c.numeric_cells},
                               {"facts", proof.facts[i]},
                               {"nils", proof.nils[i]},
                               {"header_cells", c.headers},
                               {"label_cells", c.labels},
                               {"mark_cells", c.marks},
                               {"problem_cells", c.problems},
                               {"unexplained", c.unexplained()},
                               {"facts_proven", proof.by_table[i]}});
  }
  return out;
}

Json totals_as_json(const LoadTotals& totals) {
  return {{"files", totals.files},       {"loaded", totals.loaded},        {"already_loaded", totals.already_loaded},
          {"rejected", totals.rejected}, {"tables", totals.tables},        {"facts", totals.facts},
          {"nils", totals.nils},         {"facts_proven", totals.proven},  {"unexplained", totals.unexplained},
          {"checks", totals.checks},     {"checks_failed", totals.failed}, {"problems", totals.problems}};
}

}  // namespace finwh
