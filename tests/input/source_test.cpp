#include "input/source.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace finwh;
namespace fs = std::filesystem;

namespace {

// A folder of its own for a test, gone afterwards.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "finwh-input-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string write(const std::string& name, const std::string& content) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << content;
    return (path / name).string();
  }
};

std::string failure(const std::string& path, std::uint64_t limit = kMaxSourceBytes) {
  try {
    const auto source = read_source(path, limit);
    return "read " + std::to_string(source.bytes);
  } catch (const InputError& error) {
    return error.code();
  }
}

}  // namespace

TEST_CASE("source: a file's bytes, hash and text are kept") {
  const Folder folder;
  const auto source = read_source(folder.write("a.txt", "abc"));
  CHECK(source.bytes == 3);
  CHECK(source.text == "abc");
  CHECK(source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(source.charset == "UTF-8");
  CHECK(source.format == Format::text);
  CHECK(source.problems.empty());
}

TEST_CASE("source: what cannot be loaded has a code of its own") {
  const Folder folder;
  CHECK(failure((folder.path / "none.md").string()) == "input-missing");
  CHECK(failure(folder.path.string()) == "input-unreadable");
  CHECK(failure(folder.write("empty.md", "")) == "input-empty");
  CHECK(failure(folder.write("blank.md", " \n\t\r\n")) == "input-empty");
  CHECK(failure(folder.write("a.pdf", "%PDF-1.4 text")) == "input-binary");
  CHECK(failure(folder.write("a.bin", std::string(100, '\0') + "x")) == "input-binary");
  CHECK(failure(folder.write("b.bin", "\x01\x02\x03\x04\x05\x06\x07 text")) == "input-binary");
  CHECK(failure(folder.write("large.txt", std::string(2000, 'x')), 1999) == "input-too-large");
  CHECK(failure(folder.write("fits.txt", std::string(2000, 'x')), 2000) == "read 2000");
  CHECK(failure("/dev/zero", 100000) == "input-too-large");
  CHECK(failure("/dev/null") == "input-empty");
  if (::geteuid() != 0) {
    const auto secret = folder.write("secret.md", "x");
    ::chmod(secret.c_str(), 0);
    CHECK(failure(secret) == "input-unreadable");
  }
}

TEST_CASE("source: replaced bytes are a problem with their place in the file") {
  const auto source = source_from_bytes("\xEF\xBB\xBFline\nRev\xFFnue\n", "-");
  REQUIRE(source.problems.size() == 1);
  CHECK(source.problems[0].code == "charset-invalid");
  CHECK(source.problems[0].span == Span{11, 1, 2});
  CHECK(source.text == "line\nRev\xEF\xBF\xBDnue\n");

  const auto nul = source_from_bytes(std::string("Revenue\0 100", 12), "-");
  REQUIRE(nul.problems.size() == 1);
  CHECK(nul.problems[0].span.offset == 7);
  CHECK(nul.text == "Revenue  100");
}

TEST_CASE("source: folders are listed in the order of their paths, named files in the order given") {
  const Folder folder;
  const auto b = folder.write("b/2.htm", "x");
  const auto a = folder.write("b/1/deep.MD", "x");
  const auto c = folder.write("c.txt", "x");
  const auto other = folder.write("c.csv", "x");
  CHECK(list_inputs({folder.path.string()}) == std::vector<std::string>{a, b, c});
  CHECK(list_inputs({c, other, folder.path.string(), "-", "gone.md"}) == std::vector<std::string>{c, other, a, b, "-", "gone.md"});
}
