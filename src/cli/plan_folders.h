// Owns: the option --base, and how commands get at what the base branch says of projects.
// Leaves to others: reading it (store/plan_folders.h).
#pragma once

#include "base/result.h"
#include "cli/command.h"
#include "cli/session.h"
#include "store/plan_folders.h"

namespace claudestep::cli {

inline const OptionSpec kBaseOption = {
    .name = "base",
    .type = ValueType::kText,
    .value_name = "BRANCH",
    .help = "the branch that pull requests go to (the remote's default, main or master)"};

// The folders of plans on the base branch. kNotFound for a --base that is no branch. Requires:
// `session` outlives it and is not moved meanwhile.
[[nodiscard]] Result<store::PlanFolders> open_plan_folders(const Session& session,
                                                           const Arguments& arguments);

// Says on stderr that the folder which was chosen for plans is not there: what lies in it, such as
// reviewers, then counts for nothing.
void warn_of_missing_folder(const Context& context, const store::PlanFolders& folders);

}  // namespace claudestep::cli
