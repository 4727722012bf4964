#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/text.h"
#include "document/reader.h"
#include "facts/company_name.h"
#include "facts/identity.h"
#include "input/source.h"

using namespace finwh;

namespace {

// "CSW-A.TO" and "CSW.A" name the same company's shares.
std::string stem(const std::string& ticker) { return ticker.substr(0, ticker.find_first_of(".-")); }

// The manifest writes filers' names in capitals, shortened, or by their brand.
bool is_company(const std::string& read, const std::string& listed) {
  if (same_company(read, listed)) return true;
  std::string initials;
  for (const auto& word : distinctive_words(listed)) initials += word[0];
  const auto folded = fold(read);
  return folded == initials || join(distinctive_words(read), "") == join(distinctive_words(listed), "");
}

}  // namespace

TEST_CASE("identity: company, ticker and period of real releases") {
  const std::filesystem::path folder = std::filesystem::path(FINWH_SHARED_DIR) / "releases";
  std::ifstream manifest(folder / "MANIFEST.tsv");
  if (!manifest) {
    MESSAGE("skipped: no real releases here");
    return;
  }
  int releases = 0, companies = 0, printed = 0, tickers = 0, periods = 0;
  std::string line;
  std::getline(manifest, line);
  while (std::getline(manifest, line)) {
    const auto fields = split(line, '\t');
    const auto path = folder / fields[0];
    if (!std::filesystem::exists(path)) continue;
    CAPTURE(fields[0]);
    const auto source = read_source(path.string());
    const auto identity = read_identity(read_document(source.text, source.format));
    ++releases;
    if (is_company(identity.company, fields[1]))
      ++companies;
    else
      MESSAGE(fields[0] << ": company " << identity.company);
    if (!identity.ticker.empty()) {
      ++printed;
      if (stem(identity.ticker) == stem(fields[2]))
        ++tickers;
      else
        MESSAGE(fields[0] << ": ticker " << identity.ticker);
    }
    const auto end = fields[3].starts_with("~") ? fields[3].substr(1) : fields[3];
    if (identity.period_end && to_string(*identity.period_end) == end)
      ++periods;
    else
      MESSAGE(fields[0] << ": period " << (identity.period_end ? to_string(*identity.period_end) : "none"));
  }
  MESSAGE("of " << releases << " releases: companies " << companies << ", tickers " << tickers << " of " << printed << " printed, periods "
                << periods);
  CHECK(companies * 100 >= releases * 95);
  CHECK(tickers * 100 >= printed * 95);
  CHECK(periods * 100 >= releases * 95);
}
