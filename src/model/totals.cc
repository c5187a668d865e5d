// States, readiness and totals: the questions of derive.h that only read.
#include <algorithm>

#include "model/derive.h"
#include "model/derive_parts.h"

namespace claudestep::model {
namespace {

constexpr int kAllPermille = 1000;

void keep_earliest(std::optional<Instant>& earliest, const Opt<Time>& time) {
  if (time && (!earliest || time->value.instant() < *earliest)) earliest = time->value.instant();
}

// The earliest instant that any record of the project tells.
std::optional<Instant> earliest_inside(const Project& project) {
  std::optional<Instant> earliest;
  for (const PullRequest& pr : project.pull_requests) {
    keep_earliest(earliest, pr.created_at);
    keep_earliest(earliest, pr.merged_at);
    keep_earliest(earliest, pr.closed_at);
    for (const AiOperation& operation : pr.ai_operations) {
      keep_earliest(earliest, operation.created_at);
    }
  }
  for (const Task& task : project.tasks) {
    if (task.claim) keep_earliest(earliest, task.claim->at);
  }
  return earliest;
}

void count_task(Totals& totals, const Task& task, Instant now) {
  ++totals.tasks;
  switch (task.status) {
    case TaskStatus::kCompleted:
      ++totals.completed;
      break;
    case TaskStatus::kInProgress:
      ++totals.in_progress;
      break;
    case TaskStatus::kPending:
      ++totals.pending;
      if (is_claimed(task, now)) ++totals.claimed;
      break;
  }
}

void count_pr(Totals& totals, const PullRequest& pr) {
  ++totals.pull_requests;
  switch (pr.state) {
    case PrState::kOpen:
      ++totals.open;
      break;
    case PrState::kMerged:
      ++totals.merged;
      break;
    case PrState::kClosed:
      ++totals.closed;
      break;
  }
  for (const AiOperation& operation : pr.ai_operations) {
    ++totals.ai_operations;
    if (operation.cost_usd) totals.cost += operation.cost_usd->value;
    if (operation.tokens_input) totals.tokens_input += operation.tokens_input->value;
    if (operation.tokens_output) totals.tokens_output += operation.tokens_output->value;
    if (operation.duration_seconds) totals.duration += operation.duration_seconds->value;
  }
}

// The ids in depends_on whose task, as `find` has it, is not done.
template <typename Find>
std::vector<std::string> undone_of(const Task& task, Find find) {
  std::vector<std::string> undone;
  if (!task.depends_on) return undone;
  for (const Text& id : *task.depends_on) {
    const Task* needed = find(id.value);
    const bool done =
        needed != nullptr && (needed->is_removed() || needed->status == TaskStatus::kCompleted);
    if (!done) undone.push_back(id.value);
  }
  return undone;
}

bool is_free(const Task& task, Instant now) {
  return task.status == TaskStatus::kPending && !task.is_removed() && !is_claimed(task, now);
}

}  // namespace

bool is_claimed(const Task& task, Instant now) {
  return task.claim && task.status == TaskStatus::kPending &&
         now < task.claim->expires.value.instant();
}

std::vector<std::string> waiting_for(const Project& project, const Task& task) {
  return undone_of(task, [&](std::string_view id) { return find_task_by_id(project, id); });
}

std::vector<std::string> waiting_for(const TaskTable& tasks, const Task& task) {
  return undone_of(task, [&](std::string_view id) { return tasks.by_id(id); });
}

bool is_ready(const Project& project, const Task& task, Instant now) {
  return is_free(task, now) && waiting_for(project, task).empty();
}

bool is_ready(const TaskTable& tasks, const Task& task, Instant now) {
  return is_free(task, now) && waiting_for(tasks, task).empty();
}

std::string_view to_string(ProjectState state) {
  switch (state) {
    case ProjectState::kEmpty:
      return "empty";
    case ProjectState::kNotStarted:
      return "not_started";
    case ProjectState::kActive:
      return "active";
    case ProjectState::kStalled:
      return "stalled";
    case ProjectState::kComplete:
      return "complete";
  }
  abort_with(__FILE__, __LINE__, "a project state that is none");
}

Totals& Totals::operator+=(const Totals& other) {
  tasks += other.tasks;
  completed += other.completed;
  in_progress += other.in_progress;
  pending += other.pending;
  claimed += other.claimed;
  pull_requests += other.pull_requests;
  open += other.open;
  merged += other.merged;
  closed += other.closed;
  ai_operations += other.ai_operations;
  cost += other.cost;
  tokens_input += other.tokens_input;
  tokens_output += other.tokens_output;
  duration += other.duration;
  return *this;
}

Totals totals_of(const Project& project, Instant now) {
  Totals totals;
  for (const Task& task : project.tasks) {
    if (!task.is_removed()) count_task(totals, task, now);
  }
  for (const PullRequest& pr : project.pull_requests) count_pr(totals, pr);
  return totals;
}

Money cost_of(const PullRequest& pr) {
  Money cost;
  for (const AiOperation& operation : pr.ai_operations) {
    if (operation.cost_usd) cost += operation.cost_usd->value;
  }
  return cost;
}

ProjectState state_of(const Totals& totals) {
  if (totals.tasks == 0) return ProjectState::kEmpty;
  if (totals.completed == totals.tasks) return ProjectState::kComplete;
  if (totals.in_progress > 0 || totals.claimed > 0) return ProjectState::kActive;
  return totals.completed == 0 ? ProjectState::kNotStarted : ProjectState::kStalled;
}

int permille_of(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return 0;
  if (part == whole) return kAllPermille;
  const auto rounded = (part * 2 * kAllPermille + whole) / (whole * 2);
  return static_cast<int>(std::min<std::int64_t>(rounded, kAllPermille - 1));
}

int completion_permille(const Totals& totals) {
  return permille_of(totals.completed, totals.tasks);
}

std::optional<Instant> created_at_of(const Project& project) {
  if (project.created_at) return project.created_at->value.instant();
  if (const auto earliest = earliest_inside(project)) return earliest;
  if (project.last_updated) return project.last_updated->value.instant();
  return std::nullopt;
}

std::optional<Instant> completed_at_of(const Project& project, const Totals& totals) {
  if (state_of(totals) != ProjectState::kComplete) return std::nullopt;
  std::optional<Instant> latest;
  const DecidingPrs deciding = deciding_prs(project);
  for (const Task& task : project.tasks) {
    if (task.is_removed() || !task.id) continue;
    const auto completing = deciding.find(task.id->value);
    if (completing == deciding.end()) continue;
    const PullRequest& pr = *completing->second;
    const Opt<Time>& time = pr.merged_at ? pr.merged_at : pr.created_at;
    if (time && (!latest || time->value.instant() > *latest)) latest = time->value.instant();
  }
  return latest;
}

}  // namespace claudestep::model
