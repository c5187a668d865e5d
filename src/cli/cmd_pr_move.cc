#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/open_arguments.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

Result<int> run_pr_move(Context& context, const Arguments& arguments) {
  model::MovePr operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  CS_ASSIGN(operation.task, task_word(arguments.text("task")));
  operation.pr = arguments.integer("pr");
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kPrMoveCommand = {
    .name = "pr move",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "tie a pull request to another task of its project",
    .example = "claudestep pr move auth --pr 42 --task 5",
    .description =
        "For a pull request that was recorded for the wrong task. Its state, its times and its "
        "costs go with it, and the statuses of both tasks follow: an open one ends the claim of "
        "the task that it comes to.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {kPrOption, kTaskOption},
    .json_kind = "write",
    .run = run_pr_move,
};

}  // namespace claudestep::cli
