// Owns: a run that turns a specification into a pull request: its phases, artifacts and agent; and
// what the metadata of a phase says of skills, normalised.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/placed.h"
#include "model/words.h"

namespace claudestep::model {

enum class RunStatus : std::uint8_t { kQueued, kInProgress, kSucceeded, kFailed, kNoChanges };
template <>
inline constexpr auto kWords<RunStatus> = std::to_array<Word<RunStatus>>({
    {RunStatus::kQueued, "queued"},
    {RunStatus::kInProgress, "in_progress"},
    {RunStatus::kSucceeded, "succeeded"},
    {RunStatus::kFailed, "failed"},
    {RunStatus::kNoChanges, "no_changes"},
});

enum class RunPhase : std::uint8_t {
  kPrepareJob,
  kStartJobContainer,
  kGitClone,
  kSpeckitSpecify,
  kSpeckitPlan,
  kSpeckitTasks,
  kSpeckitAnalyze,
  kSpeckitImplement,
  kCommitPush,
  kOpenPr,
  kCleanup,
};
template <>
inline constexpr auto kWords<RunPhase> = std::to_array<Word<RunPhase>>({
    {RunPhase::kPrepareJob, "prepare_job"},
    {RunPhase::kStartJobContainer, "start_job_container"},
    {RunPhase::kGitClone, "git_clone"},
    {RunPhase::kSpeckitSpecify, "speckit_specify"},
    {RunPhase::kSpeckitPlan, "speckit_plan"},
    {RunPhase::kSpeckitTasks, "speckit_tasks"},
    {RunPhase::kSpeckitAnalyze, "speckit_analyze"},
    {RunPhase::kSpeckitImplement, "speckit_implement"},
    {RunPhase::kCommitPush, "commit_push"},
    {RunPhase::kOpenPr, "open_pr"},
    {RunPhase::kCleanup, "cleanup"},
});

enum class PhaseStatus : std::uint8_t {
  kPending,
  kRunning,
  kSucceeded,
  kFailed,
  kSkipped,
  kRetrying,
};
template <>
inline constexpr auto kWords<PhaseStatus> = std::to_array<Word<PhaseStatus>>({
    {PhaseStatus::kPending, "pending"},
    {PhaseStatus::kRunning, "running"},
    {PhaseStatus::kSucceeded, "succeeded"},
    {PhaseStatus::kFailed, "failed"},
    {PhaseStatus::kSkipped, "skipped"},
    {PhaseStatus::kRetrying, "retrying"},
});

enum class ArtifactType : std::uint8_t {
  kStdoutLog,
  kStderrLog,
  kDiffSummary,
  kCommitStatus,
  kMetricsSnapshot,
  kEnvironmentInfo,
};
template <>
inline constexpr auto kWords<ArtifactType> = std::to_array<Word<ArtifactType>>({
    {ArtifactType::kStdoutLog, "stdout_log"},
    {ArtifactType::kStderrLog, "stderr_log"},
    {ArtifactType::kDiffSummary, "diff_summary"},
    {ArtifactType::kCommitStatus, "commit_status"},
    {ArtifactType::kMetricsSnapshot, "metrics_snapshot"},
    {ArtifactType::kEnvironmentInfo, "environment_info"},
});

// How a phase came to its result. Nothing where nobody said it and it does not follow.
struct SkillsMetadata {
  std::optional<std::string> selected_skill;
  std::optional<std::string> execution_path;  // skill, direct_fallback, direct_only or another word
  std::optional<bool> used_skills;
  std::optional<bool> used_fallback;
  std::optional<bool> shadow_mode_requested;

  bool operator==(const SkillsMetadata&) const = default;
};

// What follows from what was said. `said` has texts and booleans as the metadata has them, nothing
// for a member that is absent or of another kind. Texts are trimmed, blank ones count as nothing;
// then, each only where nothing was said:
//   the skill of a phase that begins with "speckit_" is speckit;
//   the path of the skill speckit is skill;
//   skills were used unless the path is direct_only, the fallback where it is direct_fallback.
// What was said stays, even where it contradicts. Nothing when all five are nothing.
[[nodiscard]] std::optional<SkillsMetadata> normalise_skills(SkillsMetadata said,
                                                             std::string_view phase);

struct TaskState {
  Origin origin;
  Placed<RunPhase> phase;
  Placed<PhaseStatus> status;
  Placed<std::int64_t> attempt;
  std::optional<Words> started_at;
  std::optional<Words> completed_at;
  std::optional<std::string> stdout_path;
  std::optional<std::string> stderr_path;
  std::string metadata;  // as compact JSON, "" when there is none
  std::optional<SkillsMetadata> skills;
};

struct Artifact {
  Origin origin;
  ArtifactType type = ArtifactType::kStdoutLog;
  Words storage_path;
  Words content_type;
  std::int64_t size_bytes = 0;
  std::optional<Words> expires_at;
  std::optional<RunPhase> source_phase;
};

struct AgentConfiguration {
  Words agent_backend;
  Words agent_version;
  std::optional<std::string> prompt_pack_version;
  std::string runtime_env;  // as compact JSON
  Words created_at;
};

struct AutomationRun {
  Words id;
  std::optional<std::string> external_ref;
  Words repository;
  std::string base_branch = "main";
  Placed<RunStatus> status;
  std::optional<std::string> branch_name;
  std::optional<std::string> pull_request_url;
  std::optional<std::string> result_summary;
  Words requested_spec_input;
  std::optional<Words> started_at;
  std::optional<Words> completed_at;
  std::optional<std::string> worker_hostname;
  std::optional<std::string> job_container_id;
  std::vector<TaskState> task_states;
  std::vector<Artifact> artifacts;
  std::optional<AgentConfiguration> agent_configuration;
};

}  // namespace claudestep::model
