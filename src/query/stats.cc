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
  stats_.projects.reserve(run.all);
  for (std::size_t i = 0; i < run.entries.size(); ++i) {
    const model::ProjectFacts& project = run.facts.projects[i];
    if (project.unreadable.size == 0) add_project(run.entries[i], run.facts, project);
  }
}

void StatsBuilder::add(const model::Project& project) {
  std::vector<store::ProjectEntry> entries(1);
  entries.front().name = project.name.value;
  model::FactsTable table;
  table.add(project);
  const model::FactsView facts = table.view();
  add(store::FactsRun{entries, facts});
}

void StatsBuilder::add_project(const store::ProjectEntry& entry, const model::FactsView& facts,
                               const model::ProjectFacts& project) {
  model::Totals totals = model::totals_of(facts, project, now_);
  StatsProject row;
  row.project = entry.name;
  if (!scope_.is_open()) count_scope(facts, project, totals, row);
  row.state = model::state_of(totals);
  row.tasks = totals.tasks;
  row.completed = totals.completed;
  row.in_progress = totals.in_progress;
  row.pending = totals.pending;
  row.completion_permille = model::completion_permille(totals);
  row.open_prs = totals.open;
  row.cost = totals.cost;
  row.last_updated = facts.instant(project.last_updated);
  stats_.totals += totals;
  if (scope_.is_open()) {
    for (const auto& pr : model::FactsView::in(facts.waiting, project.waiting)) {
      const std::int64_t days = stale_days_of(scope_, row.project);
      if (is_stale(facts.instant(pr.created_at), now_, days)) ++row.stale_prs;
    }
    for (const auto& one : model::FactsView::in(facts.reviewers, project.reviewers)) {
      StatsReviewer& person = person_of(one.reviewer);
      person.open += one.open;
      person.merged += one.merged;
      person.closed += one.closed;
      person.cost += facts.money(one.cost);
    }
  }
  stats_.projects.push_back(std::move(row));
}

void StatsBuilder::count_scope(const model::FactsView& facts, const model::ProjectFacts& project,
                               model::Totals& totals, StatsProject& row) {
  model::Totals counted;
  for (const auto& pr : model::FactsView::in(facts.pull_requests, project.pull_requests)) {
    if (!is_in(scope_, facts, pr)) continue;
    const bool open = pr.state == model::PrState::kOpen;
    const bool merged = pr.state == model::PrState::kMerged;
    ++counted.pull_requests;
    if (open) ++counted.open;
    if (merged) ++counted.merged;
    if (!open && !merged) ++counted.closed;
    if (open && is_stale(facts.instant(pr.created_at), now_, stale_days_of(scope_, row.project))) {
      ++row.stale_prs;
    }
    StatsReviewer& person = person_of(pr.reviewer);
    ++(open ? person.open : merged ? person.merged : person.closed);
    for (const auto& operation : model::FactsView::in(facts.operations, pr.operations)) {
      const Money cost = facts.money(operation.cost);
      person.cost += cost;
      counted.cost += cost;
      ++counted.ai_operations;
      counted.tokens_input += operation.tokens_input;
      counted.tokens_output += operation.tokens_output;
      counted.duration += Duration{facts.number(operation.duration)};
    }
  }
  counted.tasks = totals.tasks;
  counted.completed = totals.completed;
  counted.in_progress = totals.in_progress;
  counted.pending = totals.pending;
  counted.claimed = totals.claimed;
  totals = counted;
}

StatsReviewer& StatsBuilder::person_of(std::uint32_t reviewer) {
  const std::size_t place = names_.place_of(reviewer);
  if (place >= reviewers_.size()) reviewers_.resize(place + 1);
  return reviewers_[place];
}

Stats StatsBuilder::finish() && {
  for (std::size_t place = 0; place < reviewers_.size(); ++place) {
    reviewers_[place].reviewer = names_.name_at(place);
  }
  stats_.reviewers = std::move(reviewers_);
  std::stable_sort(stats_.reviewers.begin(), stats_.reviewers.end(), ranks_before);
  auto& projects = stats_.projects;  // in this order already, unless some are archived
  const auto by_name = [](const auto& a, const auto& b) { return a.project < b.project; };
  if (!std::is_sorted(projects.begin(), projects.end(), by_name)) {
    std::stable_sort(projects.begin(), projects.end(), by_name);
  }
  return std::move(stats_);
}

}  // namespace claudestep::query
