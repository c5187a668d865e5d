#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

Result<int> run_task_add(Context& context, const Arguments& arguments) {
  model::AddTask operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  operation.description = arguments.text("description");
  if (arguments.has("index")) operation.index = arguments.integer("index");
  for (const std::string& word : arguments.all("depends-on")) {
    CS_ASSIGN(auto task, task_word(word));
    operation.depends_on.push_back(std::move(task));
  }
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kTaskAddCommand = {
    .name = "task add",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "add a task to a project",
    .example = "claudestep task add auth --description \"Rate-limit the login\"",
    .description =
        "Adds the task at the end of the plan, or with --index at that place, where it and the "
        "tasks after it move up by one. Its id comes from its description and never changes.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {{.name = "description",
                 .type = ValueType::kText,
                 .value_name = "TEXT",
                 .help = "what is to be done",
                 .required = true},
                {.name = "index",
                 .type = ValueType::kPositive,
                 .value_name = "N",
                 .help = "the place in the plan, from 1"},
                {.name = "depends-on",
                 .type = ValueType::kTask,
                 .value_name = "ID",
                 .help = "a task, by id or index, that must be completed before",
                 .repeatable = true}},
    .json_kind = "write",
    .run = run_task_add,
};

}  // namespace claudestep::cli
