#include "query/next.h"

#include <algorithm>
#include <utility>

#include "model/branch_name.h"
#include "model/derive.h"

namespace claudestep::query {

namespace {

bool is_recorded(const model::Project& project, std::string_view branch) {
  return std::any_of(project.pull_requests.begin(), project.pull_requests.end(),
                     [&](const model::PullRequest& pr) {
                       return pr.branch_name && pr.branch_name->value == branch;
                     });
}

std::vector<const model::Task*> in_plan_order(const model::Project& project) {
  std::vector<const model::Task*> tasks;
  for (const model::Task& task : project.tasks) {
    if (!task.is_removed()) tasks.push_back(&task);
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const model::Task* a, const model::Task* b) {
    return a->index.value < b->index.value;
  });
  return tasks;
}

Waiting waiting_of(const model::Project& project, const model::Task& task, Instant now) {
  Waiting waiting;
  waiting.id = model::text_or_empty(task.id);
  waiting.index = task.index.value;
  if (task.status == model::TaskStatus::kInProgress) {
    waiting.why = Waiting::Why::kInProgress;
    for (const model::PullRequest& pr : project.pull_requests) {
      if (pr.state == model::PrState::kOpen && model::task_of(project, pr) == &task) {
        waiting.open_pull_requests.push_back(pr.number.value);
      }
    }
  } else if (task.claim && model::is_claimed(task, now)) {
    waiting.why = Waiting::Why::kClaimed;
    waiting.claimed_by = task.claim->by.value;
  }
  return waiting;
}

// Everything under way, and everything that a pending task depends on and that is not done.
std::vector<Waiting> all_waiting(const model::Project& project,
                                 const std::vector<const model::Task*>& tasks, Instant now) {
  std::vector<std::string> needed;
  for (const model::Task* task : tasks) {
    if (task->status != model::TaskStatus::kPending) continue;
    for (std::string& id : model::waiting_for(project, *task)) needed.push_back(std::move(id));
  }
  std::sort(needed.begin(), needed.end());
  needed.erase(std::unique(needed.begin(), needed.end()), needed.end());

  std::vector<Waiting> waiting;
  for (const model::Task* task : tasks) {
    Waiting one = waiting_of(project, *task, now);
    const auto asked = std::find(needed.begin(), needed.end(), one.id);
    if (one.why != Waiting::Why::kPending || asked != needed.end()) {
      waiting.push_back(std::move(one));
    }
    if (asked != needed.end()) needed.erase(asked);
  }
  for (std::string& id : needed) {
    waiting.push_back(Waiting{std::move(id), std::nullopt, Waiting::Why::kUnknown, {}, {}});
  }
  return waiting;
}

void name_task(Next& next, const model::Project& project, const model::Task& task) {
  next.task = NextTask{task.index.value, model::text_or_empty(task.id), task.description.value};
  next.branch = branch_for(project, task);
}

}  // namespace

std::string_view to_string(NextReason reason) {
  switch (reason) {
    case NextReason::kComplete:
      return "complete";
    case NextReason::kNothingReady:
      return "nothing_ready";
    case NextReason::kNoCapacity:
      return "no_capacity";
    case NextReason::kNotApproved:
      break;
  }
  return "not_approved";
}

Next next_of(const model::Project& project, bool archived, Instant now) {
  Next next;
  next.project = project.name.value;
  next.archived = archived;
  const auto tasks = in_plan_order(project);
  next.empty = tasks.empty();
  if (!tasks.empty() && std::all_of(tasks.begin(), tasks.end(), [](const model::Task* task) {
        return task->status == model::TaskStatus::kCompleted;
      })) {
    next.reason = NextReason::kComplete;
    return next;
  }
  const auto ready = std::find_if(tasks.begin(), tasks.end(), [&](const model::Task* task) {
    return !archived && model::is_ready(project, *task, now);
  });
  if (ready == tasks.end()) {
    next.reason = NextReason::kNothingReady;
    if (!archived) next.waiting_for = all_waiting(project, tasks, now);
    return next;
  }
  name_task(next, project, **ready);
  return next;
}

Next next_claimed(const model::Project& project, const model::Task& task, Instant now) {
  Next next;
  next.project = project.name.value;
  name_task(next, project, task);
  next.claim = claim_row(task, now);
  if (next.claim) next.reviewer = next.claim->reviewer;
  return next;
}

Next next_taken_care_of(const model::Project& project, const model::Task& task, Instant now) {
  Next next;
  next.project = project.name.value;
  next.reason = NextReason::kNothingReady;
  if (task.status == model::TaskStatus::kInProgress) {
    next.waiting_for.push_back(waiting_of(project, task, now));
  }
  return next;
}

std::optional<std::string> branch_for(const model::Project& project, const model::Task& task) {
  const std::string& name = project.name.value;
  if (name.find("..") != std::string::npos) return std::nullopt;  // git refuses such a ref
  const std::string& id = model::text_or_empty(task.id);
  const std::string hashed = "claude-chain-" + name + "-" + id;
  const auto readings = model::read_branch_name(hashed);
  const bool reads_back = readings.size() == 1 && readings.front().project == name;
  if (reads_back && !is_recorded(project, hashed)) return hashed;
  // An index would mean another task once the plan has changed.
  const bool has_id = model::is_branch_id(id);
  const std::string step =
      "claudestep/" + name + (has_id ? "/task-" + id : "/step-" + std::to_string(task.index.value));
  std::string branch = step;
  for (int attempt = 2; is_recorded(project, branch); ++attempt) {
    branch = step + "-attempt-" + std::to_string(attempt);
  }
  return branch;
}

}  // namespace claudestep::query
