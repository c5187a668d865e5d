#include <string>
#include <utility>

#include "codec/documents.h"
#include "codec/fields.h"
#include "codec/value_writer.h"

namespace claudestep::codec {
namespace {

std::optional<model::Words> read_instant_or_null(Fields& fields, std::string_view name) {
  return fields.maybe_text(name, Need::kNullable, TextForm::kInstant);
}

std::optional<std::string> said_text(const Value& metadata, std::string_view name) {
  const Value* member = metadata.find(name);
  if (member == nullptr || !member->is_string()) return std::nullopt;
  return member->text;
}

std::optional<bool> said_flag(const Value& metadata, std::string_view name) {
  const Value* member = metadata.find(name);
  if (member == nullptr || !member->is_bool()) return std::nullopt;
  return member->boolean;
}

void read_phase_metadata(Fields& fields, model::TaskState& state) {
  const Value* metadata = fields.take("metadata", Need::kNullable);
  model::SkillsMetadata said;
  if (metadata != nullptr && !metadata->is_object()) {
    fields.refusals().add(*metadata, fields.path_of("metadata"), "an object");
  } else if (metadata != nullptr) {
    state.metadata = compact_json(*metadata);
    said = {said_text(*metadata, "selectedSkill"), said_text(*metadata, "executionPath"),
            said_flag(*metadata, "usedSkills"), said_flag(*metadata, "usedFallback"),
            said_flag(*metadata, "shadowModeRequested")};
  }
  const Value* phase = fields.value().find("phase");
  state.skills = model::normalise_skills(
      std::move(said), phase != nullptr ? std::string_view(phase->text) : std::string_view());
}

model::TaskState read_task_state(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::TaskState state;
  state.origin = fields.origin();
  if (const auto phase = fields.word<model::RunPhase>("phase")) state.phase = *phase;
  if (const auto status = fields.word<model::PhaseStatus>("status")) state.status = *status;
  if (const auto attempt = fields.whole_number("attempt", 1)) state.attempt = *attempt;
  state.started_at = read_instant_or_null(fields, "started_at");
  state.completed_at = read_instant_or_null(fields, "completed_at");
  (void)read_instant_or_null(fields, "created_at");
  (void)read_instant_or_null(fields, "updated_at");
  state.stdout_path = fields.maybe_string("stdout_path", Need::kNullable);
  state.stderr_path = fields.maybe_string("stderr_path", Need::kNullable);
  read_phase_metadata(fields, state);
  return state;
}

model::Artifact read_artifact(const Value& value, std::string path, Refusals& refusals) {
  Fields fields(value, std::move(path), refusals);
  model::Artifact artifact;
  artifact.origin = fields.origin();
  artifact.type = fields.word_or("artifact_type", model::ArtifactType::kStdoutLog);
  artifact.storage_path = fields.text("storage_path");
  artifact.content_type = fields.text("content_type");
  if (const auto size = fields.whole_number("size_bytes", 0)) artifact.size_bytes = size->value;
  // Required, and may be null.
  const bool has_end = value.find("expires_at") != nullptr;
  artifact.expires_at = fields.maybe_text("expires_at", has_end ? Need::kNullable : Need::kRequired,
                                          TextForm::kInstant);
  if (const auto phase = fields.word<model::RunPhase>("source_phase", Need::kNullable)) {
    artifact.source_phase = phase->value;
  }
  return artifact;
}

model::AgentConfiguration read_agent_configuration(Fields& fields) {
  model::AgentConfiguration agent;
  agent.agent_backend = fields.text("agent_backend");
  agent.agent_version = fields.text("agent_version");
  agent.prompt_pack_version = fields.maybe_string("prompt_pack_version", Need::kNullable);
  agent.runtime_env = fields.opaque("runtime_env", Need::kRequired, {ValueKind::kObject});
  agent.created_at = fields.text("created_at", TextForm::kInstant);
  return agent;
}

void read_run_head(Fields& fields, model::AutomationRun& run) {
  run.id = fields.text("id", TextForm::kUuid);
  run.external_ref = fields.maybe_string("external_ref", Need::kNullable);
  run.repository = fields.text("repository");
  run.base_branch = fields.maybe_string("base_branch").value_or("main");
  if (const auto status = fields.word<model::RunStatus>("status")) run.status = *status;
  run.branch_name = fields.maybe_string("branch_name", Need::kNullable);
  run.pull_request_url = fields.maybe_string("pull_request_url", Need::kNullable, TextForm::kUri);
  run.result_summary = fields.maybe_string("result_summary", Need::kNullable, TextForm::kAny);
  run.requested_spec_input = fields.text("requested_spec_input");
  run.started_at = read_instant_or_null(fields, "started_at");
  run.completed_at = read_instant_or_null(fields, "completed_at");
  run.worker_hostname = fields.maybe_string("worker_hostname", Need::kNullable);
  run.job_container_id = fields.maybe_string("job_container_id", Need::kNullable);
}

}  // namespace

Typed<model::AutomationRun> read_automation_run(const Value& root, std::string_view file) {
  Refusals refusals(file);
  Fields fields(root, "", refusals);
  model::AutomationRun run;
  read_run_head(fields, run);
  fields.each("task_states", Need::kOptional, [&](const Value& item, std::string path) {
    run.task_states.push_back(read_task_state(item, std::move(path), refusals));
  });
  fields.each("artifacts", Need::kOptional, [&](const Value& item, std::string path) {
    run.artifacts.push_back(read_artifact(item, std::move(path), refusals));
  });
  if (auto agent = fields.object("agent_configuration", Need::kOptional)) {
    run.agent_configuration = read_agent_configuration(*agent);
  }
  return typed(std::move(run), refusals);
}

}  // namespace claudestep::codec
