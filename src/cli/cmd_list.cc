#include <algorithm>
#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/project_rows.h"
#include "query/scan.h"
#include "report/list.h"

namespace claudestep::cli {

namespace {

query::ProjectFilter project_filter_of(const Arguments& arguments, Instant now) {
  return {moment_of(arguments, "modified-since", now), moment_of(arguments, "created-since", now),
          moment_of(arguments, "completed-since", now)};
}

Result<int> run_list(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  const Instant now = reading.now;
  const query::ProjectFilter filter = project_filter_of(arguments, now);
  CS_ASSIGN(const query::PrScope scope, pr_scope_of(arguments, now));
  CS_ASSIGN(const auto selection, selection_by_options(arguments, reading.view));
  const auto depth = scope.is_open() ? store::FactDepth::kSums : store::FactDepth::kRecords;
  std::vector<query::ProjectRow> rows;
  const auto visit = [&](const store::FactsRun& run) {
    for (std::size_t i = 0; i < run.entries.size(); ++i) {
      const model::ProjectFacts& project = run.facts.projects[i];
      if (project.unreadable.size != 0 || !has_work_in(scope, run.facts, project, now)) continue;
      query::ProjectRow row = query::project_row(run.entries[i], run.facts, project, now);
      if (matches(row, filter)) rows.push_back(std::move(row));
    }
  };
  std::vector<query::UnreadableFile> unreadable;
  if (selection) {
    CS_ASSIGN(unreadable, read_facts(context, arguments, reading.view, *selection, depth, visit));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.project < b.project; });
  warn_unreadable(context, unreadable);
  if (arguments.json()) {
    context.out(report::projects_json(rows));
  } else if (rows.empty()) {
    say_nothing_found(context, reading, "no project to show", unreadable.size());
  } else {
    context.out(report::projects_text(rows, style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kListCommand = {
    .name = "list",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "list the projects",
    .example = "claudestep list --modified-since 7d",
    .description =
        "One line a project, sorted by name: its state, how many of its tasks are completed, when "
        "it was created, last changed and completed.\n\n"
        "States: empty (no tasks), not_started, active (something in progress or claimed), stalled "
        "(something done, something pending, nothing in progress), complete.\n\n"
        "Options of different kinds must all hold. --since, --until and --reviewer choose the "
        "projects that have such a pull request, or a claim that counts. A file that cannot be "
        "read is named on stderr "
        "and left out.",
    .options = {{.name = "modified-since",
                 .type = ValueType::kMoment,
                 .value_name = "T",
                 .help = "only projects last changed at or after T: 30d, 2w, a date, an instant"},
                {.name = "created-since",
                 .type = ValueType::kMoment,
                 .value_name = "T",
                 .help = "only projects created at or after T"},
                {.name = "completed-since",
                 .type = ValueType::kMoment,
                 .value_name = "T",
                 .help = "only projects completed at or after T"},
                kScopeSinceOption,
                kScopeUntilOption,
                kScopeProjectOption,
                kScopeReviewerOption,
                kScopeArchivedOption},
    .json_kind = "projects",
    .run = run_list,
};

}  // namespace claudestep::cli
