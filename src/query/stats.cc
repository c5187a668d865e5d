#include "query/stats.h"

#include <algorithm>
#include <utility>

#include "query/pr_rows.h"

namespace claudestep::query {

namespace {

void count(StatsReviewer& row, const model::PullRequest& pr) {
  switch (pr.state) {
    case model::PrState::kOpen:
      ++row.open;
      break;
    case model::PrState::kMerged:
      ++row.merged;
      break;
    case model::PrState::kClosed:
      ++row.closed;
      break;
  }
  row.cost += model::cost_of(pr);
}

bool ranks_before(const StatsReviewer& a, const StatsReviewer& b) {
  if (a.reviewer.has_value() != b.reviewer.has_value()) return a.reviewer.has_value();
  if (a.merged != b.merged) return a.merged > b.merged;
  return a.reviewer < b.reviewer;
}

}  // namespace

void StatsBuilder::add(const model::Project& project) {
  const model::Totals totals = model::totals_of(project, now_);
  StatsProject row;
  row.project = project.name.value;
  row.state = model::state_of(totals);
  row.tasks = totals.tasks;
  row.completed = totals.completed;
  row.in_progress = totals.in_progress;
  row.pending = totals.pending;
  row.completion_permille = model::completion_permille(totals);
  row.open_prs = totals.open;
  row.cost = totals.cost;
  if (project.last_updated) row.last_updated = project.last_updated->value.instant();
  for (const model::PullRequest& pr : project.pull_requests) {
    if (is_stale(pr, now_)) ++row.stale_prs;
    std::optional<std::string> reviewer = reviewer_of(pr);
    StatsReviewer& person = reviewers_[reviewer];
    person.reviewer = std::move(reviewer);
    count(person, pr);
  }
  stats_.totals += totals;
  stats_.projects.push_back(std::move(row));
}

Stats StatsBuilder::finish() && {
  for (auto& [name, row] : reviewers_) stats_.reviewers.push_back(std::move(row));
  std::stable_sort(stats_.reviewers.begin(), stats_.reviewers.end(), ranks_before);
  return std::move(stats_);
}

}  // namespace claudestep::query
