#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/write_answer.h"
#include "model/project_name.h"

namespace claudestep::cli {

namespace {

Result<int> run_project_delete(Context& context, const Arguments& arguments) {
  const std::string& name = arguments.text("NAME");
  CS_TRY(model::check_project_name(name));
  return write_operations(context, arguments, {model::DeleteProject{name}});
}

}  // namespace

extern const CommandSpec kProjectDeleteCommand = {
    .name = "project delete",
    .group = Group::kProjects,
    .kind = CommandKind::kWrite,
    .summary = "take a project's file away",
    .example = "claudestep project delete auth --dry-run",
    .description =
        "Takes the file of the project away in a commit of its own. Its history stays on the "
        "branch: `git log -p REF -- projects/NAME.json` still shows it.",
    .operands = {{.name = "NAME", .type = ValueType::kProject, .help = "the project's name"}},
    .json_kind = "write",
    .run = run_project_delete,
};

}  // namespace claudestep::cli
