#include "cli/command.h"
#include "cli/write_answer.h"
#include "model/project_name.h"

namespace claudestep::cli {

namespace {

Result<int> run_project_rename(Context& context, const Arguments& arguments) {
  const std::string& from = arguments.text("OLD");
  const std::string& to = arguments.text("NEW");
  CS_TRY(model::check_project_name(from));
  CS_TRY(model::check_project_name(to));
  return write_operations(context, arguments, {model::RenameProject{from, to}});
}

}  // namespace

extern const CommandSpec kProjectRenameCommand = {
    .name = "project rename",
    .group = Group::kProjects,
    .kind = CommandKind::kWrite,
    .summary = "give a project another name",
    .example = "claudestep project rename auth login",
    .description =
        "The file moves, with everything in it, and remembers the old name in former_names: who "
        "asks for that is told the new one, `log` tells the whole history, and branches named "
        "after the old one still belong to their tasks.\n\n"
        "Doing it again changes nothing. The letter case alone may change.",
    .operands = {{.name = "OLD", .type = ValueType::kProject, .help = "the name it has"},
                 {.name = "NEW", .help = "the name it gets"}},
    .json_kind = "write",
    .run = run_project_rename,
};

}  // namespace claudestep::cli
