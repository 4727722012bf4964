#include "cli/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "base/text.h"
#include "cli/interrupt.h"
#include "cli/load_summary.h"
#include "cli/reading_crew.h"
#include "input/source.h"
#include "reports/errors.h"

namespace finwh {
namespace {

constexpr std::size_t kFewFiles = 3;  // so many are described at length

ReadOptions read_options(const LoadCommandOptions& options) {
  ReadOptions read{options.company, options.ticker, options.cik, std::nullopt};
  while (read.cik.starts_with('0')) read.cik.erase(0, 1);
  if (!std::all_of(read.cik.begin(), read.cik.end(), is_digit)) throw UsageError(fmt::format("--cik is a number, not '{}'", options.cik));
  if (options.published.empty()) return read;
  read.published = parse_iso_date(options.published);
  if (!read.published) throw UsageError(fmt::format("--published is a date such as 2007-04-23, not '{}'", options.published));
  return read;
}

// The first problem for which the release is not taken: an error, or with --strict a warning.
const Problem* refusal(const Release& release, bool strict) {
  for (const auto wanted : {Severity::error, Severity::warning}) {
    if (wanted == Severity::warning && !strict) break;
    for (const auto& problem : release.problems)
      if (severity_of(problem.code) == wanted) return &problem;
  }
  return nullptr;
}

class Load {
 public:
  explicit Load(const LoadCommandOptions& options) : options_(options), output_(OutputOptions{}, WhenClosed::go_on) {}

  ExitStatus run() {
    const auto read = read_options(options_);
    find_files();
    std::optional<Warehouse> warehouse;
    if (!options_.dry_run)
      warehouse.emplace(database_path(options_.database), Access::write, WarehouseOptions{milliseconds_of(options_.wait)});
    const unsigned jobs = options_.jobs > 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
    ReadingCrew crew(files_, jobs, [&](const std::string& path) { return read_file(path, read); });
    for (const auto& file : files_) {
      if (interrupted()) throw Interrupted();
      show_progress(file);
      load_next(crew, file, warehouse ? &*warehouse : nullptr);
    }
    if (warehouse) warehouse->close();
    clear_progress();
    finish();
    return totals_.rejected > 0 ? ExitStatus::input_rejected : ExitStatus::done;
  }

 private:
  void find_files() {
    if (options_.paths.empty()) throw UsageError("give files or folders, or - for standard input");
    for (const auto& path : options_.paths) {
      const auto found = list_inputs({path});
      if (found.empty()) reject(path, "holds no releases (.md .markdown .htm .html .txt)", "input-missing");
    }
    files_ = list_inputs(options_.paths);
    totals_.files += static_cast<int>(files_.size());
  }

  void load_next(ReadingCrew& crew, const std::string& path, Warehouse* warehouse) {
    try {
      const ReadFile read = crew.next();
      if (const auto* problem = refusal(read.release, options_.strict)) {
        const std::string place = problem->span.line > 0 ? fmt::format("{}:{}", path, problem->span.line) : path;
        reject(place, problem->message + (options_.strict ? "; without --strict it is loaded with this problem noted" : ""), problem->code);
        return;
      }
      LoadOutcome outcome;
      if (warehouse != nullptr) outcome = warehouse->store(read.release, read.report);
      add_to(totals_, read, outcome);
      describe(read, outcome);
    } catch (const InputError& error) {
      reject(path, error.what(), error.code());
    } catch (const WarehouseError& error) {
      if (error.code() != "release-too-large") throw;
      reject(path, error.what(), error.code());
    }
  }

  void describe(const ReadFile& read, const LoadOutcome& outcome) {
    if (options_.json) {
      releases_.push_back(load_as_json(read, outcome, options_.dry_run));
      return;
    }
    if (options_.quiet) return;
    clear_progress();
    const bool at_length = options_.verbose || files_.size() <= kFewFiles;
    if (at_length && any_described_) output_.write("\n");
    output_.write(at_length ? describe_load(read, outcome, options_.dry_run) : describe_load_briefly(read, outcome, options_.dry_run));
    any_described_ = true;
  }

  void reject(const std::string& place, const std::string& message, const std::string& code) {
    clear_progress();
    say_error(place, message, code);
    ++totals_.rejected;
    if (options_.json) rejected_.push_back({{"place", place}, {"code", code}, {"message", message}});
  }

  void show_progress(const std::string& file) {
    ++at_;
    if (!is_terminal(2) || files_.size() <= kFewFiles) return;
    const std::string line = fmt::format("\r\x1b[K[{}/{}] {}", at_, files_.size(), shorten(file, 60));
    std::fwrite(line.data(), 1, line.size(), stderr);
    progress_shown_ = true;
  }

  void clear_progress() {
    if (progress_shown_) std::fputs("\r\x1b[K", stderr);
    progress_shown_ = false;
  }

  void finish() {
    if (options_.json) {
      const nlohmann::ordered_json all = {{"releases", releases_}, {"rejected", rejected_}, {"totals", totals_as_json(totals_)}};
      output_.write(all.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
    } else if (totals_.files > 1 && !options_.quiet) {
      output_.write((any_described_ ? "\n" : "") + describe_totals(totals_, options_.dry_run));
    }
    output_.finish();
  }

  const LoadCommandOptions& options_;
  Output output_;
  std::vector<std::string> files_;
  LoadTotals totals_;
  std::size_t at_ = 0;
  bool any_described_ = false;
  bool progress_shown_ = false;
  nlohmann::ordered_json releases_ = nlohmann::ordered_json::array();
  nlohmann::ordered_json rejected_ = nlohmann::ordered_json::array();
};

}  // namespace

void setup_load(CLI::App& app, Invocation& invocation) {
  const auto options = std::make_shared<LoadCommandOptions>();
  auto* command = app.add_subcommand("load", "Load releases into the warehouse");
  command->footer(
      "Reads earnings releases in Markdown, HTML, plain text or EDGAR submissions, told apart by content, and stores every number\n"
      "of every table. Each release is one transaction; a file that is rejected leaves the rest to go on and gives exit status 3.\n"
      "The same bytes again change nothing; a changed file of the same release becomes a new version and both stay.");
  command->add_option("path", options->paths, "Files, folders (.md .markdown .htm .html .txt in them), - for standard input")
      ->type_name("PATH");
  command->add_option("--company", options->company, "The company's name, instead of what the release says")->type_name("NAME");
  command->add_option("--ticker", options->ticker, "Its ticker symbol")->type_name("SYMBOL");
  command->add_option("--cik", options->cik, "Its SEC central index key")->type_name("NUMBER");
  command->add_option("--published", options->published, "Publication date, YYYY-MM-DD")->type_name("DATE");
  command->add_flag("--strict", options->strict, "Reject a release with anything undecided (problems of severity warning)");
  command->add_flag("--dry-run", options->dry_run, "Read and check, write nothing");
  command->add_flag("--json", options->json, "Print the summary as JSON");
  command->add_flag("-v,--verbose", options->verbose, "Describe every release at length, however many there are");
  command->add_flag("-q,--quiet", options->quiet, "Print errors only");
  command->add_option("-j,--jobs", options->jobs, "Read so many files at a time (default: one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 256).description(""));
  add_wait_option(*command, options->wait);
  add_database_option(*command, options->database);
  command->callback([options, &invocation] { invocation.run = [options] { return run_load(*options); }; });
}

ExitStatus run_load(const LoadCommandOptions& options) { return Load(options).run(); }

}  // namespace finwh
