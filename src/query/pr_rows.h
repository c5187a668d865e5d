// Owns: the rows of `pr list`, and when an open pull request has been open too long.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/time.h"
#include "model/project.h"
#include "query/period.h"

namespace claudestep::query {

inline constexpr std::int64_t kStaleDays = 7;  // where a project's configuration says nothing

struct PrRow {
  std::string project;
  std::int64_t number = 0;
  std::int64_t task_index = 0;
  std::optional<std::string> task_id;  // none: it names no task of the project
  std::optional<std::string> reviewer;
  model::PrState state = model::PrState::kOpen;
  std::optional<Instant> created_at;
  bool stale = false;
  Money cost;
  std::optional<std::string> title;  // its own, else the description of its task

  bool operator==(const PrRow&) const = default;
};

struct PrFilter {
  std::vector<model::PrState> states;  // empty: all
  PrScope scope;
  bool stale = false;  // only those
};

// Open for longer than `days` at `now`. One without created_at is never stale.
[[nodiscard]] bool is_stale(const model::PullRequest& pr, Instant now,
                            std::int64_t days = kStaleDays);

// The same for an open pull request that was created then.
[[nodiscard]] bool is_stale(const std::optional<Instant>& created_at, Instant now,
                            std::int64_t days = kStaleDays);

// What counts for a project.
[[nodiscard]] std::int64_t stale_days_of(const StaleDays& stale_days, std::string_view project);
[[nodiscard]] std::int64_t stale_days_of(const PrScope& scope, std::string_view project);

// Who reviews `pr`; nothing when the member is absent, null or empty.
[[nodiscard]] std::optional<std::string> reviewer_of(const model::PullRequest& pr);

// Whether `filter` lets any pull request of the project `name` through. Requires: facts with their
// records.
[[nodiscard]] bool lets_any_through(const PrFilter& filter, std::string_view name,
                                    const model::FactsView& facts,
                                    const model::ProjectFacts& project, Instant now);

// The pull requests that `filter` lets through, by number. Requires: a settled project.
[[nodiscard]] std::vector<PrRow> pr_rows(const model::Project& project, const PrFilter& filter,
                                         Instant now);

}  // namespace claudestep::query
