#include <algorithm>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/plan_folders.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/capacity.h"
#include "query/choice.h"
#include "report/questions.h"

namespace claudestep::cli {

namespace {

bool nobody_has_room(const query::Capacity& capacity) {
  return std::none_of(capacity.reviewers.begin(), capacity.reviewers.end(),
                      [&](const query::CapacityRow& row) { return capacity.has_capacity(row); });
}

// What the configurations of the projects say, of limits those chosen; --max goes before it.
Result<query::Limits> limits_for(const Context& context, const Arguments& arguments,
                                 const Reading& reading,
                                 const std::optional<query::Selection>& selection) {
  query::Limits limits;
  if (selection) {
    CS_ASSIGN(const auto folders, open_plan_folders(*reading.session, arguments));
    warn_of_missing_folder(context, folders);
    std::vector<query::UnreadableFile> unreadable;
    limits = query::limits_of(folders, selection->names, unreadable);
    warn_unreadable(context, unreadable);
  }
  if (arguments.has("max")) limits.everybody = arguments.integer("max");
  query::PrScope scope;
  CS_TRY(ask_stale_days(arguments, reading, scope));
  limits.stale_days = std::move(scope.stale_days);
  return limits;
}

Result<int> run_capacity(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const Bounds bounds, bounds_of(arguments, reading.now));
  CS_ASSIGN(const auto selection, selection_by_options(arguments, reading.view));
  CS_ASSIGN(auto limits, limits_for(context, arguments, reading, selection));
  query::CapacityBuilder builder(reading.now, std::move(limits), arguments.all("reviewer"),
                                 {bounds.since, bounds.until, {}});
  CS_TRY(ask_facts(context, arguments, reading.view, selection, store::FactDepth::kSums,
                   [&](const store::FactsRun& run) { builder.add(run); }));
  const query::Capacity capacity = std::move(builder).finish();
  if (arguments.json()) {
    context.out(report::capacity_json(capacity));
  } else if (capacity.reviewers.empty() && capacity.nobodys == 0) {
    say_nothing_found(context, reading, "no reviewer to show");
  } else {
    context.out(report::capacity_text(capacity, style_of(context)));
  }
  return !capacity.reviewers.empty() && nobody_has_room(capacity) ? 1 : 0;
}

}  // namespace

extern const CommandSpec kCapacityCommand = {
    .name = "capacity",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "show how much each reviewer has under way, and who has room",
    .example = "claudestep capacity --max 2",
    .description =
        "One line a reviewer, by name: everybody whom a configuration, a pull request or a claim "
        "of the projects names, also with nothing open; with --reviewer those named, whether "
        "anything names them or not. Open pull requests and claims that have not expired count "
        "alike; with --since and --until those that were opened or claimed then.\n\n"
        "Limits are those of configuration.yml (.yaml, .json) beside the plan of each project, "
        "claude-step/PROJECT/, claude-chain/PROJECT/ or in the folder that "
        "claudestep.projectsDir names, as the base branch has them: of several for one reviewer "
        "the greatest. --max goes before them. Where nobody has a limit everybody has room. Open "
        "pull requests that name nobody weigh on nobody; how many there are stands below. With "
        "--project only what is under way in those projects counts; `next` counts all of it.",
    .options = {{.name = "max",
                 .type = ValueType::kPositive,
                 .value_name = "N",
                 .help = "how much one reviewer may have under way"},
                {.name = "reviewer",
                 .type = ValueType::kText,
                 .value_name = "R",
                 .help = "only this reviewer",
                 .repeatable = true},
                kBaseOption,
                {.name = "since",
                 .type = ValueType::kMoment,
                 .value_name = "T",
                 .help =
                     "only what was opened or claimed at or after T: 30d, 2w, a date, an instant"},
                {.name = "until",
                 .type = ValueType::kMoment,
                 .value_name = "T",
                 .help = "only what was opened or claimed before T"},
                kScopeProjectOption,
                kScopeArchivedOption},
    .json_kind = "capacity",
    .run = run_capacity,
    .no_means = "no reviewer has room",
};

}  // namespace claudestep::cli
