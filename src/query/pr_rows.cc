#include "query/pr_rows.h"

#include <algorithm>
#include <utility>

#include "model/derive.h"

namespace claudestep::query {

namespace {

constexpr std::int64_t kSecondsADay = 86400;

PrRow row_of(const model::Project& project, const model::PullRequest& pr, Instant now) {
  PrRow row;
  row.project = project.name.value;
  row.number = pr.number.value;
  row.task_index = pr.task_index.value;
  row.reviewer = reviewer_of(pr);
  row.state = pr.state;
  if (pr.created_at) row.created_at = pr.created_at->value.instant();
  row.stale = is_stale(pr, now);
  row.cost = model::cost_of(pr);
  if (pr.title) row.title = pr.title->value;
  if (const model::Task* task = model::task_of(project, pr)) {
    row.task_index = task->index.value;
    if (task->id) row.task_id = task->id->value;
    if (!row.title) row.title = task->description.value;
  }
  return row;
}

bool lets_through(const PrFilter& filter, const PrRow& row) {
  if (filter.stale && !row.stale) return false;
  if (filter.reviewer && row.reviewer != filter.reviewer) return false;
  return filter.states.empty() ||
         std::find(filter.states.begin(), filter.states.end(), row.state) != filter.states.end();
}

}  // namespace

bool is_stale(const model::PullRequest& pr, Instant now, std::int64_t days) {
  if (pr.state != model::PrState::kOpen || !pr.created_at) return false;
  return is_stale(pr.created_at->value.instant(), now, days);
}

bool is_stale(const std::optional<Instant>& created_at, Instant now, std::int64_t days) {
  return created_at && plus_seconds(*created_at, days * kSecondsADay) < now;
}

std::optional<std::string> reviewer_of(const model::PullRequest& pr) {
  if (!pr.reviewer || pr.reviewer->value.empty()) return std::nullopt;
  return pr.reviewer->value;
}

std::vector<PrRow> pr_rows(const model::Project& project, const PrFilter& filter, Instant now) {
  std::vector<PrRow> rows;
  for (const model::PullRequest& pr : project.pull_requests) {
    PrRow row = row_of(project, pr, now);
    if (lets_through(filter, row)) rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const PrRow& a, const PrRow& b) { return a.number < b.number; });
  return rows;
}

}  // namespace claudestep::query
