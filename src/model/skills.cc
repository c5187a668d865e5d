#include <utility>

#include "base/text.h"
#include "model/automation_run.h"

namespace claudestep::model {
namespace {

constexpr std::string_view kSkillsPhase = "speckit_";
constexpr std::string_view kSpeckit = "speckit";
constexpr std::string_view kSkillPath = "skill";
constexpr std::string_view kFallbackPath = "direct_fallback";
constexpr std::string_view kDirectPath = "direct_only";

std::optional<std::string> trimmed(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const std::string_view kept = trim(*text);
  if (kept.empty()) return std::nullopt;
  return std::string(kept);
}

}  // namespace

std::optional<SkillsMetadata> normalise_skills(SkillsMetadata said, std::string_view phase) {
  SkillsMetadata skills = std::move(said);
  skills.selected_skill = trimmed(skills.selected_skill);
  skills.execution_path = trimmed(skills.execution_path);
  if (!skills.selected_skill && phase.starts_with(kSkillsPhase)) {
    skills.selected_skill = std::string(kSpeckit);
  }
  if (!skills.execution_path && skills.selected_skill == kSpeckit) {
    skills.execution_path = std::string(kSkillPath);
  }
  if (skills.execution_path) {
    if (!skills.used_skills) skills.used_skills = *skills.execution_path != kDirectPath;
    if (!skills.used_fallback) skills.used_fallback = *skills.execution_path == kFallbackPath;
  }
  if (skills == SkillsMetadata()) return std::nullopt;
  return skills;
}

}  // namespace claudestep::model
