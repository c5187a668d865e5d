#include "cli/man_page.h"

#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/options.h"

namespace claudestep::cli {
namespace {

// `text` with nothing in it that roff would take for its own.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'' && (out.empty() || out.back() == '\n'))
      out += "\\(aq";
    else if (c == '.' && (out.empty() || out.back() == '\n'))
      out += "\\&.";
    else
      out += c;
  }
  return out;
}

std::string term(std::string_view left, std::string_view right) {
  return ".TP\n.B " + roff(left) + "\n" + roff(right) + "\n";
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// Paragraphs; lines that begin with a space stay lines.
std::string prose(std::string_view text) {
  std::string out = ".PP\n";
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (line.empty())
      out += ".PP\n";
    else if (line.front() == ' ')
      out += ".br\n" + roff(line) + "\n.br\n";
    else
      out += roff(line) + "\n";
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string option_term(const OptionSpec& option) {
  std::string out = usage_of(option);
  if (option.letter != 0 && option.name.size() > 1) {
    out = std::string("-") + option.letter + ", " + out;
  }
  return out;
}

std::string command_section(const CommandSpec& spec) {
  std::string out = ".SS " + roff(spec.name) + "\n.nf\n.B " + roff(usage_of(spec)) + "\n.fi\n";
  out += prose(spec.summary);
  if (!spec.description.empty()) out += prose(spec.description);
  out += ".PP\nExample:\n.I " + roff(spec.example) + "\n";
  for (const OperandSpec& operand : spec.operands) out += term(operand.name, meaning_of(operand));
  for (const OptionSpec& option : spec.options)
    out += term(option_term(option), meaning_of(option));
  if (!spec.no_means.empty()) out += prose("Exit 1: " + std::string(spec.no_means) + ".");
  return out;
}

std::string shared_options_section() {
  std::string out = ".SH OPTIONS OF EVERY COMMAND\n";
  std::vector<std::string_view> seen;
  for (const CommandKind kind : {CommandKind::kRead, CommandKind::kWrite}) {
    if (kind == CommandKind::kWrite) out += prose("Commands that write take these as well:");
    for (const OptionSpec& option : shared_options(kind)) {
      bool known = false;
      for (const std::string_view name : seen) known = known || name == option.name;
      if (known) continue;
      seen.push_back(option.name);
      out += term(option_term(option), meaning_of(option));
    }
  }
  return out;
}

}  // namespace

std::string man_page() {
  std::string out =
      ".\\\" Made by 'claudestep help --man'; changes by hand are lost.\n"
      ".TH CLAUDESTEP 1 \"\" \"claudestep " CLAUDESTEP_VERSION
      "\" \"claudestep\"\n"
      ".SH NAME\n"
      "claudestep \\- tasks, pull requests and AI costs of a project, on a branch of its "
      "repository\n"
      ".SH SYNOPSIS\n"
      ".B claudestep\n"
      "[options] command [operands] [options]\n"
      ".br\n"
      ".B git claudestep\n"
      "[options] command [operands] [options]\n";
  out += shared_options_section();
  for (const Group group : groups()) {
    std::string sections;
    for (const CommandSpec* spec : command_table()) {
      if (spec->group == group && !spec->hidden) sections += command_section(*spec);
    }
    if (!sections.empty()) out += ".SH COMMANDS: " + upper(name_of(group)) + "\n" + sections;
  }
  out += ".SH EXIT STATUS\n";
  for (const auto& [code, meaning] : all_exit_codes()) out += term(code, meaning);
  out += ".SH ENVIRONMENT\n";
  for (const auto& [variable, meaning] : all_variables()) out += term(variable, meaning);
  return out + ".SH SEE ALSO\n.BR git (1)\n";
}

}  // namespace claudestep::cli
