// Owns: the next task of a project and who is to review it: what the base branch says of the
// project, held to what everybody has under way.
// Leaves to others: which task is ready (query/next.h), claiming.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "query/capacity.h"
#include "query/next.h"
#include "query/unreadable.h"
#include "store/facts.h"
#include "store/plan_folders.h"
#include "store/view.h"

namespace claudestep::query {

// Who asks, and by what.
struct ChoiceOptions {
  const store::PlanFolders* folders = nullptr;
  store::FactsOptions facts;
  Instant now;
};

// The next task of `project`, with the first configured reviewer who has room over all projects; a
// project without configured reviewers has none and needs none. Files that could not be read, whose
// load is not known, are in `unreadable`. The reason is kNotApproved where
// its specification is still planned or blocked, kNoCapacity where no reviewer has room. kCorrupt
// for a configuration or specification on the base branch that cannot be read; else as read_one().
[[nodiscard]] Result<Next> choose_next(const store::View& view, std::string_view project,
                                       const ChoiceOptions& options);

// The limits that the configurations of `projects` set, of all that have a folder where it is
// empty. What cannot be read is in the list and sets none.
[[nodiscard]] Limits limits_of(const store::PlanFolders& folders,
                               const std::vector<std::string>& projects,
                               std::vector<UnreadableFile>& unreadable);

}  // namespace claudestep::query
