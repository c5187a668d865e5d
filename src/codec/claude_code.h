// Owns: what a run of Claude Code prints about itself, as AI operations.
// Leaves to others: recording them (model/operation.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/project.h"

namespace claudestep::codec {

// What the caller says of a run, because its output does not.
struct ClaudeCodeRun {
  std::string type = "PRCreation";
  std::optional<std::string> workflow_run_id;
  std::optional<Timestamp> created_at;
  std::optional<std::string> model;  // of a run that does not tell its models apart
};

// One operation a model of the run, in the order of `modelUsage`; of an output without that, one
// for all, of the model that `run` or the beginning of the run names. `bytes` is the result object
// alone (--output-format json), an array of messages, or a message a line (stream-json); the last
// message must be the result. Members that mean nothing here are left alone.
//
// The operation_id is "claude-code:<session>:<model>", with ":<run>" at its end where a run is
// given. Costs are rounded to nine digits, half to even: the rest is noise of binary fractions. The
// duration goes to the dearest model, the first of equals, so that it counts once.
//
// kInvalidInput with a place for what is no such output, an amount that is missing or below 0, and
// models that do not add up to `total_cost_usd`.
[[nodiscard]] Result<std::vector<model::AiOperation>> read_claude_code(std::string bytes,
                                                                       std::string_view file,
                                                                       const ClaudeCodeRun& run);

}  // namespace claudestep::codec
