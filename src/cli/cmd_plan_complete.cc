#include <utility>

#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/plan_completion.h"
#include "cli/reading.h"
#include "query/scan.h"
#include "report/plan_complete.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

constexpr int kNotComplete = 1;

Result<int> run_plan_complete(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto name, project_of(arguments));
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto found, query::read_one(reading.view, name));
  const bool write = arguments.has("write-back");
  CS_ASSIGN(const auto completion,
            complete_plan(context, reading.session->repository, found.project, write));
  const report::PlanCompleteRow row{name,
                                    &completion.plan,
                                    &completion.back,
                                    &completion.reworded,
                                    completion.completed,
                                    completion.written};
  if (arguments.json()) {
    context.out(report::plan_complete_json(row));
  } else {
    context.out(report::plan_complete_text(row));
    if (!write && !completion.back.edits.empty()) {
      hint(context, "claudestep plan complete " + name + " --write-back");
    }
    if (!completion.reworded.empty()) {
      hint(context,
           "claudestep plan import " + report::safe(completion.plan.path) + " --project " + name);
    }
  }
  return row.is_complete() ? 0 : kNotComplete;
}

}  // namespace

extern const CommandSpec kPlanCompleteCommand = {
    .name = "plan complete",
    .group = Group::kPlan,
    .kind = CommandKind::kRead,
    .summary = "say in the plan what is done",
    .example = "claudestep plan complete auth --write-back",
    .description =
        "Whether every task of the plan that the project follows is completed (exit code 0), and "
        "what is to be changed in the plan to say so: the boxes of completed tasks in a checklist, "
        "and in a feature specification the status of tasks that have one and, when all are "
        "completed, of the feature.\n\n"
        "--write-back changes those words in the file of the work tree, and no other byte; looking "
        "at it and committing it is left to you. A status goes one step at a time, as `validate "
        "--against` asks of every change: a feature from in_progress to review, and from review to "
        "completed when it is asked for again.\n\n"
        "A task is known by its name in the plan or by equal text. Where the plan has other words "
        "for a completed task, nothing is changed: `plan import` first says whether it is the "
        "same.\n\n"
        "With git config claudestep.completePlan true, every command and hook that completes a "
        "project does so by itself.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {{.name = "write-back", .help = "change the plan in the work tree"}},
    .json_kind = "plan_complete",
    .run = run_plan_complete,
    .no_means = "a task of the plan is not completed, or has other words in the plan",
};

}  // namespace claudestep::cli
