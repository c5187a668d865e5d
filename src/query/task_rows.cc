#include "query/task_rows.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "model/derive.h"

namespace claudestep::query {

namespace {

TaskRow row_of(const model::Project& project, const model::TaskTable& tasks,
               const model::Task& task, Instant now) {
  TaskRow row;
  row.project = project.name.value;
  row.index = task.index.value;
  row.id = model::text_or_empty(task.id);
  row.description = task.description.value;
  row.status = task.status;
  row.ready = model::is_ready(tasks, task, now);
  row.claim = claim_row(task, now);
  if (task.status == model::TaskStatus::kPending) {
    row.waiting_for = model::waiting_for(tasks, task);
  }
  return row;
}

bool is_claim_in(const PrScope& scope, const std::optional<ClaimRow>& claim) {
  if (!claim || !is_within(scope, claim->at)) return false;
  return !scope.reviewer || claim->reviewer.value_or("") == *scope.reviewer;
}

// The tasks that have a pull request in the scope.
std::unordered_set<const model::Task*> with_pr_in(const PrScope& scope,
                                                  const model::Project& project,
                                                  const model::TaskTable& tasks) {
  std::unordered_set<const model::Task*> found;
  for (const model::PullRequest& pr : project.pull_requests) {
    const bool theirs = !scope.reviewer || model::text_or_empty(pr.reviewer) == *scope.reviewer;
    if (theirs && is_within(scope, moment_of(pr))) found.insert(tasks.of(pr));
  }
  return found;
}

bool lets_through(const TaskFilter& filter, const TaskRow& row) {
  if (filter.ready && !row.ready) return false;
  return filter.statuses.empty() || std::find(filter.statuses.begin(), filter.statuses.end(),
                                              row.status) != filter.statuses.end();
}

}  // namespace

std::optional<ClaimRow> claim_row(const model::Task& task, Instant now) {
  if (!task.claim || !model::is_claimed(task, now)) return std::nullopt;
  const model::Claim& claim = *task.claim;
  ClaimRow row{claim.by.value, std::nullopt, claim.at.value.instant(),
               claim.expires.value.instant()};
  if (claim.reviewer) row.reviewer = claim.reviewer->value;
  return row;
}

std::vector<TaskRow> task_rows(const model::Project& project, const TaskFilter& filter,
                               Instant now) {
  std::vector<TaskRow> rows;
  const model::TaskTable tasks(project);
  const auto in_scope = with_pr_in(filter.scope, project, tasks);
  for (const model::Task& task : project.tasks) {
    if (task.is_removed()) continue;
    TaskRow row = row_of(project, tasks, task, now);
    if (!lets_through(filter, row)) continue;
    const bool asked_for =
        filter.scope.is_open() || is_claim_in(filter.scope, row.claim) || in_scope.contains(&task);
    if (asked_for) rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const TaskRow& a, const TaskRow& b) { return a.index < b.index; });
  return rows;
}

}  // namespace claudestep::query
