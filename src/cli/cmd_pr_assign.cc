#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/open_arguments.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

Result<int> run_pr_assign(Context& context, const Arguments& arguments) {
  model::AssignPr operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  operation.pr = arguments.integer("pr");
  operation.reviewer = arguments.text("reviewer");
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kPrAssignCommand = {
    .name = "pr assign",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record who reviews a pull request",
    .example = "claudestep pr assign auth --pr 42 --reviewer alice",
    .description =
        "Takes the place of the reviewer who was recorded, in whatever state the pull request is. "
        "An empty name takes the reviewer away.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {kPrOption,
                {.name = "reviewer",
                 .type = ValueType::kText,
                 .value_name = "R",
                 .help = "who reviews it from now on",
                 .required = true}},
    .json_kind = "write",
    .run = run_pr_assign,
};

}  // namespace claudestep::cli
