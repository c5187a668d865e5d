#include "cli/command.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/progress.h"
#include "report/questions.h"

namespace claudestep::cli {

namespace {

Result<int> run_progress(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(auto scope, pr_scope_of(arguments, reading.now));
  CS_TRY(ask_stale_days(arguments, reading, scope));
  CS_ASSIGN(const auto selection, selection_of(arguments, reading.view));
  query::ProgressBuilder builder(reading.now, scope);
  CS_TRY(ask_facts(context, arguments, reading.view, selection, store::FactDepth::kRecords,
                   [&](const store::FactsRun& run) { builder.add(run); }));
  const query::Progress progress = std::move(builder).finish();
  if (arguments.json()) {
    context.out(report::progress_json(progress));
  } else if (progress.projects.empty()) {
    say_nothing_found(context, reading, "no project to show");
  } else {
    context.out(report::progress_text(progress, style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kProgressCommand = {
    .name = "progress",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "show how far each project is, and how the work flows",
    .example = "claudestep progress --since 30d",
    .description =
        "One line a project, then the flow of the pull requests asked for: how long from opened to "
        "merged, how many merged a week, what a merged task cost, how often the first try was "
        "right. --since, --until and --reviewer choose the pull requests of the flow; the lines "
        "show the projects as they are.\n\n"
        "The times are those of merged pull requests that say both, in the right order: the median "
        "(of two in the middle the mean) and the least that nine of ten do not exceed. Weeks are "
        "counted from --since, or the first merge, to --until, or now; less than a week is one. A "
        "task costs what all its pull requests cost, closed ones too.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "these projects only, archived or not",
                  .optional = true,
                  .repeatable = true}},
    .options = {kScopeSinceOption, kScopeUntilOption, kScopeProjectOption, kScopeReviewerOption,
                kScopeArchivedOption},
    .json_kind = "progress",
    .run = run_progress,
};

}  // namespace claudestep::cli
