// Owns: the answer of `leaderboard`: what each reviewer has brought to a merge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "query/period.h"
#include "query/reviewer_names.h"
#include "store/facts.h"

namespace claudestep::query {

struct LeaderboardRow {
  std::int64_t rank = 0;  // one more than how many have merged more: equals share it
  std::string reviewer;
  std::int64_t merged = 0;
  std::int64_t open = 0;
  std::int64_t closed = 0;
  Money cost;
  std::int64_t projects = 0;

  bool operator==(const LeaderboardRow&) const = default;
};

struct Leaderboard {
  std::vector<LeaderboardRow> rows;  // most merged first, then by name
  std::int64_t nobodys = 0;          // pull requests that name nobody, in no row
};

class LeaderboardBuilder {
 public:
  explicit LeaderboardBuilder(PrScope scope) : scope_(std::move(scope)) {}

  void add(const store::FactsRun& run);
  [[nodiscard]] Leaderboard finish() &&;

 private:
  void add_project(const model::FactsView& facts, const model::ProjectFacts& project);
  void add_pull_requests(const model::FactsView& facts, const model::ProjectFacts& project);
  LeaderboardRow& row_of(std::uint32_t reviewer);

  PrScope scope_;
  ReviewerNames names_;
  std::vector<LeaderboardRow> rows_;     // by place among names_
  std::vector<std::size_t> counted_in_;  // the project counted last, by place
  std::size_t projects_ = 0;
};

}  // namespace claudestep::query
