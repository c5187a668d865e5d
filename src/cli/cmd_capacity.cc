#include <algorithm>

#include "cli/command.h"
#include "cli/question_scope.h"
#include "cli/reading.h"
#include "query/capacity.h"
#include "report/questions.h"

namespace claudestep::cli {

namespace {

bool nobody_has_room(const query::Capacity& capacity) {
  return std::none_of(capacity.reviewers.begin(), capacity.reviewers.end(),
                      [&](const query::CapacityRow& row) { return capacity.has_capacity(row); });
}

Result<int> run_capacity(Context& context, const Arguments& arguments) {
  std::optional<std::int64_t> max;
  if (arguments.has("max")) max = arguments.integer("max");
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto selection, selection_by_options(arguments, reading.view));
  query::CapacityBuilder builder(context.clock->now(), max, arguments.all("reviewer"));
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
        "One line a reviewer, by name: everybody whom a pull request or a claim of the projects "
        "names, also with nothing open; with --reviewer those named, whether anything names them "
        "or not. Open pull requests and claims that have not expired count alike.\n\n"
        "Without --max there is no limit, and everybody has room. Open pull requests that name "
        "nobody weigh on nobody; how many there are stands below.",
    .options = {{.name = "max",
                 .type = ValueType::kPositive,
                 .value_name = "N",
                 .help = "how much one reviewer may have under way"},
                {.name = "reviewer",
                 .type = ValueType::kText,
                 .value_name = "R",
                 .help = "only this reviewer",
                 .repeatable = true},
                kScopeProjectOption,
                kScopeArchivedOption},
    .json_kind = "capacity",
    .run = run_capacity,
    .no_means = "no reviewer has room",
};

}  // namespace claudestep::cli
