// Owns: what a forge's list of pull requests changes in the records: which of them are recorded,
// which belong to a task by the name of their branch, and which are nobody's.
// Leaves to others: reading the list (codec/forge_reader.h), writing (store/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/forge_pull.h"
#include "model/operation.h"
#include "query/unreadable.h"
#include "store/view.h"

namespace claudestep::query {

// A pull request of the forge that belongs to no task.
struct UnknownPull {
  std::int64_t number = 0;
  model::PrState state = model::PrState::kOpen;
  std::string branch;
  std::string title;           // "" when the forge told none
  bool has_task_name = false;  // its branch is named as for a task
  std::string reason;

  bool operator==(const UnknownPull&) const = default;
};

// A record that the forge contradicts in what no import may change.
struct PullDoubt {
  std::string project;
  std::int64_t number = 0;
  std::string recorded;  // "merged", or the branch
  std::string told;      // the same as the forge has it
  std::string reason;

  bool operator==(const PullDoubt&) const = default;
};

struct ForgeImport {
  std::vector<model::Operation> operations;  // by number
  std::vector<UnknownPull> unknown;          // by number
  std::vector<PullDoubt> doubts;             // by number, then project
  std::size_t known = 0;                     // pull requests that are recorded, or will be
  std::size_t settled = 0;                   // those of them that no doubt is about
  std::vector<UnreadableFile> unreadable;
};

// Compares the records of all projects, archived ones included, with `pulls`, each number told
// once. A record is the forge's pull request of its number when its branch is the same. What the
// forge does not say stays; a recorded time or merge commit stands; merged is final.
[[nodiscard]] Result<ForgeImport> import_pulls(const store::View& view,
                                               const std::vector<model::ForgePull>& pulls);

}  // namespace claudestep::query
