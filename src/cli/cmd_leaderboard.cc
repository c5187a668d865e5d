#include "cli/command.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/leaderboard.h"
#include "report/questions.h"

namespace claudestep::cli {

namespace {

Result<int> run_leaderboard(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto scope, pr_scope_of(arguments, reading.now));
  CS_ASSIGN(const auto selection, selection_by_options(arguments, reading.view));
  const auto depth = scope.is_open() ? store::FactDepth::kSums : store::FactDepth::kRecords;
  query::LeaderboardBuilder builder(scope);
  CS_TRY(ask_facts(context, arguments, reading.view, selection, depth,
                   [&](const store::FactsRun& run) { builder.add(run); }));
  const query::Leaderboard board = std::move(builder).finish();
  if (arguments.json()) {
    context.out(report::leaderboard_json(board));
  } else if (board.rows.empty() && board.nobodys == 0) {
    say_nothing_found(context, reading, "no pull request to count");
  } else {
    context.out(report::leaderboard_text(board, style_of(context)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kLeaderboardCommand = {
    .name = "leaderboard",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "rank reviewers by the pull requests they have brought to a merge",
    .example = "claudestep leaderboard --since 30d",
    .description =
        "One line a reviewer who has any of the pull requests asked for: most merged first, equals "
        "by name. Equals share a rank, and the next rank counts them all: 1, 2, 2, 4. The bar is "
        "the share of the most. Costs are those of all the pull requests counted in the line.\n\n"
        "Pull requests that name nobody are in no line; how many there are stands below.\n\n"
        "A merged pull request is counted when it was merged, a closed one when it was closed, an "
        "open one when it was opened; where the record does not say, when it was opened.",
    .options = {kScopeSinceOption, kScopeUntilOption, kScopeProjectOption, kScopeReviewerOption,
                kScopeArchivedOption},
    .json_kind = "leaderboard",
    .run = run_leaderboard,
};

}  // namespace claudestep::cli
