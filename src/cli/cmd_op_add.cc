#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/write_answer.h"
#include "codec/project_codec.h"

namespace claudestep::cli {

namespace {

Result<int> run_op_add(Context& context, const Arguments& arguments) {
  model::AddAiOperations operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  operation.pr = arguments.integer("pr");
  const std::string& file = arguments.text("ops");
  CS_ASSIGN(auto bytes, read_file_or_input(context, file));
  CS_ASSIGN(operation.operations, codec::read_ai_operations(std::move(bytes), input_name(file)));
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kOpAddCommand = {
    .name = "op add",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record what an AI did for a pull request, and what it cost",
    .example = "claudestep op add auth --pr 42 --ops run.json",
    .description =
        "The file holds one JSON array of AI operations, or one object: type, model, cost_usd, "
        "created_at, workflow_run_id or operation_id, tokens_input, tokens_output, "
        "duration_seconds. Unknown members are kept.\n\n"
        "An operation is known by its operation_id, else by its type, workflow_run_id and "
        "created_at. One that is recorded already changes nothing, so a retry counts no cost "
        "twice; the same key with other facts is a conflict (exit code 4). Without a key it is "
        "refused.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {{.name = "pr",
                 .type = ValueType::kPositive,
                 .value_name = "N",
                 .help = "the number of the pull request",
                 .required = true},
                {.name = "ops",
                 .type = ValueType::kFile,
                 .value_name = "FILE",
                 .help = "the operations as JSON, - for standard input",
                 .required = true}},
    .json_kind = "write",
    .run = run_op_add,
};

}  // namespace claudestep::cli
