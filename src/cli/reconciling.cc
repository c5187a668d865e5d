#include "cli/reconciling.h"

#include "base/text.h"
#include "cli/output.h"
#include "cli/plan_completion.h"
#include "query/scan.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

// The project as it is now; nothing for one without a plan, which has none to say anything in.
std::optional<model::Project> planned_project(const Context& context,
                                              const git::Repository& repository,
                                              const std::string& ref, const std::string& name) {
  store::ViewOptions options;
  options.ref = ref;
  options.now = context.clock->now();
  const auto view = store::View::open(repository, options);
  auto found = view ? query::read_one(*view, name) : fail(view.error());
  if (!found || !found->project.plan) return std::nullopt;
  return std::move(found->project);
}

// Says in the plan that `project` follows what is done.
bool write_into_plan(const Context& context, const git::Repository& repository,
                     const model::Project& project) {
  const auto completion = complete_plan(context, repository, project, true);
  if (!completion) {
    warn(context, report::safe(completion.error().message));
    return false;
  }
  if (!completion->reworded.empty()) {
    warn(context, report::safe(completion->plan.path) +
                      " has other words for what is done: plan import first, nothing is changed");
    return false;
  }
  if (completion->written) {
    say(context,
        report::safe(completion->plan.path) + " says now what is done; look at it and commit it");
  }
  return true;
}

}  // namespace

void warn_left_out(const Context& context, const truth::Reconciled& result) {
  for (const store::Unreadable& file : result.unreadable) {
    warn(context, report::safe(file.file) + " is left out: " + report::safe(file.error.one_line()));
  }
}

void warn_unknown(const Context& context, const truth::Reconciled& result) {
  const std::size_t count = result.found.unknown.size();
  if (count == 0) return;
  warn(context, "this clone is shallow: whether " + counted(count, "pull request") + " " +
                    (count == 1 ? "is" : "are") + " merged lies behind its end");
  hint(context, "git fetch --unshallow");
  hint(context, "in a workflow: actions/checkout with fetch-depth: 0");
}

void say_what_follows(const Context& context, const git::Repository& repository,
                      const std::string& ref, const store::WriteOutcome& outcome) {
  if (!outcome.commit) return;
  const auto wished = repository.config_bool("claudestep.completePlan", false);
  if (!wished) warn(context, report::safe(wished.error().message));
  for (const std::string& name : outcome.completed_projects) {
    const auto project = planned_project(context, repository, ref, name);
    if (!project) continue;
    const bool done = wished && *wished && write_into_plan(context, repository, *project);
    if (!done) hint(context, "claudestep plan complete " + name);
  }
}

}  // namespace claudestep::cli
