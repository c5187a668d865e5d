#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/plan_source.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "model/project_name.h"

namespace claudestep::cli {

namespace {

Result<int> run_project_create(Context& context, const Arguments& arguments) {
  const std::string& name = arguments.text("NAME");
  CS_TRY(model::check_project_name(name));
  const auto word = arguments.maybe("from-plan");
  if (!word) return write_operations(context, arguments, {model::CreateProject{name}});
  CS_ASSIGN(auto session, open_session(context, arguments));
  CS_ASSIGN(const auto plan, read_plan_at(context, session.repository, *word));
  return write_in(context, arguments, session, create_from_plan(name, plan));
}

}  // namespace

extern const CommandSpec kProjectCreateCommand = {
    .name = "project create",
    .group = Group::kProjects,
    .kind = CommandKind::kWrite,
    .summary = "make a new project",
    .example = "claudestep project create auth",
    .description =
        "A name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit, "
        "does not end in .lock or .json, and may not differ from another project's, archived or "
        "not, by letter case alone.\n\n"
        "It has no tasks, or with --from-plan those of a plan, which it follows from then on (see "
        "`plan import`).\n\n"
        "A project of that name that is already there is an error (exit code 4, already_exists).",
    .operands = {{.name = "NAME", .help = "the name of the new project"}},
    .options = {{.name = "from-plan",
                 .type = ValueType::kFile,
                 .value_name = "PLAN",
                 .help = "with the tasks of this plan: a file, or REV:PATH for one of a commit"}},
    .json_kind = "write",
    .run = run_project_create,
};

}  // namespace claudestep::cli
