// Owns: the answer of `stats`: totals, one row a project, one row a reviewer.
// Leaves to others: where the projects come from (query/scan.h, or facts), how it looks (report/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/time.h"
#include "model/derive.h"
#include "query/period.h"
#include "query/reviewer_names.h"
#include "query/unreadable.h"
#include "store/facts.h"

namespace claudestep::query {

struct StatsProject {
  std::string project;
  model::ProjectState state = model::ProjectState::kEmpty;
  std::int64_t tasks = 0;
  std::int64_t completed = 0;
  std::int64_t in_progress = 0;
  std::int64_t pending = 0;
  int completion_permille = 0;
  std::int64_t open_prs = 0;
  std::int64_t stale_prs = 0;
  Money cost;
  std::optional<Instant> last_updated;

  bool operator==(const StatsProject&) const = default;
};

struct StatsReviewer {
  std::optional<std::string> reviewer;  // none: pull requests that name nobody
  std::int64_t open = 0;
  std::int64_t merged = 0;
  std::int64_t closed = 0;
  Money cost;

  bool operator==(const StatsReviewer&) const = default;
};

struct Stats {
  std::string ref;                    // the full name of the branch
  std::optional<std::string> commit;  // none: there is no metadata
  model::Totals totals;
  std::vector<StatsProject> projects;    // by name
  std::vector<StatsReviewer> reviewers;  // most merged first, then by name, nobody last
  std::vector<UnreadableFile> unreadable;
};

// Gathers facts run by run, so that only sums stay in memory.
class StatsBuilder {
 public:
  // `scope`: the pull requests that are counted, with their costs. Tasks are counted as they are.
  // Unless it is open to all, the facts must have their records.
  explicit StatsBuilder(Instant now, PrScope scope = {}) : now_(now), scope_(std::move(scope)) {}

  void add(const store::FactsRun& run);
  // The facts of one project that was read whole. Requires: a settled one.
  void add(const model::Project& project);

  // The sums so far; ref, commit and unreadable are the caller's to fill in.
  [[nodiscard]] Stats finish() &&;

 private:
  void add_project(const store::ProjectEntry& entry, const model::FactsView& facts,
                   const model::ProjectFacts& project);
  // Counts what the scope lets through in place of all.
  void count_scope(const model::FactsView& facts, const model::ProjectFacts& project,
                   model::Totals& totals, StatsProject& row);
  StatsReviewer& person_of(std::uint32_t reviewer);

  Instant now_;
  PrScope scope_;
  Stats stats_;
  ReviewerNames names_;
  std::vector<StatsReviewer> reviewers_;  // by their place among names_
};

}  // namespace claudestep::query
