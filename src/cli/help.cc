#include "cli/help.h"

#include <algorithm>

#include "cli/command_lookup.h"
#include "cli/options.h"
#include "cli/wrap.h"

namespace claudestep::cli {
namespace {

constexpr std::size_t kGroupColumn = 12;
constexpr std::size_t kTermColumn = 26;

std::string_view second_word(std::string_view name) {
  const std::size_t space = name.find(' ');
  return space == std::string_view::npos ? std::string_view() : name.substr(space + 1);
}

// Stands for a space at which no line may break; becomes one when the lines are made.
constexpr char kFixedSpace = '\x1f';

std::string with_spaces(std::string text) {
  std::replace(text.begin(), text.end(), kFixedSpace, ' ');
  return text;
}

// The commands of a group as one list: "list, show, task add|edit, pr list". Neighbours of one
// family are written once; a long family may break after a bar.
std::string commands_of(Group group) {
  constexpr std::size_t kLongestWord = 60;
  std::string text;
  std::string_view family;
  std::size_t word = 0;  // where the word that cannot break begins
  for (const CommandSpec* spec : command_table()) {
    if (spec->group != group || spec->hidden) continue;
    const std::string_view second = second_word(spec->name);
    const bool more_of_family = !second.empty() && first_word(spec->name) == family;
    if (more_of_family) {
      text += '|';
      if (text.size() - word > kLongestWord) {
        text += ' ';
        word = text.size();
      }
      text += second;
      continue;
    }
    if (!text.empty()) text += ", ";
    word = text.size();
    family = second.empty() ? std::string_view() : first_word(spec->name);
    if (!family.empty()) text.append(family) += kFixedSpace;
    text += second.empty() ? spec->name : second;
  }
  return text;
}

// The line of usage, broken between its parts, later lines indented further.
std::string usage_lines(const CommandSpec& spec, std::size_t width) {
  std::string text;
  for (std::string part : usage_parts(spec)) {
    std::replace(part.begin(), part.end(), ' ', kFixedSpace);
    text += (text.empty() ? "" : " ") + part;
  }
  const std::string lines = wrapped(text, width - 4, 2);
  const std::size_t first = lines.find('\n') + 1;
  return with_spaces(lines.substr(0, first) + indented(lines.substr(first), 4));
}

std::string options_section(std::string_view title, const std::vector<const OptionSpec*>& options,
                            std::size_t width) {
  if (options.empty()) return {};
  std::string out = "\n" + std::string(title) + ":\n";
  for (const OptionSpec* option : options) {
    out += term_line(term_of(*option), meaning_of(*option), kTermColumn, width);
  }
  return out;
}

// "help (note; note)"; a help that ends in a parenthesis takes the notes into it.
std::string with_notes(std::string_view help, const std::vector<std::string>& notes) {
  std::string out(help);
  if (notes.empty()) return out;
  const bool open = !out.empty() && out.back() == ')';
  if (open) out.pop_back();
  for (std::size_t at = 0; at < notes.size(); ++at) {
    out += at == 0 && !open ? " (" : "; ";
    out += notes[at];
  }
  return out + ")";
}

std::string choices_note(const std::vector<std::string_view>& choices) {
  return "one of " + joined(choices);
}

}  // namespace

std::string_view name_of(Group group) {
  switch (group) {
    case Group::kStart:
      return "start";
    case Group::kLook:
      return "look";
    case Group::kWork:
      return "work";
    case Group::kPlan:
      return "plan";
    case Group::kTruth:
      return "truth";
    case Group::kCheck:
      return "check";
    case Group::kProjects:
      return "projects";
    case Group::kPublish:
      return "publish";
    case Group::kPlumbing:
      break;
  }
  return "plumbing";
}

const std::vector<Group>& groups() {
  static const std::vector<Group> all = {Group::kStart,    Group::kLook,    Group::kWork,
                                         Group::kPlan,     Group::kTruth,   Group::kCheck,
                                         Group::kProjects, Group::kPublish, Group::kPlumbing};
  return all;
}

std::string meaning_of(const OptionSpec& option) {
  std::vector<std::string> notes;
  if (option.required) notes.emplace_back("required");
  if (!option.choices.empty()) notes.push_back(choices_note(option.choices));
  if (option.repeatable) notes.emplace_back("may be given again");
  return with_notes(option.help, notes);
}

std::string meaning_of(const OperandSpec& operand) {
  std::vector<std::string> notes;
  if (operand.optional) notes.emplace_back("may be left out");
  if (!operand.choices.empty()) notes.push_back(choices_note(operand.choices));
  if (operand.repeatable) notes.emplace_back("may be given again");
  return with_notes(operand.help, notes);
}

std::string term_of(const OptionSpec& option) {
  std::string usage = usage_of(option);
  if (option.name.size() == 1) return usage;
  return option.letter == 0 ? "    " + usage : std::string("-") + option.letter + ", " + usage;
}

std::vector<std::pair<std::string, std::string>> exit_codes_of(const CommandSpec& spec) {
  std::vector<std::pair<std::string, std::string>> codes = {{"0", "it is done"}};
  if (!spec.no_means.empty()) codes.emplace_back("1", std::string(spec.no_means));
  for (const auto& [code, meaning] : all_exit_codes()) {
    const bool needs_branch = code == "3" || code == "5" || code == "6";
    if (code == "0" || code == "1") continue;
    const bool is_foreign = (code == "4" && spec.kind != CommandKind::kWrite) ||
                            (needs_branch && spec.kind == CommandKind::kFree);
    if (is_foreign && spec.more_codes.find(code) == std::string_view::npos) continue;
    codes.emplace_back(code, meaning);
  }
  return codes;
}

std::vector<std::pair<std::string, std::string>> all_exit_codes() {
  return {
      {"0", "it is done, or the answer is yes"},
      {"1", "the answer is no: findings, nothing ready, no capacity, drift"},
      {"2", "the command line, or a value or file given on it, is wrong"},
      {"3", "no such project, task, pull request, revision, schema or repository"},
      {"4", "nothing was written: another writer is in the way, or it conflicts"},
      {"5", "stored data is broken, or of a newer format; a schema cannot be used"},
      {"6", "the repository uses something that cannot be opened"},
      {"7", "the file system, git or a remote refused"},
      {"70", "a defect of claudestep"},
  };
}

std::vector<std::pair<std::string, std::string>> all_variables() {
  return {
      {"CLAUDESTEP_REF", "the metadata branch, where --ref is not given"},
      {"CLAUDESTEP_NOW", "the time that is taken for now (RFC 3339), for reproducible scripts"},
      {"GIT_DIR, GIT_WORK_TREE, ...", "the repository, as git reads them"},
      {"GIT_AUTHOR_NAME, GIT_COMMITTER_NAME, ...", "who commits, as git reads them"},
      {"NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM", "whether colours are used, with --color auto"},
      {"GIT_PAGER, PAGER",
       "the pager of long answers on a terminal; core.pager between them (less)"},
      {"COLUMNS, LINES", "the size of the terminal, where the system does not know it"},
  };
}

std::vector<std::pair<std::string, std::string>> all_settings() {
  return {
      {"claudestep.ref", "the metadata branch, where neither --ref nor CLAUDESTEP_REF is given"},
      {"claudestep.projectsDir",
       "a folder of projects' specs and configuration to look in as well"},
      {"claudestep.completePlan",
       "write into a plan that it is done, when a project gets complete"},
      {"claudestep.opIdWindow", "how long an --op-id is remembered (14d)"},
      {"claudestep.prices", "a file of prices that goes before those built in"},
      {"claudestep.MODEL.price", "the price of one model: input, output, cache read, cache write"},
  };
}

std::string main_help(std::size_t width) {
  width = std::min(width, kWidestProse);
  std::string out =
      "example: claudestep stats\n"
      "\n"
      "usage: claudestep [OPTIONS] COMMAND [OPERANDS] [OPTIONS]\n"
      "\n"
      "commands:\n";
  for (const Group group : groups()) {
    const std::string commands = commands_of(group);
    if (commands.empty()) continue;
    out += with_spaces(term_line(name_of(group), commands, kGroupColumn, width));
  }
  out += "\noptions of every command:\n";
  for (const OptionSpec& option : shared_options(CommandKind::kRead)) {
    // One screen has room for those that are needed first.
    const bool first = option.name == "C" || option.name == "ref" || option.name == "at" ||
                       option.name == "json" || option.name == "help" || option.name == "version";
    if (first) out += term_line(term_of(option), option.help, kTermColumn, width);
  }
  out += "\nexit codes:\n";
  for (const auto& [code, meaning] : all_exit_codes()) out += term_line(code, meaning, 6, width);
  return out + "\n'claudestep help COMMAND' tells more about one of them.\n";
}

std::string family_help(std::string_view family, std::size_t width) {
  width = std::min(width, kWidestProse);
  const std::vector<const CommandSpec*> commands = commands_of_family(family);
  std::string out;
  if (!commands.empty()) out = "example: " + std::string(commands.front()->example) + "\n\n";
  out +=
      "usage: claudestep " + std::string(family) + " COMMAND [OPERANDS] [OPTIONS]\n\ncommands:\n";
  for (const CommandSpec* spec : commands) {
    out += term_line(spec->name, spec->summary, kTermColumn, width);
  }
  return out;
}

std::string command_help(const CommandSpec& spec, std::size_t width) {
  width = std::min(width, kWidestProse);
  std::string out = "example: " + std::string(spec.example) + "\n\n";
  out += "usage:\n" + usage_lines(spec, width) + "\n";
  out += wrapped(std::string(spec.name) + ": " + std::string(spec.summary), width);
  if (!spec.description.empty()) out += "\n" + wrapped(spec.description, width);
  if (!spec.operands.empty()) out += "\noperands:\n";
  for (const OperandSpec& operand : spec.operands) {
    out += term_line(operand.name, meaning_of(operand), kTermColumn, width);
  }
  std::vector<const OptionSpec*> own;
  for (const OptionSpec& option : spec.options) own.push_back(&option);
  out += options_section("options", own, width);
  out += options_section("shared options", listed_shared_options(spec), width);
  if (!spec.json_kind.empty()) {
    out += "\nWith --json the answer is of the kind '" + std::string(spec.json_kind) + "'.\n";
  }
  out += "\nexit codes:\n";
  for (const auto& [code, meaning] : exit_codes_of(spec)) out += term_line(code, meaning, 6, width);
  return out;
}

}  // namespace claudestep::cli
