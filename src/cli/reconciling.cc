#include "cli/reconciling.h"

#include "cli/output.h"
#include "cli/plan_completion.h"
#include "query/scan.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

// Says in the plan that `project` follows what is done. A project without a plan has none to say it
// in.
bool write_into_plan(const Context& context, const git::Repository& repository,
                     const std::string& ref, const std::string& project) {
  store::ViewOptions options;
  options.ref = ref;
  options.now = context.clock->now();
  const auto view = store::View::open(repository, options);
  const auto found = view ? query::read_one(*view, project) : fail(view.error());
  if (!found || !found->project.plan) return false;
  const auto completion = complete_plan(context, repository, found->project, true);
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

void say_what_follows(const Context& context, const git::Repository& repository,
                      const std::string& ref, const store::WriteOutcome& outcome) {
  if (!outcome.commit) return;
  const auto wished = repository.config_bool("claudestep.completePlan", false);
  if (!wished) warn(context, report::safe(wished.error().message));
  for (const std::string& project : outcome.completed_projects) {
    const bool done = wished && *wished && write_into_plan(context, repository, ref, project);
    if (!done) hint(context, "claudestep plan complete " + project);
  }
}

}  // namespace claudestep::cli
