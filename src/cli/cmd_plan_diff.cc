#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/plan_source.h"
#include "cli/reading.h"
#include "model/operation.h"
#include "plan/match.h"
#include "query/scan.h"
#include "report/plan.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

constexpr int kDrifted = 1;

// How the project would change if the plan were imported into it now.
Result<plan::Drift> drift_from(const store::View& view, PlanSource& source, Instant now) {
  model::Branch known(view);
  CS_ASSIGN(source.project, project_followed_by(known, source));
  CS_ASSIGN(const auto found, query::read_one(view, source.project));
  const model::Project& before = found.project;
  CS_ASSIGN(
      auto branch,
      model::apply(model::Branch(view),
                   plan::set_plan_of(before, source.plan, plan::match(before, source.plan)), now));
  CS_ASSIGN(const auto* after, branch.get(source.project));
  return plan::drift_of(before, *after);
}

Result<int> run_plan_diff(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(auto source, read_plan_source(context, arguments, reading.session->repository,
                                          arguments.text("PLAN")));
  CS_ASSIGN(const auto drift, drift_from(reading.view, source, context.clock->now()));
  if (arguments.json()) {
    context.out(report::drift_json(source.project, drift));
  } else if (drift.empty()) {
    say(context, report::safe(source.project) + " follows " + report::safe(source.plan.path));
  } else {
    context.out(report::drift_text(drift));
    hint(context, "to take it over: claudestep plan import");
  }
  return arguments.has("check") && !drift.empty() ? kDrifted : 0;
}

}  // namespace

extern const CommandSpec kPlanDiffCommand = {
    .name = "plan diff",
    .group = Group::kPlan,
    .kind = CommandKind::kRead,
    .summary = "show how a plan differs from the tasks of its project",
    .example = "claudestep plan diff claude-step/auth/spec.md",
    .description =
        "What `plan import` would do: + a task to add, - one to remove, ~ one with other words, "
        "> one in another place, x one that was ticked, o one whose tick was taken back. Nothing "
        "is changed.",
    .operands = {{.name = "PLAN",
                  .type = ValueType::kFile,
                  .help = "a file, or REV:PATH for one of a commit"}},
    .options = {kPlanProjectOption, {.name = "check", .help = "exit 1 when there is a difference"}},
    .json_kind = "plan_diff",
    .run = run_plan_diff,
    .no_means = "with --check: the plan and the project differ",
};

}  // namespace claudestep::cli
