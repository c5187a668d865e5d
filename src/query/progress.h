// Owns: the answer of `progress`: how far each project is, and how the work flows: how long a pull
// request takes, how many are merged a week, what a merged task costs, how often the first try is
// right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/time.h"
#include "model/derive.h"
#include "query/period.h"
#include "store/facts.h"

namespace claudestep::query {

struct ProgressRow {
  std::string project;
  model::ProjectState state = model::ProjectState::kEmpty;
  model::Totals totals;
  std::int64_t stale_prs = 0;
  std::optional<Instant> created_at;
  std::optional<Instant> last_updated;
  std::optional<Instant> completed_at;
};

using Nanoseconds = Fixed<9>;  // seconds, exact
using Hundredths = Fixed<2>;   // two decimals, rounded half up

// Over the pull requests of a scope. What would be divided by nothing is none.
struct Flow {
  std::int64_t pull_requests = 0;
  std::int64_t merged = 0;
  std::int64_t first_pass = 0;              // merged without a PRRefinement
  std::optional<int> first_pass_permille;   // of the merged ones, half up
  std::optional<Nanoseconds> cycle_median;  // created to merged; of two in the middle the mean
  std::optional<Nanoseconds> cycle_p90;     // the least that nine of ten do not exceed
  std::int64_t cycles = 0;                  // merged ones that say when, in the right order
  std::optional<Hundredths> merges_a_week;
  std::int64_t tasks = 0;                     // with any of the pull requests
  std::int64_t merged_tasks = 0;              // with a merged one among them
  std::optional<Money> cost_a_merged_task;    // closed and open tries included, half to even
  std::optional<Hundredths> attempts_a_task;  // pull requests for each of `tasks`
};

struct Progress {
  std::vector<ProgressRow> projects;  // by name
  model::Totals totals;
  Flow flow;
};

class ProgressBuilder {
 public:
  ProgressBuilder(Instant now, PrScope scope) : now_(now), scope_(std::move(scope)) {}

  void add(const store::FactsRun& run);
  [[nodiscard]] Progress finish() &&;

 private:
  void add_flow(const model::FactsView& facts, const model::ProjectFacts& project);
  void add_merged(const model::FactsView& facts, const model::PullRequestFacts& pr);
  void finish_flow();

  Instant now_;
  PrScope scope_;
  Progress progress_;
  std::vector<Int128> cycles_;  // in nanoseconds
  std::optional<Instant> first_merge_;
  std::int64_t dated_merges_ = 0;
  std::int64_t tries_ = 0;  // pull requests that belong to a task
  Money merged_cost_;
};

}  // namespace claudestep::query
