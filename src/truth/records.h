// Owns: the recorded pull requests that are judged, each with the commits that its branch is known
// to end in.
// Leaves to others: the projects (store/view.h), the judging (evidence.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "model/project.h"

namespace claudestep::truth {

// What is known of the end of a branch.
struct Tip {
  git::ObjectId id;
  bool own = false;  // the forge's own head of this pull request: of no other, and never moved on
};

struct Record {
  std::string project;
  std::int64_t number = 0;
  std::string branch;  // "" when none is recorded
  model::PrState state = model::PrState::kOpen;
  std::optional<Instant> created_at;
  std::optional<Instant> ended_at;  // when it was closed or merged, as recorded
  std::optional<git::ObjectId> merge_commit;
  std::string base;  // the name of the branch it is to be merged into; "" where that is not known
  std::vector<Tip> tips;
  bool judged = true;  // else it only tells what others are not
};

[[nodiscard]] Record record_of(const std::string& project, const model::PullRequest& pr);

// The forge's own head of a pull request: refs/pull/N/head, refs/merge-requests/N/head, and where
// such are fetched to, refs/remotes/R/pr/N and the like. Nothing where none was fetched.
[[nodiscard]] Result<std::optional<git::ObjectId>> own_head(const git::Repository& repository,
                                                            std::int64_t number);

// Where `branch` ends, here and on each remote, each commit once.
[[nodiscard]] Result<std::vector<git::ObjectId>> branch_ends(const git::Repository& repository,
                                                             const std::string& branch);

// Finds the tips of all `records`. A branch that several pull requests had belongs to the one that
// was opened last; the others are known by their own heads alone. A branch without commits of its
// own, and one that is the base itself, tells nothing, which is for evidence.h to see.
[[nodiscard]] Status find_tips(const git::Repository& repository, std::vector<Record>& records);

}  // namespace claudestep::truth
