// Owns: who reviews the pull requests of a project, and its limits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/kept.h"
#include "model/placed.h"

namespace claudestep::model {

inline constexpr std::int64_t kOpenPrsOfReviewer = 2;  // where the configuration does not say
inline constexpr std::int64_t kOpenPrsOfAssignee = 1;
inline constexpr std::int64_t kStalePrDays = 7;

struct Reviewer {
  Words username;
  std::int64_t max_open_prs = kOpenPrsOfReviewer;
};

struct Configuration {
  std::vector<Reviewer> reviewers;  // in the order they are asked; an assignee is the only one
  std::optional<Words> assignee;    // as the file has it
  std::optional<std::string> base_branch;
  std::int64_t stale_pr_days = kStalePrDays;
  std::vector<std::string> labels;
  std::optional<std::string> branch_prefix;
  std::vector<std::string> allowed_tools;
  Extra extra;
};

}  // namespace claudestep::model
