#include "base/text.h"
#include "cli/command.h"
#include "cli/cost_question.h"
#include "cli/output.h"
#include "cli/price_settings.h"
#include "cli/reading.h"
#include "report/costs.h"

namespace claudestep::cli {

namespace {

query::CostsBy side_of(const Arguments& arguments) {
  if (!arguments.has("by")) return query::CostsBy::kModel;
  const auto by = query::parse_costs_by(arguments.text("by"));
  CS_CHECK(by.has_value());
  return *by;
}

void say_costs(const Context& context, const Reading& reading, const query::Costs& costs) {
  if (reading.has_no_branch()) {
    say_how_to_begin(context, reading.view);
  } else {
    context.out(report::costs_text(costs, style_of(context)));
  }
}

Result<int> run_costs(Context& context, const Arguments& arguments) {
  if (arguments.has("prices") && !arguments.has("recompute")) {
    return fail(Error{ErrorCode::kUsage, "option '--prices' has a meaning with --recompute alone"});
  }
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  std::optional<model::PriceTable> prices;
  if (arguments.has("recompute")) {
    CS_ASSIGN(prices, prices_of(context, arguments, &reading.session->repository));
  }
  CS_ASSIGN(const auto costs, ask_costs(context, arguments, reading, side_of(arguments),
                                        prices ? &*prices : nullptr));
  if (!costs.unreadable.empty()) {
    warn(context, counted(costs.unreadable.size(), "project file") +
                      " could not be read; the sums leave " +
                      (costs.unreadable.size() == 1 ? "it" : "them") + " out");
  }
  if (arguments.json()) {
    context.out(report::costs_json(costs));
  } else {
    say_costs(context, reading, costs);
  }
  return 0;
}

}  // namespace

extern const CommandSpec kCostsCommand = {
    .name = "costs",
    .group = Group::kLook,
    .kind = CommandKind::kRead,
    .summary = "sum what the AI operations cost, by model, project, person or time",
    .example = "claudestep costs --by month --since 2026-01-01",
    .description =
        "One line for each model, project, reviewer, type of operation, day or month that has AI "
        "operations; sums are exact. Days and months are those of UTC and stand in order of time, "
        "everything else with the dearest first, equals by name. Operations that do not say are "
        "the line (none): last of all days, and last of equals.\n\n"
        "An operation happened when it was created; where it does not say, when its pull request "
        "was. One that has neither keeps no bound of --since or --until. Options of different "
        "kinds must all hold, of several --project options one.\n\n"
        "With --recompute, what was reported stands beside what the tokens come to at the prices "
        "that 'claudestep prices' shows, over the operations that have tokens and a model with a "
        "price. The others are listed below, and in neither of the two sums.",
    .options = {{.name = "by",
                 .type = ValueType::kChoice,
                 .help = "what a line stands for (model)",
                 .choices = {"model", "project", "reviewer", "type", "day", "month"}},
                kCostSinceOption,
                kCostUntilOption,
                kCostProjectOption,
                kCostReviewerOption,
                kCostArchivedOption,
                {.name = "recompute", .help = "reported costs beside those of the tokens"},
                kPricesOption},
    .json_kind = "costs",
    .run = run_costs,
};

}  // namespace claudestep::cli
