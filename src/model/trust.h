// Owns: a trust model, and which of its levels holds for a change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/placed.h"
#include "model/words.h"

namespace claudestep::model {

enum class TrustLevel : std::uint8_t { kHigh, kMedium, kLow };
template <>
inline constexpr auto kWords<TrustLevel> = std::to_array<Word<TrustLevel>>({
    {TrustLevel::kHigh, "high"},
    {TrustLevel::kMedium, "medium"},
    {TrustLevel::kLow, "low"},
});

enum class Supervision : std::uint8_t { kMinimal, kCodeReviewRequired, kPairProgramming };
template <>
inline constexpr auto kWords<Supervision> = std::to_array<Word<Supervision>>({
    {Supervision::kMinimal, "minimal"},
    {Supervision::kCodeReviewRequired, "code_review_required"},
    {Supervision::kPairProgramming, "pair_programming"},
});

// Where a level holds. One with both members needs both to match.
struct TrustContext {
  Origin origin;
  std::optional<Words> pattern;
  std::optional<Words> task_type;
};

struct TrustRules {
  Origin origin;
  std::string description;
  Placed<bool> auto_approve;
  Supervision supervision = Supervision::kCodeReviewRequired;
  std::vector<TrustContext> contexts;
  bool escalation = false;
};

struct TrustModel {
  Words version;
  TrustRules high;
  TrustRules medium;
  TrustRules low;
};

[[nodiscard]] const TrustRules& rules_of(const TrustModel& model, TrustLevel level);

struct TrustDecision {
  TrustLevel level = TrustLevel::kMedium;
  const TrustContext* reason = nullptr;  // what matched; null: nothing did. Points into the model
};

// The path of a change as patterns see it: without empty names, "." and "..", so that a way round
// through another folder is trusted no more than the way straight on. Nothing for an empty path, an
// absolute one, and one that leads out of where it begins.
[[nodiscard]] std::optional<std::string> plain_path(std::string_view path);

// Requires: `path` is plain.
// The levels are asked in the order low, high, medium; where none matches it is medium.
[[nodiscard]] TrustDecision evaluate_trust(const TrustModel& model, std::string_view path,
                                           std::optional<std::string_view> task_type);

// The one of two levels that a person watches more closely.
[[nodiscard]] TrustLevel stricter(const TrustModel& model, TrustLevel a, TrustLevel b);

}  // namespace claudestep::model
