// Owns: which pull requests a question is about: when they came to where they are, who reviews
// them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "model/facts.h"
#include "model/project.h"

namespace claudestep::query {

// After how many days an open pull request of a project is stale.
using StaleDays = std::function<std::int64_t(std::string_view project)>;

// Bounds that a pull request must keep, all of them.
struct PrScope {
  std::optional<Instant> since;         // at or after
  std::optional<Instant> until;         // before
  std::optional<std::string> reviewer;  // letter for letter; "": those that name nobody
  StaleDays stale_days = {};            // empty: kStaleDays

  [[nodiscard]] bool is_open() const { return !since && !until && !reviewer; }
};

// When a pull request came into its state: merged or closed then, else created. Where the record
// does not say when it was merged or closed, when it was created; nothing where it says nothing.
[[nodiscard]] std::optional<Instant> moment_of(const model::FactsView& facts,
                                               const model::PullRequestFacts& pr);
[[nodiscard]] std::optional<Instant> moment_of(const model::PullRequest& pr);

// Whether `moment` is within the period; no moment is within no period.
[[nodiscard]] bool is_within(const PrScope& scope, const std::optional<Instant>& moment);

[[nodiscard]] bool is_in(const PrScope& scope, const model::FactsView& facts,
                         const model::PullRequestFacts& pr);

}  // namespace claudestep::query
