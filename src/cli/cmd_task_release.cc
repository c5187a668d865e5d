#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

Result<int> run_task_release(Context& context, const Arguments& arguments) {
  model::ReleaseTask operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  CS_ASSIGN(operation.task, task_word(arguments.text("TASK")));
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kTaskReleaseCommand = {
    .name = "task release",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "give a claimed task back",
    .example = "claudestep task release auth 3",
    .description =
        "Ends the claim of the task, whoever made it, so that `next` can give the task to others. "
        "A task without a claim stays as it is. A claim ends by itself when it expires and when a "
        "pull request of its task opens.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"},
                 {.name = "TASK", .type = ValueType::kTask, .help = "its index or its id"}},
    .json_kind = "write",
    .run = run_task_release,
};

}  // namespace claudestep::cli
