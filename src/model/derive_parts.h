// Owns: what settle() and the operations both need to derive. Private to model/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/project.h"

namespace claudestep::model {

// The first of hash, hash-2, hash-3, ... of `description` that no task of `project` has as its id.
[[nodiscard]] std::string fresh_id(const Project& project, std::string_view description);

// Gives an id to each task that has none, in (index, position) order; false when all had one.
bool give_ids(std::vector<Task>& tasks);

// The error for a word that names no task of `project`.
[[nodiscard]] Error no_such_task(const Project& project, std::string_view word);

// True when `later` comes after `earlier` in (created_at, number) order, an absent created_at
// before all others.
[[nodiscard]] bool comes_after(const PullRequest& later, const PullRequest& earlier);

// The pull request that decides the status of `task`: the last that is not closed, or null.
// Requires: settled ids.
[[nodiscard]] const PullRequest* deciding_pr(const Project& project, const Task& task);

// The same for all tasks at once, by id. Valid until a pull request changes.
using DecidingPrs = std::unordered_map<std::string_view, const PullRequest*>;
[[nodiscard]] DecidingPrs deciding_prs(const Project& project);

}  // namespace claudestep::model
