#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

Result<int> run_task_edit(Context& context, const Arguments& arguments) {
  model::EditTask operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  CS_ASSIGN(operation.task, task_word(arguments.text("TASK")));
  operation.description = arguments.text("description");
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kTaskEditCommand = {
    .name = "task edit",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "reword a task",
    .example = "claudestep task edit auth 3 --description \"Rate-limit every login\"",
    .description = "Changes the description. The task keeps its id, its place and its history.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"},
                 {.name = "TASK", .type = ValueType::kTask, .help = "its index or its id"}},
    .options = {{.name = "description",
                 .type = ValueType::kText,
                 .value_name = "TEXT",
                 .help = "what is to be done",
                 .required = true}},
    .json_kind = "write",
    .run = run_task_edit,
};

}  // namespace claudestep::cli
