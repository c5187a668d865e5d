// Owns: the options by which `pr open` and `finalize` name a pull request.
#pragma once

#include "base/result.h"
#include "cli/command.h"
#include "model/operation.h"

namespace claudestep::cli {

inline const OptionSpec kTaskOption = {.name = "task",
                                       .type = ValueType::kTask,
                                       .value_name = "TASK",
                                       .help = "the task it is for, by index or id",
                                       .required = true};
inline const OptionSpec kPrOption = {.name = "pr",
                                     .type = ValueType::kPositive,
                                     .value_name = "N",
                                     .help = "the number of the pull request",
                                     .required = true};
inline const OptionSpec kBranchOption = {.name = "branch",
                                         .type = ValueType::kText,
                                         .value_name = "B",
                                         .help = "the branch that it would merge",
                                         .required = true};
inline const OptionSpec kReviewerOption = {
    .name = "reviewer", .type = ValueType::kText, .value_name = "R", .help = "who reviews it"};
inline const OptionSpec kTitleOption = {
    .name = "title", .type = ValueType::kText, .value_name = "T", .help = "its title"};

// The operation that those options and the operand PROJECT describe.
[[nodiscard]] Result<model::OpenPr> open_pr_of(const Arguments& arguments);

}  // namespace claudestep::cli
