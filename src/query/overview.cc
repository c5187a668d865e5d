#include "query/overview.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "query/pr_rows.h"

namespace claudestep::query {

namespace {

constexpr std::int64_t kSecondsOfDay = 86400;

CostFilter cost_filter_of(const PrScope& scope) {
  return {scope.since, scope.until, scope.reviewer};
}

std::vector<std::string> only_reviewer(const PrScope& scope) {
  if (!scope.reviewer) return {};
  return {*scope.reviewer};
}

bool is_longer(const StaleRow& a, const StaleRow& b) {
  return std::tie(a.created_at, a.project, a.number) < std::tie(b.created_at, b.project, b.number);
}

bool has_more(const CapacityRow& a, const CapacityRow& b) {
  if (a.load() != b.load()) return a.load() > b.load();
  return a.reviewer < b.reviewer;
}

bool is_later(const StatsProject& a, const StatsProject& b) {
  if (a.last_updated != b.last_updated) return a.last_updated > b.last_updated;  // none: last
  return a.project < b.project;
}

template <typename Row>
std::size_t cut(std::vector<Row>& rows, std::size_t most) {
  if (rows.size() <= most) return 0;
  const std::size_t gone = rows.size() - most;
  rows.resize(most);
  rows.shrink_to_fit();
  return gone;
}

}  // namespace

void limit_to(Overview& overview, std::size_t most) {
  if (overview.stats.projects.size() > most) {
    std::sort(overview.stats.projects.begin(), overview.stats.projects.end(), is_later);
  }
  overview.left_out.projects += cut(overview.stats.projects, most);
  overview.left_out.reviewers += cut(overview.stats.reviewers, most);
  overview.left_out.models += cut(overview.by_model, most);
  overview.left_out.stale += cut(overview.stale, most);
  overview.left_out.load += cut(overview.load, most);
  overview.left_out.unreadable += cut(overview.stats.unreadable, most);
}

OverviewBuilder::OverviewBuilder(Instant now, const PrScope& scope, std::optional<std::size_t> most)
    : most_(most),
      stats_(now, scope),
      by_model_(CostsBy::kModel, cost_filter_of(scope)),
      by_month_(CostsBy::kMonth, cost_filter_of(scope)),
      by_month_and_model_(CostsBy::kMonthAndModel, cost_filter_of(scope)),
      progress_(now, scope),
      load_(now, Limits{{}, {}, scope.stale_days}, only_reviewer(scope)) {
  overview_.now = now;
  overview_.scope = scope;
}

void OverviewBuilder::add(const store::FactsRun& run) {
  stats_.add(run);
  by_model_.add(run);
  by_month_.add(run);
  by_month_and_model_.add(run);
  progress_.add(run);
  load_.add(run);
  for (std::size_t at = 0; at < run.entries.size(); ++at) {
    add_stale(run.entries[at], run.facts, run.facts.projects[at]);
  }
  drop_what_is_not_kept();
}

void OverviewBuilder::drop_what_is_not_kept() {
  constexpr std::size_t kSpare = 10'000;  // dropped so many at a time, for it sorts them
  if (!most_ || overview_.stale.size() <= *most_ + kSpare) return;
  std::sort(overview_.stale.begin(), overview_.stale.end(), is_longer);
  overview_.left_out.stale += cut(overview_.stale, *most_);
}

void OverviewBuilder::add_stale(const store::ProjectEntry& entry, const model::FactsView& facts,
                                const model::ProjectFacts& project) {
  const PrScope& scope = overview_.scope;
  if (project.waiting.count == 0) return;
  const std::int64_t days = stale_days_of(scope, entry.name);
  if (days != kStaleDays) overview_.own_stale_days = true;
  for (const model::WaitingFacts& pr : model::FactsView::in(facts.waiting, project.waiting)) {
    const auto created_at = facts.instant(pr.created_at);
    if (!is_stale(created_at, overview_.now, days) || !is_within(scope, created_at)) continue;
    const std::string_view reviewer = facts.name(pr.reviewer);
    if (scope.reviewer && reviewer != *scope.reviewer) continue;
    StaleRow row{entry.name, pr.number, pr.task_index, std::nullopt, "", *created_at, 0};
    if (!reviewer.empty()) row.reviewer = std::string(reviewer);
    row.title = facts.text(pr.title.size != 0 ? pr.title : pr.description);
    row.days = (overview_.now.seconds - created_at->seconds) / kSecondsOfDay;
    overview_.stale.push_back(std::move(row));
  }
}

Overview OverviewBuilder::finish() && {
  Overview overview = std::move(overview_);
  overview.stats = std::move(stats_).finish();
  overview.projects = static_cast<std::int64_t>(overview.stats.projects.size());
  Costs by_model = std::move(by_model_).finish();
  overview.by_model = std::move(by_model.rows);
  overview.costs = std::move(by_model.total);
  overview.by_month = std::move(by_month_).finish().rows;
  overview.by_month_and_model = std::move(by_month_and_model_).finish().rows;
  overview.flow = std::move(progress_).finish().flow;
  overview.load = std::move(load_).finish().reviewers;
  std::erase_if(overview.load, [](const CapacityRow& row) { return row.load() == 0; });
  std::sort(overview.load.begin(), overview.load.end(), has_more);
  std::sort(overview.stale.begin(), overview.stale.end(), is_longer);
  overview.stale_count = static_cast<std::int64_t>(overview.stale.size() + overview.left_out.stale);
  return overview;
}

}  // namespace claudestep::query
