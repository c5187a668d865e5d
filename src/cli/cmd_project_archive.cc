// `project archive` and `project unarchive`.
#include "cli/command.h"
#include "cli/write_answer.h"
#include "model/project_name.h"

namespace claudestep::cli {

namespace {

template <typename Operation>
Result<int> run_project_shelf(Context& context, const Arguments& arguments) {
  const std::string& name = arguments.text("NAME");
  CS_TRY(model::check_project_name(name));
  return write_operations(context, arguments, {Operation{name}});
}

}  // namespace

extern const CommandSpec kProjectArchiveCommand = {
    .name = "project archive",
    .group = Group::kProjects,
    .kind = CommandKind::kWrite,
    .summary = "put a project away",
    .example = "claudestep project archive auth",
    .description =
        "Moves its file, byte for byte, from projects/ to archive/. It is then left out of lists "
        "and reports unless --archived asks for it, and `next` gives none of its tasks. By its "
        "name every command still reaches it, and no other project can take that name.",
    .operands = {{.name = "NAME", .type = ValueType::kProject, .help = "the project's name"}},
    .json_kind = "write",
    .run = run_project_shelf<model::ArchiveProject>,
};

extern const CommandSpec kProjectUnarchiveCommand = {
    .name = "project unarchive",
    .group = Group::kProjects,
    .kind = CommandKind::kWrite,
    .summary = "take an archived project up again",
    .example = "claudestep project unarchive auth",
    .description =
        "Moves its file, byte for byte, from archive/ back to projects/. A project that is there "
        "already stays as it is.",
    .operands = {{.name = "NAME", .type = ValueType::kProject, .help = "the project's name"}},
    .json_kind = "write",
    .run = run_project_shelf<model::UnarchiveProject>,
};

}  // namespace claudestep::cli
