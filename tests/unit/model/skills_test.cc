#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "model/automation_run.h"

namespace claudestep::model {
namespace {

constexpr std::string_view kOwnPhase = "git_clone";
constexpr std::string_view kSkillPhase = "speckit_plan";

SkillsMetadata skills(std::optional<std::string> skill, std::optional<std::string> path,
                      std::optional<bool> used, std::optional<bool> fallback,
                      std::optional<bool> shadow = std::nullopt) {
  return {std::move(skill), std::move(path), used, fallback, shadow};
}

TEST(Skills, NothingSaidIsNoMetadata) {
  EXPECT_EQ(normalise_skills({}, kOwnPhase), std::nullopt);
  EXPECT_EQ(normalise_skills(skills("  ", "\t\n", {}, {}), kOwnPhase), std::nullopt);
}

TEST(Skills, TextsAreTrimmed) {
  EXPECT_EQ(normalise_skills(skills(" review ", " custom\n", {}, {}), kOwnPhase),
            skills("review", "custom", true, false));
}

TEST(Skills, PhaseOfSpeckitSelectsIt) {
  EXPECT_EQ(normalise_skills({}, kSkillPhase), skills("speckit", "skill", true, false));
  EXPECT_EQ(normalise_skills(skills(" ", {}, {}, {}), kSkillPhase),
            skills("speckit", "skill", true, false));
  EXPECT_EQ(normalise_skills({}, "speckit"), std::nullopt) << "the phase begins with speckit_";
  EXPECT_EQ(normalise_skills({}, "Speckit_plan"), std::nullopt);
}

TEST(Skills, SpeckitRunsAsASkill) {
  EXPECT_EQ(normalise_skills(skills("speckit", {}, {}, {}), kOwnPhase),
            skills("speckit", "skill", true, false));
  EXPECT_EQ(normalise_skills(skills("review", {}, {}, {}), kOwnPhase),
            skills("review", {}, {}, {}));
  EXPECT_EQ(normalise_skills(skills("review", {}, {}, {}), kSkillPhase),
            skills("review", {}, {}, {}));
}

TEST(Skills, UsesFollowFromThePath) {
  EXPECT_EQ(normalise_skills(skills({}, "skill", {}, {}), kOwnPhase),
            skills({}, "skill", true, false));
  EXPECT_EQ(normalise_skills(skills({}, "direct_fallback", {}, {}), kOwnPhase),
            skills({}, "direct_fallback", true, true));
  EXPECT_EQ(normalise_skills(skills({}, "direct_only", {}, {}), kOwnPhase),
            skills({}, "direct_only", false, false));
  EXPECT_EQ(normalise_skills(skills({}, "by_hand", {}, {}), kOwnPhase),
            skills({}, "by_hand", true, false));
}

TEST(Skills, ShadowModeIsNeverDerived) {
  EXPECT_EQ(normalise_skills(skills("speckit", {}, {}, {}), kSkillPhase)->shadow_mode_requested,
            std::nullopt);
  EXPECT_EQ(normalise_skills(skills({}, {}, {}, {}, false), kOwnPhase),
            skills({}, {}, {}, {}, false));
}

TEST(Skills, WhatWasSaidStaysEvenWhereItContradicts) {
  EXPECT_EQ(normalise_skills(skills("speckit", "direct_only", true, true, true), kSkillPhase),
            skills("speckit", "direct_only", true, true, true));
  EXPECT_EQ(normalise_skills(skills({}, "direct_fallback", false, false), kOwnPhase),
            skills({}, "direct_fallback", false, false));
}

}  // namespace
}  // namespace claudestep::model
