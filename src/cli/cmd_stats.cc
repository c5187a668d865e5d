#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/scan.h"
#include "query/stats.h"
#include "report/stats.h"

namespace claudestep::cli {

namespace {

Result<int> run_stats(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(auto scope, pr_scope_of(arguments, reading.now));
  CS_TRY(ask_stale_days(arguments, reading, scope));
  CS_ASSIGN(const auto selection, selection_of(arguments, reading.view));
  const auto depth = scope.is_open() ? store::FactDepth::kSums : store::FactDepth::kRecords;
  query::StatsBuilder builder(reading.now, scope);
  std::vector<query::UnreadableFile> unreadable;
  if (selection) {
    CS_ASSIGN(unreadable, read_facts(context, arguments, reading.view, *selection, depth,
                                     [&](const store::FactsRun& run) { builder.add(run); }));
  }
  query::Stats stats = std::move(builder).finish();
  stats.ref = reading.view.ref();
  if (reading.view.commit()) stats.commit = reading.view.commit()->hex();
  stats.unreadable = std::move(unreadable);

  if (!stats.unreadable.empty()) {
    warn(context, counted(stats.unreadable.size(), "project file") +
                      " could not be read; the numbers leave " +
                      (stats.unreadable.size() == 1 ? "it" : "them") + " out");
  }
  if (arguments.json()) {
    context.out(report::stats_json(stats));
  } else if (reading.has_no_branch()) {
    say_how_to_begin(context, reading.view);
  } else {
    context.out(report::stats_text(stats, style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kStatsCommand = {
    .name = "stats",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "show where all projects stand: progress, pull requests, costs",
    .example = "claudestep stats",
    .description =
        "One line a project, one a reviewer, and the sums over the projects shown. OPEN counts "
        "open "
        "pull requests, STALE those of them that have been open for more than 7 "
        "days, or what the configuration of the project says.\n\n"
        "--since, --until and --reviewer choose the pull requests that are counted, with their "
        "costs: a merged one by when it was merged, a closed one by when it was closed, an open "
        "one by when it was opened. Tasks and states are shown as they are.\n\n"
        "A project file that cannot be read is listed with the reason, and never hides the others.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "these projects only, archived or not",
                  .optional = true,
                  .repeatable = true}},
    .options = {kScopeSinceOption, kScopeUntilOption, kScopeProjectOption, kScopeReviewerOption,
                kScopeArchivedOption},
    .json_kind = "stats",
    .run = run_stats,
};

}  // namespace claudestep::cli
