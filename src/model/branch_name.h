// Owns: the names that bots of all eras gave the branches of their pull requests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/project.h"

namespace claudestep::model {

// One way to understand a branch name. Exactly one of `index` and `hash` is set.
struct BranchReading {
  std::string project;
  std::optional<std::int64_t> index;
  std::optional<std::string> hash;  // 8 lower-case hex digits, in an id with "-2" and so on
  std::optional<std::int64_t> attempt;

  bool operator==(const BranchReading&) const = default;
};

// The readings of `branch` in the order they should be tried; empty when it follows no convention:
//   claude-step-<project>-<index|hash8>   claude-chain-<project>-<hash8>
//   claudestep/<project>/step-<n>[-attempt-<k>]   <YYYY-MM>-<project>-<index>
//   claudestep/<project>/task-<id>[-attempt-<k>]
// Project names contain hyphens. An all-digit ending of 8 characters is tried as a hash first.
[[nodiscard]] std::vector<BranchReading> read_branch_name(std::string_view branch);

// Whether `id` is one that a branch can name: a hash, or one with "-2" and so on.
[[nodiscard]] bool is_branch_id(std::string_view id);

// The task of `project` that a reading means, whatever project the reading names: a hash is looked
// up among ids, then among the hashes of the descriptions of today; an index among the tasks of the
// plan. Null when there is none. Requires: settled ids.
[[nodiscard]] const Task* task_meant(const Project& project, const BranchReading& reading);

}  // namespace claudestep::model
