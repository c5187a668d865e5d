#include "cli/reference.h"

#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/result.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/wrap.h"

namespace claudestep::cli {
namespace {

constexpr std::size_t kWidth = 100;

using Rows = std::vector<std::pair<std::string, std::string>>;

// A cell of a table: a bar would end it.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string code(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::string table(std::string_view left, std::string_view right, const Rows& rows) {
  std::string out = "\n| " + std::string(left) + " | " + std::string(right) + " |\n| --- | --- |\n";
  for (const auto& [term, meaning] : rows) {
    out += "| " + cell(term) + " | " + cell(meaning) + " |\n";
  }
  return out;
}

std::string anchor(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c == ' ') c = '-';
  }
  return out;
}

std::string option_term(const OptionSpec& option) {
  std::string term = code(usage_of(option));
  if (option.letter != 0 && option.name.size() > 1) {
    term = code(std::string("-") + option.letter) + ", " + term;
  }
  return term;
}

Rows rows_of(const std::vector<const OptionSpec*>& options) {
  Rows rows;
  for (const OptionSpec* option : options)
    rows.emplace_back(option_term(*option), meaning_of(*option));
  return rows;
}

Rows as_code(Rows rows) {
  for (auto& [term, meaning] : rows) term = code(term);
  return rows;
}

std::string contents() {
  std::string out;
  for (const Group group : groups()) {
    std::string links;
    for (const CommandSpec* spec : command_table()) {
      if (spec->group != group || spec->hidden) continue;
      if (!links.empty()) links += ", ";
      links += "[" + std::string(spec->name) + "](#" + anchor(spec->name) + ")";
    }
    if (!links.empty()) out += "- " + std::string(name_of(group)) + ": " + links + "\n";
  }
  return out;
}

std::string_view kind_text(CommandKind kind) {
  switch (kind) {
    case CommandKind::kFree:
      return "Needs no repository.";
    case CommandKind::kRead:
      return "Reads the metadata branch.";
    case CommandKind::kWrite:
      break;
  }
  return "Writes the metadata branch.";
}

std::string command_section(const CommandSpec& spec) {
  std::string out = "\n## " + std::string(spec.name) + "\n\n";
  std::string summary(spec.summary);
  if (!summary.empty()) summary[0] = upper_ascii(summary[0]);
  out += wrapped(summary + ". " + std::string(kind_text(spec.kind)), kWidth);
  out += "\n```\n" + usage_of(spec) + "\n```\n\nExample: " + code(spec.example) + "\n";
  if (!spec.description.empty()) out += "\n" + wrapped(spec.description, kWidth);
  Rows operands;
  for (const OperandSpec& operand : spec.operands) {
    operands.emplace_back(code(operand.name), meaning_of(operand));
  }
  if (!operands.empty()) out += table("operand", "meaning", operands);
  std::vector<const OptionSpec*> own;
  for (const OptionSpec& option : spec.options) own.push_back(&option);
  if (!own.empty()) out += table("option", "meaning", rows_of(own));
  if (!spec.no_means.empty()) out += "\nExit 1: " + std::string(spec.no_means) + ".\n";
  if (!spec.json_kind.empty()) out += "\nKind of its JSON: " + code(spec.json_kind) + ".\n";
  return out;
}

Rows error_codes() {
  Rows rows;
  for (int at = 0; at <= static_cast<int>(ErrorCode::kInternal); ++at) {
    const auto error = static_cast<ErrorCode>(at);
    rows.emplace_back(code(error_code_name(error)), std::to_string(exit_code_for(error)));
  }
  return rows;
}

std::string shared_section() {
  std::string out = "\n## Options of every command\n\n";
  out += wrapped(
      "Options stand before or after operands, and before the command; '--' ends them. A value "
      "follows its "
      "option as '--option VALUE' or '--option=VALUE'.",
      kWidth);
  std::vector<const OptionSpec*> read;
  for (const OptionSpec& option : shared_options(CommandKind::kRead)) read.push_back(&option);
  out += table("option", "meaning", rows_of(read));
  out += "\nCommands that write take these as well, but neither `--at` nor `--local`:\n";
  std::vector<const OptionSpec*> write;
  for (const OptionSpec& option : shared_options(CommandKind::kWrite)) {
    bool everywhere = false;
    for (const OptionSpec* known : read) everywhere = everywhere || known->name == option.name;
    if (!everywhere) write.push_back(&option);
  }
  return out + table("option", "meaning", rows_of(write));
}

}  // namespace

std::string reference_markdown() {
  std::string out = "<!-- Made by `claudestep help --reference`; changes by hand are lost. -->\n";
  out += "# The commands of claudestep\n\n" + contents();
  out += shared_section();
  out += "\n## Exit codes\n" + table("exit", "what it says", all_exit_codes());
  out += "\nEach error has a code, which `--json` shows:\n" +
         table("error code", "exit", error_codes());
  out += "\n## Settings\n\nKeys of git's configuration (git config).\n" +
         table("key", "meaning", as_code(all_settings()));
  out += "\n## Environment\n" + table("variable", "meaning", as_code(all_variables()));
  for (const Group group : groups()) {
    for (const CommandSpec* spec : command_table()) {
      if (spec->group == group && !spec->hidden) out += command_section(*spec);
    }
  }
  return out;
}

}  // namespace claudestep::cli
