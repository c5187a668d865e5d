#include "query/capacity.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "query/pr_rows.h"

namespace claudestep::query {

std::int64_t CapacityRow::stale() const {
  return std::count_if(open.begin(), open.end(), [](const LoadRow& row) { return row.stale; });
}

std::optional<std::int64_t> Capacity::available(const CapacityRow& row) {
  if (!row.max) return std::nullopt;
  return std::max<std::int64_t>(0, *row.max - row.load());
}

bool Capacity::has_capacity(const CapacityRow& row) const {
  return row.max ? row.load() < *row.max : !limited;
}

void Limits::add(const model::Configuration& configuration) {
  for (const model::Reviewer& reviewer : configuration.reviewers) {
    std::int64_t& max = reviewers[reviewer.username.value];
    max = std::max(max, reviewer.max_open_prs);
  }
}

std::optional<std::int64_t> Limits::of(std::string_view reviewer) const {
  if (everybody) return everybody;
  const auto found = reviewers.find(reviewer);
  return found == reviewers.end() ? std::nullopt : std::optional(found->second);
}

CapacityBuilder::CapacityBuilder(Instant now, Limits limits,
                                 const std::vector<std::string>& reviewers, PrScope scope)
    : now_(now),
      limits_(std::move(limits)),
      scope_(std::move(scope)),
      only_named_(!reviewers.empty()) {
  capacity_.limited = limits_.everybody || !limits_.reviewers.empty();
  for (const std::string& reviewer : reviewers) rows_[reviewer].reviewer = reviewer;
  if (only_named_) return;
  for (const auto& [reviewer, max] : limits_.reviewers) rows_[reviewer].reviewer = reviewer;
}

void CapacityBuilder::add(const store::FactsRun& run) {
  by_name_.assign(run.facts.names.size(), std::nullopt);
  for (const model::ProjectFacts& project : run.facts.projects) {
    for (const auto& one : model::FactsView::in(run.facts.reviewers, project.reviewers)) {
      row_in_run(run.facts, one.reviewer);
    }
  }
  for (std::size_t i = 0; i < run.entries.size(); ++i) {
    add_project(run.entries[i], run.facts, run.facts.projects[i]);
  }
}

void CapacityBuilder::add_project(const store::ProjectEntry& entry, const model::FactsView& facts,
                                  const model::ProjectFacts& project) {
  for (const model::WaitingFacts& waiting : model::FactsView::in(facts.waiting, project.waiting)) {
    const auto opened = facts.instant(waiting.created_at);
    if (!is_within(scope_, opened)) continue;
    if (waiting.reviewer == model::kNobody) {
      ++capacity_.nobodys;
      continue;
    }
    CapacityRow* row = row_in_run(facts, waiting.reviewer);
    if (row == nullptr) continue;
    row->open.push_back({entry.name, waiting.number, waiting.task_index,
                         std::string(facts.text(waiting.description)),
                         is_stale(opened, now_, stale_days_of(limits_.stale_days, entry.name))});
  }
  for (const model::ClaimFacts& claim : model::FactsView::in(facts.claims, project.claims)) {
    if (claim.reviewer == model::kNobody || !(now_ < *facts.instant(claim.expires))) continue;
    if (!is_within(scope_, facts.instant(claim.at))) continue;
    if (CapacityRow* row = row_in_run(facts, claim.reviewer)) ++row->claimed;
  }
}

CapacityRow* CapacityBuilder::row_in_run(const model::FactsView& facts, std::uint32_t name) {
  std::optional<CapacityRow*>& row = by_name_[name];
  if (!row) row = row_of(facts.name(name));
  return *row;
}

CapacityRow* CapacityBuilder::row_of(std::string_view reviewer) {
  auto row = rows_.find(reviewer);
  if (row == rows_.end()) {
    if (only_named_ || reviewer.empty()) return nullptr;
    row = rows_.emplace(std::string(reviewer), CapacityRow{}).first;
    row->second.reviewer = reviewer;
  }
  return &row->second;
}

Capacity CapacityBuilder::finish() && {
  const auto by_project = [](const LoadRow& a, const LoadRow& b) {
    return std::tie(a.project, a.number) < std::tie(b.project, b.number);
  };
  for (auto& [name, row] : rows_) {
    row.max = limits_.of(name);
    // Runs come by name: mostly nothing is left to do.
    if (!std::is_sorted(row.open.begin(), row.open.end(), by_project)) {
      std::sort(row.open.begin(), row.open.end(), by_project);
    }
    capacity_.reviewers.push_back(std::move(row));
  }
  return std::move(capacity_);
}

}  // namespace claudestep::query
