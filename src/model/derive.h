// Owns: everything that follows from a project's records and is never stored as truth: ids,
// statuses, states, completion, readiness, totals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/project.h"

namespace claudestep::model {

// The first 8 hex digits of SHA-256 over `description` with white space collapsed and trimmed.
// "Add user authentication" -> "39b1209d".
[[nodiscard]] std::string description_hash(std::string_view description);

// Makes the derived members true: tasks without an id get one (in (index, position) order, "-2",
// "-3" appended when taken), pull requests get the task_id of their task_index and the task_index
// of their task_id (the id decides), statuses are derived. A pull request that names no task stays
// as it is. Sets lacks_ids where it gave an id; a second call changes nothing.
void settle(Project& project);

// The status of a task that is ticked or not and whose last pull request that is not closed has
// that state.
[[nodiscard]] TaskStatus status_given(bool is_checked, std::optional<PrState> deciding);

// The status that the pull requests of `task` give it. Requires: settled ids.
[[nodiscard]] TaskStatus derive_status(const Project& project, const Task& task);

// The task that `pr` belongs to: by its task_id, or by task_index when it has no id; null when
// there is none.
[[nodiscard]] const Task* task_of(const Project& project, const PullRequest& pr);

// The same for whoever asks for many: finds each in no time. Valid until a task changes, comes or
// goes.
class TaskTable {
 public:
  explicit TaskTable(const Project& project);

  // What task_of() and find_task_by_id() say.
  [[nodiscard]] const Task* of(const PullRequest& pr) const;
  [[nodiscard]] const Task* by_id(std::string_view id) const;

 private:
  std::unordered_map<std::string_view, const Task*> by_id_;
  std::unordered_map<std::int64_t, const Task*> by_index_;
};

// A task as an argument names it: an index, or an id (an all-digit word is an index first). Returns
// kNotFound with the nearest id as a hint, kCorrupt when two tasks have that index, or the id.
// Requires: settled ids.
[[nodiscard]] Result<const Task*> resolve_task(const Project& project, std::string_view word);

// What task_of() says; kCorrupt when two tasks have the id. Requires: settled ids.
[[nodiscard]] Result<const Task*> only_task_of(const Project& project, const PullRequest& pr);

// kCorrupt when two tasks of `project` have one id. Requires: settled ids.
[[nodiscard]] Status check_ids(const Project& project);

// An unexpired claim of a task without a completed or open pull request.
[[nodiscard]] bool is_claimed(const Task& task, Instant now);

// Pending, not removed, not claimed at `now`, everything it depends on completed (or removed).
[[nodiscard]] bool is_ready(const Project& project, const Task& task, Instant now);
[[nodiscard]] bool is_ready(const TaskTable& tasks, const Task& task, Instant now);

// The ids in `task.depends_on` that keep it from being ready, in order. An id that names no task is
// one.
[[nodiscard]] std::vector<std::string> waiting_for(const Project& project, const Task& task);
[[nodiscard]] std::vector<std::string> waiting_for(const TaskTable& tasks, const Task& task);

enum class ProjectState : std::uint8_t { kEmpty, kNotStarted, kActive, kStalled, kComplete };
[[nodiscard]] std::string_view to_string(ProjectState state);

// Counts over the tasks that are not removed, and over all pull requests and operations.
struct Totals {
  std::int64_t tasks = 0;
  std::int64_t completed = 0;
  std::int64_t in_progress = 0;
  std::int64_t pending = 0;
  std::int64_t claimed = 0;  // of the pending ones
  std::int64_t pull_requests = 0;
  std::int64_t open = 0;
  std::int64_t merged = 0;
  std::int64_t closed = 0;
  std::int64_t ai_operations = 0;
  Money cost;
  Int128 tokens_input = 0;
  Int128 tokens_output = 0;
  Duration duration;

  Totals& operator+=(const Totals& other);
};

// Requires: a settled project.
[[nodiscard]] Totals totals_of(const Project& project, Instant now);
[[nodiscard]] Money cost_of(const PullRequest& pr);
[[nodiscard]] ProjectState state_of(const Totals& totals);

// part / whole in tenths of a percent, half up, but 1000 only where they are equal: 666 is "66.6".
// 0 of nothing. Requires: part <= whole, neither negative.
[[nodiscard]] int permille_of(std::int64_t part, std::int64_t whole);
// completed / tasks.
[[nodiscard]] int completion_permille(const Totals& totals);

// `created_at`, else the earliest instant inside, else `last_updated`.
[[nodiscard]] std::optional<Instant> created_at_of(const Project& project);

// When the project is complete: the latest merged_at, else created_at, over the pull requests that
// complete its tasks; nothing for a project that is not complete or that ticks alone completed.
[[nodiscard]] std::optional<Instant> completed_at_of(const Project& project, const Totals& totals);

}  // namespace claudestep::model
