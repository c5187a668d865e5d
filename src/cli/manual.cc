#include "cli/manual.h"

#include "base/ascii.h"
#include "cli/command_lookup.h"
#include "cli/help.h"
#include "cli/options.h"

namespace claudestep::cli {
namespace {

using Kind = ManualBlock::Kind;
using Terms = std::vector<std::pair<std::string, std::string>>;

ManualBlock prose(std::string text) {
  return {.kind = Kind::kProse, .text = std::move(text)};
}

ManualBlock exact(std::string text) {
  return {.kind = Kind::kExact, .text = std::move(text)};
}

ManualBlock usage(std::vector<std::string> parts) {
  return {.kind = Kind::kUsage, .parts = std::move(parts)};
}

ManualBlock terms(Terms list) {
  return {.kind = Kind::kTerms, .terms = std::move(list)};
}

// "Record a merge." of "record a merge".
std::string as_sentence(std::string_view summary) {
  std::string text(summary);
  if (!text.empty()) text[0] = upper_ascii(text[0]);
  return text + ".";
}

std::string option_as_term(const OptionSpec& option) {
  std::string usage = usage_of(option);
  if (option.letter == 0 || option.name.size() == 1) return usage;
  return std::string("-") + option.letter + ", " + usage;
}

Terms option_terms(const std::vector<const OptionSpec*>& options) {
  Terms list;
  for (const OptionSpec* option : options) {
    list.emplace_back(option_as_term(*option), meaning_of(*option));
  }
  return list;
}

Terms own_options(const CommandSpec& spec) {
  std::vector<const OptionSpec*> options;
  for (const OptionSpec& option : spec.options) options.push_back(&option);
  return option_terms(options);
}

Terms operand_terms(const CommandSpec& spec) {
  Terms list;
  for (const OperandSpec& operand : spec.operands) {
    list.emplace_back(operand.name, meaning_of(operand));
  }
  return list;
}

std::string reference_to(std::string_view page) {
  return std::string(page) + "(1)";
}

// The other commands of the family, and the page of the program.
std::string related_pages(const CommandSpec& spec) {
  std::string text = reference_to(manual_name(""));
  const std::string_view family = spec.name.substr(0, spec.name.find(' '));
  for (const CommandSpec* other : commands_of_family(family)) {
    if (other != &spec) text += ", " + reference_to(manual_name(other->name));
  }
  return text + ", claudestep-guide(7)";
}

std::string_view reach_of(CommandKind kind) {
  switch (kind) {
    case CommandKind::kFree:
      return "It needs no repository.";
    case CommandKind::kRead:
      return "It reads the metadata branch and changes nothing.";
    case CommandKind::kWrite:
      break;
  }
  return "It changes the metadata branch, by one commit or not at all.";
}

std::string json_of(const CommandSpec& spec) {
  return "With --json the answer is one JSON object, whose `kind` is \"" +
         std::string(spec.json_kind) +
         "\". Errors are then JSON on stderr. claudestep-output(7) describes the members.";
}

// Every option that help lists for some command, once.
Terms shared_terms(CommandKind kind, CommandKind without) {
  std::vector<const OptionSpec*> options;
  for (const OptionSpec& option : shared_options(kind)) {
    bool known = false;
    if (kind != without) {
      for (const OptionSpec& other : shared_options(without)) known |= other.name == option.name;
    }
    if (!known) options.push_back(&option);
  }
  return option_terms(options);
}

void add_commands(ManualPage& page) {
  page.sections.push_back(
      {"COMMANDS", {prose("Each has a page of its own, which `claudestep help COMMAND` shows.")}});
  for (const Group group : groups()) {
    Terms list;
    for (const CommandSpec* spec : command_table()) {
      if (spec->group != group || spec->hidden) continue;
      list.emplace_back(reference_to(manual_name(spec->name)), as_sentence(spec->summary));
    }
    if (list.empty()) continue;
    std::string title = as_sentence(name_of(group));
    title.pop_back();
    page.sections.push_back({std::move(title), {terms(std::move(list))}, true});
  }
}

constexpr std::string_view kAbout =
    "A list of tasks is worked through one pull request at a time: an AI writes each change, a "
    "person reviews and merges it, the next task starts. `claudestep` remembers what is done, what "
    "is next, who reviewed it and what it cost.\n"
    "\n"
    "It keeps that in the repository it stands in, as one JSON file a project on the branch "
    "claudestep-metadata, which it reads and commits with no server, no network API and no second "
    "database. `git log`, `git show` and `git diff` work on all of it. Installed beside its link "
    "git-claudestep it is reached as `git claudestep` as well.\n"
    "\n"
    "`claudestep init` makes the branch, `claudestep project create` a project and `claudestep "
    "task "
    "add` its tasks; `claudestep next` tells what to do, `claudestep finalize` and `claudestep pr "
    "merge` record what was done, and `claudestep stats` shows where everything stands.\n"
    "\n"
    "Data goes to stdout and talk to stderr. Text is for people and may improve; with --json every "
    "answer and every error is JSON whose shape is kept. Options stand before or after operands, "
    "and before the command; '--' ends them. A value follows its option as '--option VALUE' or "
    "'--option=VALUE'.";

constexpr std::string_view kSeeAlso =
    "git(1), claudestep-guide(7), claudestep-model(7), claudestep-rules(7), claudestep-output(7), "
    "claudestep-events(7), claudestep-operations(7), claudestep-project-file(7), "
    "claudestep-branch(7)";

Terms files_of_program() {
  return {
      {"refs/heads/claudestep-metadata", "the metadata branch, where nothing else is configured"},
      {"projects/NAME.json",
       "on the branch: a project, its tasks, pull requests and AI operations"},
      {"archive/NAME.json", "on the branch: a project that was put away"},
      {"claudestep/ in git's folder",
       "what writers queue on, and caches, which `claudestep cache clear` takes away"},
  };
}

}  // namespace

std::string manual_name(std::string_view command) {
  std::string name = "claudestep";
  if (!command.empty()) name.append("-").append(command);
  for (char& c : name) {
    if (c == ' ') c = '-';
  }
  return name;
}

ManualPage manual_of_program() {
  ManualPage page = {
      .name = manual_name(""),
      .summary = "tasks, pull requests and AI costs of a project, on a branch of its repository",
      .sections = {}};
  page.sections.push_back({"SYNOPSIS",
                           {usage({"claudestep", "[OPTIONS]", "COMMAND", "[OPERANDS]"}),
                            usage({"git claudestep", "[OPTIONS]", "COMMAND", "[OPERANDS]"})}});
  page.sections.push_back({"EXAMPLE", {exact("claudestep stats")}});
  page.sections.push_back({"DESCRIPTION", {prose(std::string(kAbout))}});
  add_commands(page);
  page.sections.push_back(
      {"OPTIONS OF EVERY COMMAND", {terms(shared_terms(CommandKind::kRead, CommandKind::kRead))}});
  page.sections.push_back(
      {"OPTIONS OF COMMANDS THAT WRITE",
       {prose("They take the options above but --at, --local, --no-pager and --no-cache."),
        terms(shared_terms(CommandKind::kWrite, CommandKind::kRead))}});
  page.sections.push_back({"EXIT STATUS", {terms(all_exit_codes())}});
  page.sections.push_back({"ENVIRONMENT", {terms(all_variables())}});
  page.sections.push_back(
      {"CONFIGURATION",
       {prose("Keys of git's configuration (git config):"), terms(all_settings())}});
  page.sections.push_back({"FILES", {terms(files_of_program())}});
  page.sections.push_back({"SEE ALSO", {prose(std::string(kSeeAlso))}});
  return page;
}

ManualPage manual_of(const CommandSpec& spec) {
  ManualPage page = {
      .name = manual_name(spec.name), .summary = std::string(spec.summary), .sections = {}};
  page.sections.push_back({"SYNOPSIS", {usage(usage_parts(spec))}});
  page.sections.push_back({"EXAMPLE", {exact(std::string(spec.example))}});
  std::string about = as_sentence(spec.summary) + " " + std::string(reach_of(spec.kind));
  if (!spec.description.empty()) about += "\n\n" + std::string(spec.description);
  page.sections.push_back({"DESCRIPTION", {prose(std::move(about))}});
  if (!spec.operands.empty()) {
    page.sections.push_back({"OPERANDS", {terms(operand_terms(spec))}});
  }
  if (!spec.options.empty()) page.sections.push_back({"OPTIONS", {terms(own_options(spec))}});
  page.sections.push_back({"SHARED OPTIONS", {terms(option_terms(listed_shared_options(spec)))}});
  if (!spec.json_kind.empty()) page.sections.push_back({"JSON", {prose(json_of(spec))}});
  page.sections.push_back({"EXIT STATUS", {terms(exit_codes_of(spec))}});
  page.sections.push_back({"SEE ALSO", {prose(related_pages(spec))}});
  return page;
}

}  // namespace claudestep::cli
