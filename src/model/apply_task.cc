// Operations on tasks.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "base/text.h"
#include "model/derive.h"
#include "model/derive_parts.h"
#include "model/operation_parts.h"

namespace claudestep::model {
namespace {

constexpr std::int64_t kLastIndex = std::numeric_limits<std::int64_t>::max() - 1;
constexpr std::int64_t kLongestClaim = std::int64_t{365} * 24 * 3600;

std::int64_t greatest_index(const Project& project) {
  std::int64_t greatest = 0;
  for (const Task& task : project.tasks) greatest = std::max(greatest, task.index.value);
  return greatest;
}

// Puts `task` in its place: those from there on move up by one, their pull requests with them.
void insert_task(Project& project, Task task) {
  const std::string id = task.id->value;
  auto place = project.tasks.end();
  bool unsettled = false;
  for (auto later = project.tasks.end(); later != project.tasks.begin();) {
    --later;
    if (later->index < task.index) continue;
    later->index = later->index.value + 1;
    place = later;
    unsettled = true;
  }
  project.tasks.insert(place, std::move(task));
  // A pull request may have named this task while there was none of that id or index.
  for (const PullRequest& pr : project.pull_requests) {
    if (!pr.task_id || pr.task_id->value == id) unsettled = true;
  }
  if (unsettled) settle(project);
}

std::string task_label(const Project& project, const Task& task) {
  return fmt::format("task {} of {}", task.index.value, quoted(project.name.value));
}

std::string next_command(const Project& project) {
  return fmt::format("claudestep next {}", shell_word(project.name.value, "PROJECT"));
}

// "task 1 and task 2", as people name them: by index where there is one.
std::string list_tasks(const Project& project, const std::vector<std::string>& ids) {
  std::string list;
  for (std::size_t at = 0; at < ids.size(); ++at) {
    if (at > 0) list += at + 1 == ids.size() ? " and " : ", ";
    const Task* task = find_task_by_id(project, ids[at]);
    list += task != nullptr ? fmt::format("task {}", task->index.value)
                            : fmt::format("task {}, which there is not", quoted(ids[at]));
  }
  return list;
}

// Refuses a claim of a task that is not there to be taken.
Status check_claimable(const Project& project, const Task& task, std::string_view cannot) {
  const auto conflict = [&](std::string_view why) {
    return refuse(ErrorCode::kConflict, cannot, why, next_command(project));
  };
  if (task.is_removed()) return conflict("it is removed from the plan");
  if (task.status == TaskStatus::kCompleted) return conflict("it is completed");
  if (const PullRequest* open = deciding_pr(project, task)) {
    return conflict(fmt::format("it has an open pull request, #{}", open->number.value));
  }
  if (const auto missing = waiting_for(project, task); !missing.empty()) {
    return conflict(fmt::format("it waits for {}", list_tasks(project, missing)));
  }
  return {};
}

}  // namespace

Status apply_to(Branch& branch, const AddTask& op, Instant now) {
  const std::string cannot = fmt::format("add a task to {}", quoted(op.project));
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_TRY(check_description(cannot, op.description));
  const std::int64_t last = greatest_index(*project);
  if (last >= kLastIndex) {
    return refuse(ErrorCode::kCorrupt, cannot,
                  fmt::format("index {} leaves no room for more", last), "claudestep fsck");
  }
  if (op.index && (*op.index < 1 || *op.index > last + 1)) {
    return refuse(ErrorCode::kInvalidInput, cannot, fmt::format("there is no place {}", *op.index),
                  fmt::format("the index can be 1 to {}", last + 1));
  }
  CS_ASSIGN(std::vector<Text> needs, task_ids(*project, op.depends_on));

  Task task;
  task.index = op.index.value_or(last + 1);
  task.description = op.description;
  task.id = Text(fresh_id(*project, op.description));
  if (!needs.empty()) task.depends_on = std::move(needs);
  insert_task(*project, std::move(task));
  touch(branch, *project, now);
  return {};
}

Status apply_to(Branch& branch, const EditTask& op, Instant now) {
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* task, task_in(*project, op.task));
  CS_TRY(check_description("edit " + task_label(*project, *task), op.description));
  if (task->description.value == op.description && !task->is_placeholder()) return {};
  if (task->description.value != op.description) task->description = op.description;
  if (task->is_placeholder()) task->placeholder.reset();
  touch(branch, *project, now);
  return {};
}

Status apply_to(Branch& branch, const CheckTask& op, Instant now) {
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* task, task_in(*project, op.task));
  if (task->is_checked() == op.checked) return {};
  set_flag(task->checked, op.checked);
  if (project->plan) set_flag(task->by_hand, !task->is_by_hand());
  task->status = derive_status(*project, *task);
  touch(branch, *project, now);
  return {};
}

Status apply_to(Branch& branch, const ClaimTask& op, Instant now) {
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* task, task_in(*project, op.task));
  const std::string cannot = "claim " + task_label(*project, *task);
  CS_TRY(check_word(cannot, "the claimant", op.by));
  if (op.reviewer) CS_TRY(check_reviewer(cannot, *op.reviewer));
  if (op.ttl_seconds < 1 || op.ttl_seconds > kLongestClaim) {
    return refuse(
        ErrorCode::kInvalidInput, cannot,
        op.ttl_seconds < 1 ? "a claim lives a second at least" : "a claim lives 365 days at most",
        "2h is usual");
  }
  CS_TRY(check_claimable(*project, *task, cannot));
  if (is_claimed(*task, now)) {
    const Claim& held = *task->claim;
    if (held.by.value == op.by) return {};
    return refuse(ErrorCode::kConflict, cannot,
                  fmt::format("it is claimed by {} until {}", quoted(held.by.value),
                              format_instant(held.expires.value.instant())),
                  next_command(*project));
  }
  Claim claim;
  claim.by = op.by;
  if (op.reviewer) claim.reviewer = Text(*op.reviewer);
  claim.at = Timestamp(now);
  claim.expires = Timestamp(plus_seconds(now, op.ttl_seconds));
  task->claim = std::move(claim);
  touch(branch, *project, now);
  return {};
}

Status apply_to(Branch& branch, const ReleaseTask& op, Instant now) {
  CS_ASSIGN(auto* project, open_project(branch, op.project));
  CS_ASSIGN(auto* task, task_in(*project, op.task));
  if (!task->claim) return {};
  task->claim.reset();
  touch(branch, *project, now);
  return {};
}

}  // namespace claudestep::model
