// Owns: which task of a project is next, or why none is, and the branch its pull request should
// use. Leaves to others: reviewers with room, claiming.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "model/project.h"
#include "query/task_rows.h"
#include "query/unreadable.h"

namespace claudestep::query {

enum class NextReason { kComplete, kNothingReady, kNoCapacity, kNotApproved };
[[nodiscard]] std::string_view to_string(NextReason reason);  // "complete", "nothing_ready"

struct NextTask {
  std::int64_t index = 0;
  std::string id;
  std::string description;

  bool operator==(const NextTask&) const = default;
};

// A task that must move before another one gets ready.
struct Waiting {
  enum class Why { kPending, kInProgress, kClaimed, kUnknown };
  std::string id;
  std::optional<std::int64_t> index;  // none: kUnknown, no task has that id
  Why why = Why::kPending;
  std::vector<std::int64_t> open_pull_requests;  // of a task in progress
  std::string claimed_by;                        // of a claimed one

  bool operator==(const Waiting&) const = default;
};

// A reviewer without room.
struct Busy {
  std::string reviewer;
  std::int64_t load = 0;
  std::int64_t max = 0;

  bool operator==(const Busy&) const = default;
};

// A feature specification that is not to be worked on yet.
struct Unapproved {
  std::string path;
  std::string status;  // "planning", "blocked"

  bool operator==(const Unapproved&) const = default;
};

struct Next {
  std::string project;
  bool archived = false;
  bool empty = false;  // the project has no tasks
  std::optional<NextTask> task;
  std::optional<std::string> reviewer;
  std::optional<std::string> branch;
  std::optional<ClaimRow> claim;           // of the task, where it was claimed for whoever asks
  std::optional<NextReason> reason;        // set when there is no task
  std::vector<Waiting> waiting_for;        // by index, unknown ids last
  std::vector<Busy> busy;                  // with kNoCapacity, in the order they are asked
  std::optional<Unapproved> unapproved;    // with kNotApproved
  std::vector<UnreadableFile> unreadable;  // whose load is not known

  bool operator==(const Next&) const = default;
};

// The first ready task in plan order; nothing is ready in an archived project. Requires: a settled
// project.
[[nodiscard]] Next next_of(const model::Project& project, bool archived, Instant now);

// The answer for one who has claimed `task`, with the claim while it counts. Requires: a settled
// project, and a task of it.
[[nodiscard]] Next next_claimed(const model::Project& project, const model::Task& task,
                                Instant now);

// The answer for one whose `task` is in progress or completed by now: nothing is ready for him.
// Requires: a settled project, and a task of it.
[[nodiscard]] Next next_taken_care_of(const model::Project& project, const model::Task& task,
                                      Instant now);

// A branch name for the next pull request of `task` that model::read_branch_name reads back as this
// task and that no recorded pull request of the project has:
//   claude-chain-<project>-<id>                         for a plain id of 8 hex digits
//   claudestep/<project>/task-<id>[-attempt-<k>]        where that is used, or the id has "-2" and
//                                                       so on; k counts from 2
//   claudestep/<project>/step-<index>[-attempt-<k>]     for any other id
// Nothing for a project whose name cannot stand in a branch name (it has "..").
[[nodiscard]] std::optional<std::string> branch_for(const model::Project& project,
                                                    const model::Task& task);

}  // namespace claudestep::query
