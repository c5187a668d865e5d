// Owns: what `report` tells: one pass over the projects that answers `stats`, `costs`, `capacity`
// and the flow of `progress` at once, and the pull requests that have waited too long.
// Leaves to others: each of those questions (their own headers), how it looks (report/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "query/capacity.h"
#include "query/costs.h"
#include "query/period.h"
#include "query/progress.h"
#include "query/stats.h"
#include "store/facts.h"

namespace claudestep::query {

// An open pull request that has been open too long.
struct StaleRow {
  std::string project;
  std::int64_t number = 0;
  std::int64_t task_index = 0;
  std::optional<std::string> reviewer;
  std::string title;  // its own, else the description of its task; "" when there is neither
  Instant created_at;
  std::int64_t days = 0;  // since then, whole ones

  bool operator==(const StaleRow&) const = default;
};

// The rows that limit_to took away.
struct LeftOut {
  std::size_t projects = 0;
  std::size_t reviewers = 0;
  std::size_t models = 0;
  std::size_t load = 0;
  std::size_t stale = 0;
  std::size_t unreadable = 0;
};

struct Overview {
  Instant now;
  PrScope scope;
  std::vector<std::string> patterns;  // of projects, as they were asked for
  bool archived = false;
  Stats stats;                    // `commit`, `ref` and `unreadable` are there
  std::int64_t projects = 0;      // how many there are, whatever limit_to leaves
  std::vector<CostRow> by_model;  // the dearest first
  std::vector<CostRow> by_month;  // in order of time, operations without any last
  std::vector<CostRow> by_month_and_model;
  CostRow costs;                  // their total: operations of the period
  std::vector<CapacityRow> load;  // everybody with work under way, the most first
  std::vector<StaleRow> stale;    // the longest first
  std::int64_t stale_count = 0;   // how many there are
  bool own_stale_days = false;    // some project with an open one has other days than kStaleDays
  Flow flow;
  LeftOut left_out;
};

// Keeps at most `most` projects, those changed last, the last first; and as many reviewers, models,
// stale pull requests and files that cannot be read, the first of each. Sums and counts stay those
// of all.
void limit_to(Overview& overview, std::size_t most);

class OverviewBuilder {
 public:
  // `most`: how many stale pull requests limit_to will keep, so that no more stay in memory than
  // that; none: all.
  OverviewBuilder(Instant now, const PrScope& scope, std::optional<std::size_t> most = {});

  // Requires: facts with their records.
  void add(const store::FactsRun& run);
  // What is left for the caller: patterns, archived, the ref, the commit and the unreadable files.
  [[nodiscard]] Overview finish() &&;

 private:
  void add_stale(const store::ProjectEntry& entry, const model::FactsView& facts,
                 const model::ProjectFacts& project);

  void drop_what_is_not_kept();

  Overview overview_;
  std::optional<std::size_t> most_;
  StatsBuilder stats_;
  CostsBuilder by_model_;
  CostsBuilder by_month_;
  CostsBuilder by_month_and_model_;
  ProgressBuilder progress_;
  CapacityBuilder load_;
};

}  // namespace claudestep::query
