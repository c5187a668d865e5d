#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/reading.h"
#include "query/scan.h"
#include "query/task_rows.h"
#include "report/list.h"

namespace claudestep::cli {

namespace {

query::TaskFilter task_filter_of(const Arguments& arguments) {
  query::TaskFilter filter;
  for (const std::string& word : arguments.all("status")) {
    const auto status = model::parse_task_status(word);
    CS_CHECK(status.has_value());
    filter.statuses.push_back(*status);
  }
  filter.ready = arguments.has("ready");
  return filter;
}

Result<int> run_task_list(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto name, project_of(arguments));
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto found, query::read_one(reading.view, name));
  const auto rows =
      query::task_rows(found.project, task_filter_of(arguments), context.clock->now());
  if (arguments.json()) {
    context.out(report::tasks_json(name, rows));
  } else if (rows.empty()) {
    say_nothing_found(context, reading, "no task to show");
  } else {
    context.out(report::tasks_text(rows, style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kTaskListCommand = {
    .name = "task list",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "list the tasks of a project",
    .example = "claudestep task list auth --ready",
    .description =
        "One line a task, by index. Statuses follow from the pull requests: an open one makes its "
        "task in_progress, a merged one completed, and without either it is pending, or completed "
        "where it is checked.\n\n"
        "A pending task is ready when it is not claimed and everything that it depends on is "
        "completed. Tasks that were removed from the plan are not listed.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {{.name = "status",
                 .type = ValueType::kChoice,
                 .value_name = "S",
                 .help = "only tasks with this status",
                 .repeatable = true,
                 .choices = {"pending", "in_progress", "completed"}},
                {.name = "ready", .help = "only tasks that could be started now"}},
    .json_kind = "tasks",
    .run = run_task_list,
};

}  // namespace claudestep::cli
