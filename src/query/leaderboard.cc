#include "query/leaderboard.h"

#include <algorithm>
#include <utility>

namespace claudestep::query {

void LeaderboardBuilder::add(const store::FactsRun& run) {
  names_.begin_run(run.facts);
  for (const model::ProjectFacts& project : run.facts.projects) {
    ++projects_;
    if (scope_.is_open()) {
      add_project(run.facts, project);
    } else {
      add_pull_requests(run.facts, project);
    }
  }
}

// From the sums that the facts have already.
void LeaderboardBuilder::add_project(const model::FactsView& facts,
                                     const model::ProjectFacts& project) {
  for (const model::ReviewerFacts& one : model::FactsView::in(facts.reviewers, project.reviewers)) {
    LeaderboardRow& row = row_of(one.reviewer);
    row.merged += one.merged;
    row.open += one.open;
    row.closed += one.closed;
    row.cost += facts.money(one.cost);
  }
}

void LeaderboardBuilder::add_pull_requests(const model::FactsView& facts,
                                           const model::ProjectFacts& project) {
  for (const auto& pr : model::FactsView::in(facts.pull_requests, project.pull_requests)) {
    if (!is_in(scope_, facts, pr)) continue;
    LeaderboardRow& row = row_of(pr.reviewer);
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
    for (const auto& operation : model::FactsView::in(facts.operations, pr.operations)) {
      row.cost += facts.money(operation.cost);
    }
  }
}

// Notes that the reviewer has to do with the project that is being added.
LeaderboardRow& LeaderboardBuilder::row_of(std::uint32_t reviewer) {
  const std::size_t place = names_.place_of(reviewer);
  if (place >= rows_.size()) {
    rows_.resize(place + 1);
    counted_in_.resize(place + 1, 0);
  }
  if (counted_in_[place] != projects_) {
    counted_in_[place] = projects_;
    ++rows_[place].projects;
  }
  return rows_[place];
}

Leaderboard LeaderboardBuilder::finish() && {
  Leaderboard board;
  for (std::size_t place = 0; place < rows_.size(); ++place) {
    LeaderboardRow& row = rows_[place];
    auto name = names_.name_at(place);
    if (!name) {
      board.nobodys = row.merged + row.open + row.closed;
      continue;
    }
    row.reviewer = *std::move(name);
    board.rows.push_back(std::move(row));
  }
  std::sort(board.rows.begin(), board.rows.end(), [](const auto& a, const auto& b) {
    return a.merged != b.merged ? a.merged > b.merged : a.reviewer < b.reviewer;
  });
  for (std::size_t i = 0; i < board.rows.size(); ++i) {
    const bool shares = i > 0 && board.rows[i - 1].merged == board.rows[i].merged;
    board.rows[i].rank = shares ? board.rows[i - 1].rank : static_cast<std::int64_t>(i + 1);
  }
  return board;
}

}  // namespace claudestep::query
