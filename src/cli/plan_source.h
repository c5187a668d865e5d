// Owns: how the plan commands find the plan and the project that their words are about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/reading.h"
#include "git/repository.h"
#include "model/operation.h"
#include "plan/plan.h"
#include "plan/trace.h"

namespace claudestep::cli {

inline const OptionSpec kPlanProjectOption = {
    .name = "project",
    .type = ValueType::kProject,
    .value_name = "P",
    .help = "the project; otherwise the folder that the plan lies in names it"};

struct PlanSource {
  plan::Plan plan;
  std::string project;
};

// The plan behind `word` (PATH or REV:PATH). Its path is the one in the repository; a file outside
// goes by its name alone.
[[nodiscard]] Result<plan::Plan> read_plan_at(const Context& context,
                                              const git::Repository& repository,
                                              std::string_view word);

// The operations that make a new project of a plan.
[[nodiscard]] std::vector<model::Operation> create_from_plan(const std::string& project,
                                                             const plan::Plan& plan);

// The project that `source` is to be imported into: its own, or that which had its name once and
// follows the plan. Fails as for one that is not there where the name is only a former one.
[[nodiscard]] Result<std::string> project_followed_by(model::Branch& branch,
                                                      const PlanSource& source);

// Reads the plan behind `word` (PATH or REV:PATH) for --project or the project that its folder
// names.
[[nodiscard]] Result<PlanSource> read_plan_source(const Context& context,
                                                  const Arguments& arguments,
                                                  const git::Repository& repository,
                                                  std::string_view word);

// What became of the plan of the operand PROJECT. The plan's requirements are read from the work
// tree, or else from HEAD; a plan that cannot be read there is warned of and left out.
[[nodiscard]] Result<plan::Trace> read_trace(const Context& context, const Arguments& arguments,
                                             const Reading& reading);

}  // namespace claudestep::cli
