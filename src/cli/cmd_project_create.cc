#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/write_answer.h"
#include "model/project_name.h"

namespace claudestep::cli {

namespace {

Result<int> run_project_create(Context& context, const Arguments& arguments) {
  const std::string& name = arguments.text("NAME");
  CS_TRY(model::check_project_name(name));
  return write_operations(context, arguments, {model::CreateProject{name}});
}

}  // namespace

extern const CommandSpec kProjectCreateCommand = {
    .name = "project create",
    .group = Group::kProjects,
    .kind = CommandKind::kWrite,
    .summary = "make a new project without tasks",
    .example = "claudestep project create auth",
    .description =
        "A name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit, "
        "does not end in .lock or .json, and may not differ from another project's, archived or "
        "not, by letter case alone.\n\n"
        "A project of that name that is already there is an error (exit code 4, already_exists).",
    .operands = {{.name = "NAME", .help = "the name of the new project"}},
    .json_kind = "write",
    .run = run_project_create,
};

}  // namespace claudestep::cli
