// Writes the rows of one release inside the caller's transaction. Knows the release model and the schema; the checks have their
// own writer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "facts/fact.h"
#include "warehouse/companies.h"
#include "warehouse/dimensions.h"
#include "warehouse/statements.h"

namespace finwh {

// What the warehouse made of a release: its key, and the version before it.
struct StoredRelease {
  std::int64_t release_id = 0;
  int version = 1;
  std::optional<std::int64_t> supersedes;
};

class ReleaseWriter {
 public:
  ReleaseWriter(Statements& statements, Dimensions& dimensions, Companies& companies)
      : statements_(statements), dimensions_(dimensions), companies_(companies) {}

  // loaded_at: UTC, YYYY-MM-DD HH:MM:SS. Throws WarehouseError release-too-large when the release outgrows its keys.
  StoredRelease write(const Release& release, const std::string& loaded_at);

 private:
  struct Target;  // the release being written

  std::optional<StoredRelease> previous_version(const Release& release, std::int64_t company);
  void write_release_row(Target& target, const std::string& loaded_at);
  void write_tables(Target& target);
  void write_notes(Target& target);
  void write_facts(Target& target);
  void write_fact_notes(Target& target);
  void write_rows(Target& target);
  void write_cells(Target& target);
  void write_walks(Target& target);
  void write_findings(Target& target);
  void write_fiscal_names(Target& target);

  Statements& statements_;
  Dimensions& dimensions_;
  Companies& companies_;
};

}  // namespace finwh
