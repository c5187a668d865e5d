#include "cli/command.h"
#include "cli/plan_source.h"
#include "cli/reading.h"
#include "report/plan_trace.h"

namespace claudestep::cli {

namespace {

Result<int> run_plan_status(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto trace, read_trace(context, arguments, reading));
  context.out(arguments.json() ? report::plan_status_json(trace)
                               : report::plan_status_text(trace, style_of(context)));
  return 0;
}

}  // namespace

extern const CommandSpec kPlanStatusCommand = {
    .name = "plan status",
    .group = Group::kPlan,
    .kind = CommandKind::kRead,
    .summary = "show what became of a plan: by requirement and by task",
    .example = "claudestep plan status auth",
    .description =
        "A task is planned (something that it depends on is not done), ready, claimed, in_progress "
        "or done, by its pull requests. A requirement is as far as the tasks that name it.\n\n"
        "Requirements come from the feature specification that the project follows, as it lies in "
        "the work tree or else in HEAD; without it those that tasks name are shown.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .json_kind = "plan_status",
    .run = run_plan_status,
};

}  // namespace claudestep::cli
