#include "query/pr_rows.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/derive.h"

namespace claudestep::query {

namespace {

constexpr std::int64_t kSecondsADay = 86400;
constexpr std::int64_t kMostDays = 3'650'000;  // more than any timestamp can be apart

PrRow row_of(const model::Project& project, const model::TaskTable& tasks,
             const model::PullRequest& pr, const PrScope& scope, Instant now) {
  PrRow row;
  row.project = project.name.value;
  row.number = pr.number.value;
  row.task_index = pr.task_index.value;
  row.reviewer = reviewer_of(pr);
  row.state = pr.state;
  if (pr.created_at) row.created_at = pr.created_at->value.instant();
  row.stale = pr.state == model::PrState::kOpen &&
              is_stale(pr, now, stale_days_of(scope, project.name.value));
  row.cost = model::cost_of(pr);
  if (pr.title && !trim(pr.title->value).empty()) row.title = pr.title->value;
  if (const model::Task* task = tasks.of(pr)) {
    row.task_index = task->index.value;
    if (task->id) row.task_id = task->id->value;
    if (!row.title) row.title = task->description.value;
  }
  return row;
}

bool is_asked_for(const PrFilter& filter, model::PrState state, bool stale) {
  if (filter.stale && !stale) return false;
  return filter.states.empty() ||
         std::find(filter.states.begin(), filter.states.end(), state) != filter.states.end();
}

bool lets_through(const PrFilter& filter, const model::PullRequest& pr, const PrRow& row) {
  const PrScope& scope = filter.scope;
  if (scope.reviewer && row.reviewer.value_or("") != *scope.reviewer) return false;
  return is_asked_for(filter, row.state, row.stale) && is_within(scope, moment_of(pr));
}

}  // namespace

bool is_stale(const model::PullRequest& pr, Instant now, std::int64_t days) {
  if (pr.state != model::PrState::kOpen || !pr.created_at) return false;
  return is_stale(pr.created_at->value.instant(), now, days);
}

bool is_stale(const std::optional<Instant>& created_at, Instant now, std::int64_t days) {
  return created_at && plus_seconds(*created_at, std::min(days, kMostDays) * kSecondsADay) < now;
}

std::int64_t stale_days_of(const StaleDays& stale_days, std::string_view project) {
  return stale_days ? stale_days(project) : kStaleDays;
}

std::int64_t stale_days_of(const PrScope& scope, std::string_view project) {
  return stale_days_of(scope.stale_days, project);
}

std::optional<std::string> reviewer_of(const model::PullRequest& pr) {
  if (!pr.reviewer || pr.reviewer->value.empty()) return std::nullopt;
  return pr.reviewer->value;
}

bool lets_any_through(const PrFilter& filter, std::string_view name, const model::FactsView& facts,
                      const model::ProjectFacts& project, Instant now) {
  const auto all = model::FactsView::in(facts.pull_requests, project.pull_requests);
  return std::any_of(all.begin(), all.end(), [&](const model::PullRequestFacts& pr) {
    const bool stale =
        pr.state == model::PrState::kOpen &&
        is_stale(facts.instant(pr.created_at), now, stale_days_of(filter.scope, name));
    return is_asked_for(filter, pr.state, stale) && is_in(filter.scope, facts, pr);
  });
}

std::vector<PrRow> pr_rows(const model::Project& project, const PrFilter& filter, Instant now) {
  std::vector<PrRow> rows;
  const model::TaskTable tasks(project);
  for (const model::PullRequest& pr : project.pull_requests) {
    PrRow row = row_of(project, tasks, pr, filter.scope, now);
    if (lets_through(filter, pr, row)) rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const PrRow& a, const PrRow& b) { return a.number < b.number; });
  return rows;
}

}  // namespace claudestep::query
