#include <string>

#include "cli/command.h"
#include "cli/command_lookup.h"
#include "cli/help.h"
#include "cli/man_page.h"
#include "cli/reference.h"

namespace claudestep::cli {
namespace {

Result<int> run_help(Context& context, const Arguments& arguments) {
  if (arguments.has("reference")) {
    context.out(reference_markdown());
    return 0;
  }
  if (arguments.has("man")) {
    context.out(man_page());
    return 0;
  }
  std::string name;
  for (const std::string& word : arguments.all("COMMAND")) {
    name += (name.empty() ? "" : " ") + word;
  }
  const std::size_t width = context.terminal.width;
  if (name.empty()) {
    context.out(main_help(width));
  } else if (const CommandSpec* spec = command_named(name)) {
    context.out(command_help(*spec, width));
  } else if (!commands_of_family(name).empty()) {
    context.out(family_help(name, width));
  } else {
    return fail(unknown_command(name));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kHelpCommand = {
    .name = "help",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "show the help of a command, or the list of all",
    .example = "claudestep help pr open",
    .description = "The same as '--help' after the command.",
    .operands = {{.name = "COMMAND",
                  .type = ValueType::kText,
                  .help = "a command, such as 'stats' or 'pr open'",
                  .optional = true,
                  .repeatable = true}},
    .options = {{.name = "reference", .help = "print the reference of all commands as Markdown"},
                {.name = "man", .help = "print the manual page"}},
    .run = run_help,
};

}  // namespace claudestep::cli
