#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "cli/asked.h"
#include "cli/command.h"
#include "cli/reading.h"
#include "cli/session.h"
#include "query/doctor.h"
#include "report/doctor.h"

namespace claudestep::cli {

namespace {

std::vector<query::Checkup> examine(const Context& context, const Arguments& arguments) {
  std::vector<query::Checkup> checkups{query::examine_git(context.environment, context.cwd)};
  // Opening it, we would wait at some.
  if (const auto folder = find_repository(context, arguments)) {
    auto pipes = query::examine_pipes(*folder);
    if (!pipes.empty()) {
      std::move(pipes.begin(), pipes.end(), std::back_inserter(checkups));
      return checkups;
    }
  }
  const auto repository = open_repository(context, arguments);
  if (!repository) {
    checkups.push_back(query::examine_failure("repository", repository.error()));
    return checkups;
  }
  const auto ref = store::choose_ref(*repository, context.environment, arguments.maybe("ref"));
  if (!ref) {
    checkups.push_back(query::examine_failure("ref", ref.error()));
    return checkups;
  }
  auto seen = query::examine(*repository, *ref, context.environment, context.clock->now());
  checkups.insert(checkups.end(), std::make_move_iterator(seen.begin()),
                  std::make_move_iterator(seen.end()));
  return checkups;
}

Result<int> run_doctor(Context& context, const Arguments& arguments) {
  auto checkups = examine(context, arguments);
  for (query::Checkup& checkup : checkups) {
    for (std::string& hint : checkup.hints) hint = for_asked(context.asked, std::move(hint));
  }
  context.out(arguments.json() ? report::doctor_json(checkups)
                               : report::doctor_text(checkups, style_of(context)));
  const bool ill = std::any_of(checkups.begin(), checkups.end(), [](const auto& checkup) {
    return checkup.health == query::Health::kProblem;
  });
  return ill ? 1 : 0;
}

}  // namespace

extern const CommandSpec kDoctorCommand = {
    .name = "doctor",
    .group = Group::kStart,
    .kind = CommandKind::kRead,
    .summary = "name what stands in the way, and the way out; change nothing",
    .example = "claudestep doctor",
    .description =
        "Looks at git, the clone, its configuration, the disk, locks, the branch and its remote, "
        "the project files, and work trees that have the branch checked out. A warning is worth "
        "knowing; with a problem some command will not do what is asked of it.",
    .json_kind = "doctor",
    .run = run_doctor,
    .no_means = "something is a problem",
};

}  // namespace claudestep::cli
