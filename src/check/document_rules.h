// Owns: the rules of documents that no schema can say, a function a kind.
// Leaves to others: the shape of the document (schema/), reading it (codec/).
// Each takes what could be read. `is_whole` says whether that was all of it: where something could
// not be read, nothing is said of what seems to be missing because of that.
#pragma once

#include <string>
#include <vector>

#include "check/diagnostic.h"
#include "model/agent_file.h"
#include "model/automation_run.h"
#include "model/configuration.h"
#include "model/metrics.h"
#include "model/progress.h"
#include "model/spec.h"
#include "model/trust.h"

namespace claudestep::check {

[[nodiscard]] std::vector<Diagnostic> check_feature_spec(const model::FeatureSpec& spec,
                                                         bool is_whole, const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_task_spec(const model::TaskSpec& spec, bool is_whole,
                                                      const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_api_contract(const model::ApiContract& contract,
                                                         bool is_whole, const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_phase_data(const model::PhaseData& data, bool is_whole,
                                                       const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_trust_model(const model::TrustModel& trust,
                                                        bool is_whole, const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_agent_file(const model::AgentFile& agent, bool is_whole,
                                                       const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_compound_metrics(const model::CompoundMetrics& metrics,
                                                             bool is_whole,
                                                             const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_progress_file(const model::ProgressFile& progress,
                                                          bool is_whole, const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_automation_run(const model::AutomationRun& run,
                                                           bool is_whole, const std::string& file);
[[nodiscard]] std::vector<Diagnostic> check_configuration(const model::Configuration& configuration,
                                                          bool is_whole, const std::string& file);

}  // namespace claudestep::check
