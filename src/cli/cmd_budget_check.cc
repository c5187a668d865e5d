#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/cost_question.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "codec/price_codec.h"
#include "report/costs.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

constexpr int kExceeded = 1;

Result<Money> limit_of(const Arguments& arguments) {
  auto limit = codec::read_dollars(arguments.text("limit"));
  if (!limit) return fail(std::move(limit.error()).within("option '--limit' takes dollars"));
  return limit;
}

// What is in no sum may have cost anything: a file that cannot be read lets no budget pass.
Error not_known(const store::View& view, const std::vector<query::UnreadableFile>& files) {
  const bool is_elsewhere = query::never_fetched(view, files).size() == files.size();
  Error error{is_elsewhere ? ErrorCode::kUnsupported : ErrorCode::kCorrupt,
              "what is spent is not known: " + counted(files.size(), "project file") +
                  " could not be read"};
  for (const query::UnreadableFile& file : files) {
    error.causes.push_back(report::safe(file.file) + ": " + report::safe(file.message));
  }
  if (is_elsewhere) error.hints.emplace_back("the next hint fetches them");
  error.hints.push_back(is_elsewhere ? query::fetch_contents_command(view) : "claudestep fsck");
  return error;
}

Result<int> run_budget_check(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const Money limit, limit_of(arguments));
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  if (reading.has_no_branch()) {
    return fail(nothing_is_known(*reading.session, "what is spent is not known"));
  }
  CS_ASSIGN(auto costs, ask_costs(context, arguments, reading, query::CostsBy::kProject, nullptr));
  const report::Budget budget{limit, std::move(costs)};
  if (!budget.is_exceeded() && !budget.costs.unreadable.empty()) {
    return fail(not_known(reading.view, budget.costs.unreadable));
  }
  warn_unreadable(context, budget.costs.unreadable);
  if (arguments.json()) {
    context.out(report::budget_json(budget));
  } else {
    context.out(report::budget_text(budget, style_of(context)));
  }
  return budget.is_exceeded() ? kExceeded : 0;
}

}  // namespace

extern const CommandSpec kBudgetCheckCommand = {
    .name = "budget check",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "tell whether AI operations cost more than a limit",
    .example = "claudestep budget check --limit 25 --project auth --since 2026-01-01",
    .description =
        "Exit code 1 when more than the limit is spent; what was spent to the last digit of the "
        "limit is within it. Which operations count, and when they happened, is as in 'claudestep "
        "costs'.\n\n"
        "A project file that cannot be read may hide any cost: unless the rest exceeds the limit "
        "by itself, that is an error and not a pass: exit code 5, or 6 where a partial clone never "
        "fetched it. Nor does one pass where there is no metadata branch: exit code 3.",
    .options = {{.name = "limit",
                 .type = ValueType::kText,
                 .value_name = "USD",
                 .help = "dollars that may be spent, such as 25 or 0.50",
                 .required = true},
                kCostProjectOption,
                kCostReviewerOption,
                kCostSinceOption,
                kCostUntilOption,
                kCostArchivedOption},
    .json_kind = "budget",
    .run = run_budget_check,
    .no_means = "more is spent than the limit",
};

}  // namespace claudestep::cli
