// `task check` and `task uncheck`.
#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

enum class Tick { kOn, kOff };

template <Tick tick>
Result<int> run_task_check(Context& context, const Arguments& arguments) {
  model::CheckTask operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  CS_ASSIGN(operation.task, task_word(arguments.text("TASK")));
  operation.checked = tick == Tick::kOn;
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kTaskCheckCommand = {
    .name = "task check",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "tick a task that was done without a pull request",
    .example = "claudestep task check auth 3",
    .description =
        "A ticked task without a pull request is completed. While a pull request of it is open or "
        "merged, that decides, not the tick.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"},
                 {.name = "TASK", .type = ValueType::kTask, .help = "its index or its id"}},
    .json_kind = "write",
    .run = run_task_check<Tick::kOn>,
};

extern const CommandSpec kTaskUncheckCommand = {
    .name = "task uncheck",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "take the tick of a task away",
    .example = "claudestep task uncheck auth 3",
    .description =
        "Takes the tick away that `task check` or the plan set. A task that a merged pull request "
        "completed stays completed.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"},
                 {.name = "TASK", .type = ValueType::kTask, .help = "its index or its id"}},
    .json_kind = "write",
    .run = run_task_check<Tick::kOff>,
};

}  // namespace claudestep::cli
