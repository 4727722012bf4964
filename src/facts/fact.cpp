#include "facts/fact.h"

#include <array>
#include <utility>

namespace finwh {
namespace {

template <typename Enum, std::size_t N>
std::string_view name_of(const std::array<std::pair<Enum, std::string_view>, N>& names, Enum value) {
  for (const auto& [key, name] : names)
    if (key == value) return name;
  return names.front().second;
}

template <typename Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::pair<Enum, std::string_view>, N>& names, std::string_view code) {
  for (const auto& [key, name] : names)
    if (name == code) return key;
  return std::nullopt;
}

template <typename Enum, std::size_t N>
std::vector<Enum> keys_of(const std::array<std::pair<Enum, std::string_view>, N>& names) {
  std::vector<Enum> keys;
  for (const auto& entry : names) keys.push_back(entry.first);
  return keys;
}

constexpr std::array<std::pair<Basis, std::string_view>, 6> kBases = {{
    {Basis::unknown, "unknown"},
    {Basis::gaap, "gaap"},
    {Basis::adjustment, "adjustment"},
    {Basis::non_gaap, "non_gaap"},
    {Basis::guidance, "guidance"},
    {Basis::metric, "metric"},
}};

constexpr std::array<std::pair<Statement, std::string_view>, 14> kStatements = {{
    {Statement::other, "other"},
    {Statement::income_statement, "income_statement"},
    {Statement::comprehensive_income, "comprehensive_income"},
    {Statement::balance_sheet, "balance_sheet"},
    {Statement::cash_flow, "cash_flow"},
    {Statement::equity, "equity"},
    {Statement::segment, "segment"},
    {Statement::revenue, "revenue"},
    {Statement::stock_compensation, "stock_compensation"},
    {Statement::non_gaap_reconciliation, "non_gaap_reconciliation"},
    {Statement::cash_and_investments, "cash_and_investments"},
    {Statement::highlights, "highlights"},
    {Statement::guidance, "guidance"},
    {Statement::operating_metrics, "operating_metrics"},
}};

constexpr std::array<std::pair<RowKind, std::string_view>, 6> kRowKinds = {{
    {RowKind::line, "line"},
    {RowKind::title, "title"},
    {RowKind::header, "header"},
    {RowKind::heading, "heading"},
    {RowKind::note, "note"},
    {RowKind::blank, "blank"},
}};

constexpr std::array<std::pair<CellRole, std::string_view>, 7> kCellRoles = {{
    {CellRole::text, "text"},
    {CellRole::label, "label"},
    {CellRole::header, "header"},
    {CellRole::value, "value"},
    {CellRole::nil, "nil"},
    {CellRole::mark, "mark"},
    {CellRole::unread, "unread"},
}};

}  // namespace

std::string_view to_string(Basis basis) { return name_of(kBases, basis); }
std::string_view to_string(Statement statement) { return name_of(kStatements, statement); }
std::string_view to_string(RowKind kind) { return name_of(kRowKinds, kind); }
std::string_view to_string(CellRole role) { return name_of(kCellRoles, role); }
std::optional<Basis> basis_from(std::string_view code) { return value_of(kBases, code); }
std::optional<Statement> statement_from(std::string_view code) { return value_of(kStatements, code); }
std::optional<RowKind> row_kind_from(std::string_view code) { return value_of(kRowKinds, code); }
std::optional<CellRole> cell_role_from(std::string_view code) { return value_of(kCellRoles, code); }
const std::vector<Statement>& all_statements() {
  static const auto keys = keys_of(kStatements);
  return keys;
}
const std::vector<Basis>& all_bases() {
  static const auto keys = keys_of(kBases);
  return keys;
}

}  // namespace finwh
