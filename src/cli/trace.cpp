#include "cli/trace.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/interrupt.h"
#include "input/source.h"
#include "reports/fact_trace.h"
#include "reports/visible_text.h"

namespace finwh {
namespace {

constexpr std::size_t kLineColumns = 100;

// The place in the text whose place in the file is `offset`: the text's places keep the order of the file's.
std::uint64_t place_in_text(const Source& source, std::uint64_t offset) {
  if (source.offsets.is_identity()) return offset;
  std::uint64_t low = 0;
  std::uint64_t high = source.text.size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (source.offsets.original(source.text, middle) < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// The source line with the cell marked, or why it cannot be shown.
std::string source_line(const FactTrace& trace) {
  const std::string place = fmt::format("{}:{}", trace.source_file, trace.source.line);
  if (trace.source_file == "-") return place + ": its line is not shown: it came from standard input\n";
  try {
    const Source source = read_source(trace.source_file);
    if (source.sha256 != trace.sha256) return place + ": its line is not shown: the file has changed since it was loaded\n";
    const auto begin = place_in_text(source, trace.source.offset);
    const auto end = place_in_text(source, trace.source.offset + trace.source.length);
    return place + "\n" + marked_line(source.text, begin, end - begin, kLineColumns);
  } catch (const InputError& error) {
    return place + ": its line is not shown: " + error.what() + "\n";
  }
}

std::string show(std::int64_t fact, const FactTrace& trace) {
  std::string out = fmt::format("fact {}\n", fact);
  std::size_t width = 0;
  for (const auto& [name, value] : trace.dimensions) width = std::max(width, name.size());
  for (const auto& [name, value] : trace.dimensions) out += fmt::format("  {:<{}}  {}\n", name, width, visible_text(value, false));
  for (const auto& note : trace.notes) out += fmt::format("  {:<{}}  {}\n", "note", width, visible_text(note, false));
  for (const auto& check : trace.checks) out += fmt::format("  {:<{}}  {}\n", "check", width, visible_text(check, false));
  return out + fmt::format("  {:<{}}  {}\n\n", "printed", width, visible_text(trace.raw, false)) + source_line(trace);
}

}  // namespace

void setup_trace(CLI::App& app, Invocation& invocation) {
  const auto options = std::make_shared<TraceOptions>();
  auto* command = app.add_subcommand("trace", "Show where a fact came from");
  command->footer(
      "Its dimensions with the rules that inferred what the cell does not print, the identities that hold it, and the line of the\n"
      "source with the cell marked, if the file is still there and unchanged. The numbers of facts are in v_fact.fact_id and in\n"
      "'finwh query facts'.");
  command->add_option("fact", options->facts, "The fact's number")->type_name("FACT")->required();
  add_database_option(*command, options->database);
  command->callback([options, &invocation] { invocation.run = [options] { return run_trace(*options); }; });
}

ExitStatus run_trace(const TraceOptions& options) {
  QueryRunner runner(database_path(options.database), {}, &interrupted());
  Output output(OutputOptions{});
  for (std::size_t i = 0; i < options.facts.size(); ++i) {
    const auto trace = trace_fact(runner, options.facts[i]);
    if (!trace) throw UsageError(fmt::format("there is no fact {} in the warehouse; 'finwh query facts' lists them", options.facts[i]));
    output.write((i > 0 ? "\n" : "") + show(options.facts[i], *trace));
  }
  output.finish();
  return ExitStatus::done;
}

}  // namespace finwh
