#include "cli/command.h"
#include "cli/completion.h"

namespace claudestep::cli {
namespace {

Result<int> run_completion(Context& context, const Arguments& arguments) {
  context.out(completion_script(arguments.text("SHELL")));
  return 0;
}

}  // namespace

extern const CommandSpec kCompletionCommand = {
    .name = "completion",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "print the script that completes commands in a shell",
    .example = "source <(claudestep completion bash)",
    .description =
        "Commands, options, choices, projects and branches are completed. The script asks "
        "claudestep for\n"
        "them, so it need not be made again after an update.\n"
        "\n"
        "For bash, put the line of the example into ~/.bashrc; 'git claudestep' is completed as "
        "well. For\n"
        "zsh, write the script to a file '_claudestep' in a folder of fpath. For fish, write it "
        "to\n"
        "~/.config/fish/completions/claudestep.fish.",
    .operands = {{.name = "SHELL",
                  .type = ValueType::kChoice,
                  .help = "the shell that reads the script",
                  .choices = {"bash", "zsh", "fish"}}},
    .run = run_completion,
};

}  // namespace claudestep::cli
