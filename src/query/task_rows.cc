#include "query/task_rows.h"

#include <algorithm>
#include <utility>

#include "model/derive.h"

namespace claudestep::query {

namespace {

TaskRow row_of(const model::Project& project, const model::Task& task, Instant now) {
  TaskRow row;
  row.project = project.name.value;
  row.index = task.index.value;
  row.id = model::text_or_empty(task.id);
  row.description = task.description.value;
  row.status = task.status;
  row.ready = model::is_ready(project, task, now);
  row.claim = claim_row(task, now);
  if (task.status == model::TaskStatus::kPending) {
    row.waiting_for = model::waiting_for(project, task);
  }
  return row;
}

bool is_claim_in(const PrScope& scope, const std::optional<ClaimRow>& claim) {
  if (!claim || !is_within(scope, claim->at)) return false;
  return !scope.reviewer || claim->reviewer.value_or("") == *scope.reviewer;
}

bool has_pr_in(const PrScope& scope, const model::Project& project, const model::Task& task) {
  const auto is_such = [&](const model::PullRequest& pr) {
    if (model::task_of(project, pr) != &task || !is_within(scope, moment_of(pr))) return false;
    return !scope.reviewer || model::text_or_empty(pr.reviewer) == *scope.reviewer;
  };
  const auto& all = project.pull_requests;
  return std::any_of(all.begin(), all.end(), is_such);
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
  for (const model::Task& task : project.tasks) {
    if (task.is_removed()) continue;
    TaskRow row = row_of(project, task, now);
    if (!lets_through(filter, row)) continue;
    const bool asked_for = filter.scope.is_open() || is_claim_in(filter.scope, row.claim) ||
                           has_pr_in(filter.scope, project, task);
    if (asked_for) rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const TaskRow& a, const TaskRow& b) { return a.index < b.index; });
  return rows;
}

}  // namespace claudestep::query
