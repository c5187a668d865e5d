#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/command.h"
#include "cli/plan_source.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "plan/match.h"
#include "report/plan.h"

namespace claudestep::cli {

namespace {

// The operations that bring the project to the plan, and in `drift` what that changes.
Result<std::vector<model::Operation>> import_into(const store::View& view, model::Branch& branch,
                                                  PlanSource& source, Instant now,
                                                  plan::Drift& drift) {
  CS_ASSIGN(source.project, project_followed_by(branch, source));
  std::vector<model::Operation> operations;
  model::Project before;
  if (branch.find(source.project)) {
    CS_ASSIGN(const auto* project, branch.get(source.project));
    before = *project;
  } else {
    operations.emplace_back(model::CreateProject{source.project});
    before.name = source.project;
  }
  model::SetPlan plan = plan::set_plan_of(before, source.plan, plan::match(before, source.plan));
  operations.emplace_back(std::move(plan));
  model::Branch trial(view);
  for (const model::Operation& operation : operations) {
    CS_ASSIGN(trial, model::apply(std::move(trial), operation, now));
  }
  CS_ASSIGN(const auto* after, trial.get(source.project));
  drift = plan::drift_of(before, *after);
  return operations;
}

Result<int> run_plan_import(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  CS_ASSIGN(auto source,
            read_plan_source(context, arguments, session.repository, arguments.text("PLAN")));
  plan::Drift drift;
  CS_ASSIGN(auto outcome,
            store::write(session.repository, write_options(context, session, arguments),
                         [&](const store::View& view, model::Branch& branch) {
                           return import_into(view, branch, source, context.clock->now(), drift);
                         }));
  if (outcome.changed && !drift.empty()) outcome.notes.push_back(report::drift_summary(drift));
  return answer_write(
      context, arguments, outcome,
      {.done = "",
       .nothing = quoted(source.project) + " follows " + quoted(source.plan.path) + " already"});
}

}  // namespace

extern const CommandSpec kPlanImportCommand = {
    .name = "plan import",
    .group = Group::kPlan,
    .kind = CommandKind::kWrite,
    .summary = "make the tasks of a plan the tasks of its project",
    .example = "claudestep plan import claude-step/auth/spec.md",
    .description =
        "Every task of the plan, done or not, becomes a task of the project, in its order; a "
        "project that is not there yet is made. Doing it again changes nothing.\n\n"
        "After an edit of the plan a task is known again by its text, wherever it went, and a "
        "reworded one by its words: its id and its pull requests stay with it. A task that the "
        "plan no longer has is dropped, or, where it has pull requests, kept as removed: in no "
        "count, its history and costs there. A ticked box completes a task that no pull request "
        "has completed; an empty one takes that back, but not what task check said since.\n\n"
        "A task is a line such as \"- [ ] Add user authentication\"; *, + and x, X do as well. "
        "Fenced code, comments, headings and what is indented under a task are none.",
    .operands = {{.name = "PLAN",
                  .type = ValueType::kFile,
                  .help = "a file, or REV:PATH for one of a commit"}},
    .options = {kPlanProjectOption},
    .json_kind = "write",
    .run = run_plan_import,
};

}  // namespace claudestep::cli
