#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

#include "checks/check.h"
#include "document/reader.h"
#include "facts/read_release.h"
#include "input/source.h"

using namespace finwh;

TEST_CASE("claims: every figure in the sentences of juniper's release has its state") {
  const std::string path = FINWH_SHARED_DIR "/releases/juniper-2007q1.md";
  if (!std::filesystem::exists(path)) {
    MESSAGE("skipped: no ../shared/releases here");
    return;
  }
  const Source source = read_source(path);
  const Release release = read_release(read_document(source.text, source.format), {path, source.sha256, "markdown", source.bytes});
  std::string states;
  for (const Claim& claim : check_release(release).claims)
    states += fmt::format("{} {}: {}\n", claim.raw, to_string(claim.status),
                          claim.facts.empty() ? "" : release.facts[static_cast<std::size_t>(claim.facts[0])].raw);
  CHECK(states ==
        "$626.9M tied: 626,936\n"
        "11% tied: 626,936\n"
        "$0.11 tied: $ 0.11\n"
        "$0.19 tied: $ 0.19\n"
        "$626.9 million tied: 626,936\n"
        "$566.7 million tied: 566,714\n"
        "11 percent tied: 626,936\n"
        "$66.6 million tied: $ 66,647\n"
        "$0.11 per share tied: $ 0.11\n"
        "$75.8 million tied: $ 75,763\n"
        "$0.13 per share tied: $ 0.13\n"
        "$112.4 million tied: $ 112,352\n"
        "$0.19 per share tied: $ 0.19\n"
        "$113.4 million tied: $ 113,361\n"
        "$0.19 per share tied: $ 0.19\n"
        "$152.6 million tied: 152,644\n"
        "$138.6 million tied: 138,558\n"
        "$32.4 million tied: (32,373)\n"
        "$22.2 million open: \n"
        "$10,000 open: \n"
        "$10,000 open: \n");
}
