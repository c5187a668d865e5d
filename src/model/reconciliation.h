// Owns: what the history of a base branch says about recorded pull requests, as values.
// Leaves to others: finding it out (truth/), showing it (report/).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "model/project.h"

namespace claudestep::model {

// The rule by which a commit is evidence of a merge, strongest first.
enum class TruthRule : std::uint8_t {
  kMergeCommit,
  kSquashCommit,
  kAncestor,
  kPatch,
  kSquashMessage,
  kBranchName,
  kTrailer,
};
[[nodiscard]] std::string_view to_string(TruthRule rule);  // "merge-commit"

enum class TruthWeight : std::uint8_t { kProved, kLikely };
[[nodiscard]] std::string_view to_string(TruthWeight weight);  // "proved"

// A record that is to become merged.
struct TruthChange {
  std::string project;
  std::int64_t number = 0;
  PrState from = PrState::kOpen;
  PrState to = PrState::kMerged;
  TruthRule rule = TruthRule::kMergeCommit;
  TruthWeight weight = TruthWeight::kProved;
  std::string commit;  // the evidence, all hex digits
  Instant when;        // its committer date
  std::string base;    // the branch that it is on
  bool applied = false;

  bool operator==(const TruthChange&) const = default;
};

// A record that the history contradicts, or does not bear out.
struct TruthDoubt {
  std::string project;
  std::int64_t number = 0;
  PrState recorded = PrState::kMerged;
  std::string reason;
  Instant when;          // of the newest evidence for the doubt
  bool settled = false;  // by this run
  // What merged it in place of the recorded commit, all hex digits, and whether that is likely
  // only.
  std::optional<std::string> commit = std::nullopt;
  bool likely = false;

  bool operator==(const TruthDoubt&) const = default;
};

// A pull request that was not recorded, and whose branch is named for a task.
struct TruthAdoption {
  std::string project;
  std::int64_t number = 0;
  std::string branch;
  std::int64_t task_index = 0;
  PrState state = PrState::kOpen;

  bool operator==(const TruthAdoption&) const = default;
};

struct Reconciliation {
  std::string base;  // the branch that was looked at; with several, that of most projects
  std::vector<TruthChange> changes;  // by project and number, as all of these
  std::vector<TruthDoubt> doubts;
  std::vector<TruthAdoption> adopted;
  std::vector<TruthDoubt> unknown;  // of which this shallow clone cannot know
};

}  // namespace claudestep::model
