#include "warehouse/companies.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace finwh {
namespace {

// Words at the end of a name that say the legal form only, folded.
constexpr std::array<std::string_view, 23> kLegalForms = {
    "inc", "incorporated", "corp", "corporation", "co", "company", "companies", "ltd", "limited", "plc", "llc", "lp",
    "l p", "llp",          "sa",   "s a",         "nv", "n v",     "ag",        "se",  "spa",     "ab",  "asa",
};

bool drop_suffix(std::string& name, std::string_view word) {
  if (name.size() <= word.size() || !name.ends_with(word) || name[name.size() - word.size() - 1] != ' ') return false;
  name.resize(name.size() - word.size() - 1);
  return true;
}

bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

}  // namespace

std::string company_key(std::string_view name) {
  std::string key = fold(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  const auto drop_one = [&] {
    return std::any_of(kLegalForms.begin(), kLegalForms.end(), [&](std::string_view form) { return drop_suffix(key, form); });
  };
  while (drop_one()) {
  }
  if (key.ends_with(" &")) key.resize(key.size() - 2);
  return key;
}

void Companies::load() {
  SQLite::Statement& select =
      statements_["SELECT company_id, name, ticker, exchange, cik, fiscal_year_end FROM dim_company ORDER BY company_id"];
  while (select.executeStep()) {
    const auto text = [&](int column) { return select.getColumn(column).getString(); };
    known_.push_back({select.getColumn(0).getInt64(), text(1), company_key(text(1)), text(2), text(3), text(4), text(5)});
  }
  select.reset();
}

const Companies::Company* Companies::find(const ReleaseIdentity& identity, const std::string& key) const {
  const auto search = [&](const auto& matches) -> const Company* {
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const Company& c) { return c.id != 0 && matches(c); });
    return found == known_.end() ? nullptr : &*found;
  };
  const auto same_cik = [&](const Company& c) { return !identity.cik.empty() && c.cik == identity.cik; };
  const auto same_ticker = [&](const Company& c) {
    return !identity.ticker.empty() && c.ticker == identity.ticker && !differ(c.exchange, identity.exchange) &&
           !differ(c.cik, identity.cik);
  };
  const auto same_name = [&](const Company& c) {
    return !key.empty() && c.key == key && !differ(c.cik, identity.cik) && !differ(c.ticker, identity.ticker);
  };
  if (const auto* found = search(same_cik)) return found;
  if (const auto* found = search(same_ticker)) return found;
  return search(same_name);
}

std::int64_t Companies::find_or_insert(const ReleaseIdentity& identity) {
  const std::string key = company_key(identity.company);
  if (key.empty() && identity.ticker.empty() && identity.cik.empty()) return 0;
  if (known_.empty()) load();
  if (const Company* found = find(identity, key)) return found->id;
  // Nothing but a number or a ticker: it stands for the name until a release prints one.
  const std::string& name = !identity.company.empty() ? identity.company : !identity.ticker.empty() ? identity.ticker : identity.cik;
  Company company{0, name, key, identity.ticker, identity.exchange, identity.cik, identity.fiscal_year_end};
  company.id = statements_.insert("INSERT INTO dim_company (name, ticker, exchange, cik, fiscal_year_end) VALUES (?1, ?2, ?3, ?4, ?5)",
                                  name, text_or_null(identity.ticker), text_or_null(identity.exchange), text_or_null(identity.cik),
                                  text_or_null(identity.fiscal_year_end));
  known_.push_back(company);
  return company.id;
}

void Companies::refresh(std::int64_t company, const ReleaseIdentity& identity) {
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const Company& c) { return c.id == company; });
  if (company == 0 || known == known_.end()) return;
  const auto says_nothing_new = [](const std::string& printed, const std::string& kept) { return printed.empty() || printed == kept; };
  if (says_nothing_new(identity.company, known->name) && says_nothing_new(identity.ticker, known->ticker) &&
      says_nothing_new(identity.exchange, known->exchange) && says_nothing_new(identity.cik, known->cik) &&
      says_nothing_new(identity.fiscal_year_end, known->fiscal_year_end))
    return;
  write_row(statements_["UPDATE dim_company SET "
                        "name = coalesce((SELECT company_name FROM dim_release WHERE company_id = ?1 AND company_name IS NOT NULL "
                        "ORDER BY recency / 1000 DESC, sha256 LIMIT 1), name), "
                        "ticker = (SELECT ticker FROM dim_release WHERE company_id = ?1 AND ticker IS NOT NULL "
                        "ORDER BY recency / 1000 DESC, sha256 LIMIT 1), "
                        "exchange = (SELECT exchange FROM dim_release WHERE company_id = ?1 AND exchange IS NOT NULL "
                        "ORDER BY recency / 1000 DESC, sha256 LIMIT 1), "
                        "cik = (SELECT cik FROM dim_release WHERE company_id = ?1 AND cik IS NOT NULL "
                        "ORDER BY recency / 1000 DESC, sha256 LIMIT 1), "
                        "fiscal_year_end = (SELECT fiscal_year_end FROM dim_release WHERE company_id = ?1 AND fiscal_year_end IS NOT NULL "
                        "ORDER BY recency / 1000 DESC, sha256 LIMIT 1) "
                        "WHERE company_id = ?1"],
            company);
  known_.clear();
}

}  // namespace finwh
