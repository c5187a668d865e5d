#include "query/stats.h"

#include <algorithm>
#include <utility>

#include "query/pr_rows.h"

namespace claudestep::query {

namespace {

bool ranks_before(const StatsReviewer& a, const StatsReviewer& b) {
  if (a.reviewer.has_value() != b.reviewer.has_value()) return a.reviewer.has_value();
  if (a.merged != b.merged) return a.merged > b.merged;
  return a.reviewer < b.reviewer;
}

}  // namespace

void StatsBuilder::add(const store::FactsRun& run) {
  names_.begin_run(run.facts);
  for (std::size_t i = 0; i < run.entries.size(); ++i) {
    const model::ProjectFacts& project = run.facts.projects[i];
    if (project.unreadable.size == 0) add_project(run.entries[i], run.facts, project);
  }
}

void StatsBuilder::add_project(const store::ProjectEntry& entry, const model::FactsView& facts,
                               const model::ProjectFacts& project) {
  const model::Totals totals = model::totals_of(facts, project, now_);
  StatsProject row;
  row.project = entry.name;
  row.state = model::state_of(totals);
  row.tasks = totals.tasks;
  row.completed = totals.completed;
  row.in_progress = totals.in_progress;
  row.pending = totals.pending;
  row.completion_permille = model::completion_permille(totals);
  row.open_prs = totals.open;
  row.cost = totals.cost;
  row.last_updated = facts.instant(project.last_updated);
  for (const model::WaitingFacts& pr : model::FactsView::in(facts.waiting, project.waiting)) {
    if (is_stale(facts.instant(pr.created_at), now_)) ++row.stale_prs;
  }
  for (const model::ReviewerFacts& one : model::FactsView::in(facts.reviewers, project.reviewers)) {
    const std::size_t place = names_.place_of(one.reviewer);
    if (place >= reviewers_.size()) reviewers_.resize(place + 1);
    StatsReviewer& person = reviewers_[place];
    person.open += one.open;
    person.merged += one.merged;
    person.closed += one.closed;
    person.cost += facts.money(one.cost);
  }
  stats_.totals += totals;
  stats_.projects.push_back(std::move(row));
}

Stats StatsBuilder::finish() && {
  for (std::size_t place = 0; place < reviewers_.size(); ++place) {
    reviewers_[place].reviewer = names_.name_at(place);
  }
  stats_.reviewers = std::move(reviewers_);
  std::stable_sort(stats_.reviewers.begin(), stats_.reviewers.end(), ranks_before);
  std::stable_sort(
      stats_.projects.begin(), stats_.projects.end(),
      [](const StatsProject& a, const StatsProject& b) { return a.project < b.project; });
  return std::move(stats_);
}

}  // namespace claudestep::query
