#include <iterator>
#include <optional>
#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/scan.h"
#include "query/task_rows.h"
#include "report/list.h"

namespace claudestep::cli {

namespace {

Result<query::TaskFilter> task_filter_of(const Arguments& arguments, Instant now) {
  query::TaskFilter filter;
  CS_ASSIGN(filter.scope, pr_scope_of(arguments, now));
  for (const std::string& word : arguments.all("status")) {
    const auto status = model::parse_task_status(word);
    CS_CHECK(status.has_value());
    filter.statuses.push_back(*status);
  }
  filter.ready = arguments.has("ready");
  return filter;
}

// The tasks of the projects that the options choose and that can be read, by project and index.
Result<std::vector<query::TaskRow>> rows_of_all(const Context& context, const Arguments& arguments,
                                                const Reading& reading,
                                                const query::TaskFilter& filter) {
  CS_ASSIGN(const auto selection, selection_by_options(arguments, reading.view));
  std::vector<query::TaskRow> rows;
  if (!selection) return rows;
  const auto visit = [&](const store::ProjectEntry&, const model::Project& project) {
    auto more = query::task_rows(project, filter, reading.now);
    rows.insert(rows.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  };
  CS_ASSIGN(const auto unreadable, read_projects(context, reading.view, *selection, visit));
  warn_unreadable(context, unreadable);
  return rows;
}

Result<int> run_task_list(Context& context, const Arguments& arguments) {
  std::optional<std::string> name;
  if (arguments.has("PROJECT")) {
    CS_ASSIGN(name, project_of(arguments));
  }
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto filter, task_filter_of(arguments, reading.now));
  std::vector<query::TaskRow> rows;
  if (name) {
    CS_ASSIGN(const auto found, query::read_one(reading.view, *name));
    rows = query::task_rows(found.project, filter, reading.now);
  } else {
    CS_ASSIGN(rows, rows_of_all(context, arguments, reading, filter));
  }
  if (arguments.json()) {
    context.out(report::tasks_json(name, rows));
  } else if (rows.empty()) {
    say_nothing_found(context, reading, "no task to show");
  } else {
    context.out(report::tasks_text(name, rows, style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kTaskListCommand = {
    .name = "task list",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "list tasks",
    .example = "claudestep task list auth --ready",
    .description =
        "One line a task, by index. Statuses follow from the pull requests: an open one makes its "
        "task in_progress, a merged one completed, and without either it is pending, or completed "
        "where it is checked.\n\n"
        "A pending task is ready when it is not claimed and everything that it depends on is "
        "completed. Tasks that were removed from the plan are not listed.\n\n"
        "--since, --until and --reviewer choose the tasks that have such a pull request, or a "
        "claim "
        "that counts. With PROJECT, --project and --archived choose nothing.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "of this project only",
                  .optional = true}},
    .options = {{.name = "status",
                 .type = ValueType::kChoice,
                 .value_name = "S",
                 .help = "only tasks with this status",
                 .repeatable = true,
                 .choices = {"pending", "in_progress", "completed"}},
                {.name = "ready", .help = "only tasks that could be started now"},
                kScopeReviewerOption,
                kScopeSinceOption,
                kScopeUntilOption,
                kScopeProjectOption,
                kScopeArchivedOption},
    .json_kind = "tasks",
    .run = run_task_list,
};

}  // namespace claudestep::cli
