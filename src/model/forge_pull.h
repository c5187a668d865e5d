// Owns: what a forge says of one pull request, in our words.
// Leaves to others: how its tools print that (codec/forge_reader.h), what to make of it
// (query/forge_import.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "model/project.h"

namespace claudestep::model {

struct ForgePull {
  std::int64_t number = 0;
  PrState state = PrState::kOpen;
  std::string branch;
  bool from_fork = false;  // anybody could have chosen the name of its branch
  std::optional<std::string> title;
  std::vector<std::string> reviewers;  // those who may be meant, the likeliest first
  std::optional<Timestamp> created_at;
  std::optional<Timestamp> merged_at;
  std::optional<Timestamp> closed_at;
  std::optional<std::string> merge_commit;

  bool operator==(const ForgePull&) const = default;
};

}  // namespace claudestep::model
