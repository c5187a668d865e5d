// Owns: typed readers of every document that is no project: Value to model.
// Leaves to others: bytes to Value (json_reader.h, yaml_reader.h), schemas (schema/), the rules
// between records (check/).
// Each says the same as the schema of its kind, in schemas/; both are held to the same samples.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "model/agent_file.h"
#include "model/automation_run.h"
#include "model/configuration.h"
#include "model/metrics.h"
#include "model/progress.h"
#include "model/spec.h"
#include "model/trust.h"

namespace claudestep::codec {

// What a reader made of a document: all that could be read, and one refusal (kInvalidInput, with
// its place) for each value that could not, by place. What was refused is left as it is made.
template <typename T>
struct Typed {
  T document;
  std::vector<Error> refusals;

  [[nodiscard]] bool is_whole() const { return refusals.empty(); }
};

// The document, or the first refusal.
template <typename T>
[[nodiscard]] Result<T> whole(Typed<T> typed) {
  if (!typed.is_whole()) return fail(std::move(typed.refusals.front()));
  return std::move(typed.document);
}

[[nodiscard]] Typed<model::FeatureSpec> read_feature_spec(const Value& root, std::string_view file);
[[nodiscard]] Typed<model::TaskSpec> read_task_spec(const Value& root, std::string_view file);
[[nodiscard]] Typed<model::ApiContract> read_api_contract(const Value& root, std::string_view file);
// The object itself, or the one under `phase_data`.
[[nodiscard]] Typed<model::PhaseData> read_phase_data(const Value& root, std::string_view file);
[[nodiscard]] Typed<model::TrustModel> read_trust_model(const Value& root, std::string_view file);
[[nodiscard]] Typed<model::AgentFile> read_agent_file(const Value& root, std::string_view file);
[[nodiscard]] Typed<model::CompoundMetrics> read_compound_metrics(const Value& root,
                                                                  std::string_view file);
// From the Value that progress_reader.h makes of the Markdown.
[[nodiscard]] Typed<model::ProgressFile> read_progress_file(const Value& root,
                                                            std::string_view file);
[[nodiscard]] Typed<model::AutomationRun> read_automation_run(const Value& root,
                                                              std::string_view file);
[[nodiscard]] Typed<model::Configuration> read_configuration(const Value& root,
                                                             std::string_view file);

}  // namespace claudestep::codec
