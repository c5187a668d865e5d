#include "plan/trace.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "model/derive.h"

namespace claudestep::plan {
namespace {

Progress progress_of(const model::Project& project, const model::Task& task, Instant now) {
  switch (task.status) {
    case model::TaskStatus::kCompleted:
      return Progress::kDone;
    case model::TaskStatus::kInProgress:
      return Progress::kInProgress;
    case model::TaskStatus::kPending:
      break;
  }
  if (model::is_claimed(task, now)) return Progress::kClaimed;
  return model::is_ready(project, task, now) ? Progress::kReady : Progress::kPlanned;
}

TracedTask traced(const model::Project& project, const model::Task& task, Instant now) {
  TracedTask row;
  row.index = task.index.value;
  row.id = model::text_or_empty(task.id);
  row.text = task.description.value;
  row.removed = task.is_removed();
  row.progress = progress_of(project, task, now);
  if (!task.source) return row;
  row.name = model::text_or_empty(task.source->task);
  if (!task.source->requirements) return row;
  for (const model::Text& id : *task.source->requirements) row.requirements.push_back(id.value);
  return row;
}

// The tasks with their pull requests; those that are removed and have none are left out.
std::vector<TracedTask> traced_tasks(const model::Project& project, Instant now) {
  std::unordered_map<const model::Task*, std::size_t> place_of;
  std::vector<TracedTask> tasks;
  for (const model::Task& task : project.tasks) {
    place_of.emplace(&task, tasks.size());
    tasks.push_back(traced(project, task, now));
  }
  for (const model::PullRequest& pr : project.pull_requests) {
    const model::Task* task = model::task_of(project, pr);
    if (task == nullptr) continue;
    TracedTask& row = tasks[place_of.at(task)];
    row.cost += model::cost_of(pr);
    TracedPr one{pr.number.value, pr.state, std::nullopt};
    if (pr.merge_commit) one.merge_commit = pr.merge_commit->value;
    row.pull_requests.push_back(std::move(one));
  }
  std::erase_if(tasks,
                [](const TracedTask& task) { return task.removed && task.pull_requests.empty(); });
  std::stable_sort(tasks.begin(), tasks.end(), [](const TracedTask& a, const TracedTask& b) {
    return std::pair(a.removed, a.index) < std::pair(b.removed, b.index);
  });
  return tasks;
}

}  // namespace

std::string_view to_string(Progress progress) {
  switch (progress) {
    case Progress::kPlanned:
      return "planned";
    case Progress::kReady:
      return "ready";
    case Progress::kClaimed:
      return "claimed";
    case Progress::kInProgress:
      return "in_progress";
    case Progress::kDone:
      break;
  }
  return "done";
}

Trace trace_of(const model::Project& project, const std::vector<PlanRequirement>& requirements,
               Instant now) {
  Trace trace;
  trace.project = project.name.value;
  if (project.plan) {
    if (project.plan->path) trace.path = project.plan->path->value;
    trace.kind = model::text_or_empty(project.plan->kind);
  }
  trace.tasks = traced_tasks(project, now);
  std::unordered_map<std::string, std::size_t> place_of;
  for (const PlanRequirement& requirement : requirements) {
    const auto [place, is_new] = place_of.emplace(requirement.id, trace.requirements.size());
    if (is_new) trace.requirements.push_back({requirement.id, requirement.title, {}, 0, {}});
  }
  for (std::size_t at = 0; at < trace.tasks.size(); ++at) {
    const TracedTask& task = trace.tasks[at];
    trace.cost += task.cost;
    if (task.removed) continue;
    const bool done = task.progress == Progress::kDone;
    ++trace.total;
    if (done) ++trace.done;
    for (const std::string& id : task.requirements) {
      const auto [place, is_new] = place_of.emplace(id, trace.requirements.size());
      if (is_new) trace.requirements.push_back({id, "", {}, 0, {}});
      TracedRequirement& requirement = trace.requirements[place->second];
      requirement.tasks.push_back(at);
      requirement.cost += task.cost;
      if (done) ++requirement.done;
    }
  }
  return trace;
}

}  // namespace claudestep::plan
