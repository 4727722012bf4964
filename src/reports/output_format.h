// The formats that results are printed in. table, box, markdown and html are for people; csv, tsv, json and jsonl for machines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace finwh {

enum class OutputFormat { table, box, csv, tsv, json, jsonl, markdown, html };

std::string_view to_string(OutputFormat format);
std::optional<OutputFormat> output_format_from(std::string_view name);

// The format that a file's extension stands for: results.csv is csv, report.md markdown.
std::optional<OutputFormat> output_format_of_file(std::string_view path);

// "table, box, csv, ..." for help texts and messages.
std::string output_format_names();

bool is_for_people(OutputFormat format);

}  // namespace finwh
