#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/open_arguments.h"
#include "cli/write_answer.h"
#include "codec/project_codec.h"

namespace claudestep::cli {

namespace {

Result<int> run_finalize(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto open, open_pr_of(arguments));
  model::AddAiOperations add{open.project, open.pr, {}};
  if (arguments.has("ops")) {
    const std::string& file = arguments.text("ops");
    CS_ASSIGN(auto bytes, read_file_or_input(context, file));
    CS_ASSIGN(add.operations, codec::read_ai_operations(std::move(bytes), input_name(file)));
  }
  std::vector<model::Operation> operations = {std::move(open)};
  if (!add.operations.empty()) operations.emplace_back(std::move(add));
  return write_operations(context, arguments, std::move(operations));
}

}  // namespace

extern const CommandSpec kFinalizeCommand = {
    .name = "finalize",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record a pull request and its AI operations in one commit",
    .example = "claudestep finalize auth --task 3 --pr 42 --branch b --ops run.json",
    .description =
        "What a CI job does last: `pr open` and `op add` at once, and the claim of the task "
        "ends.\n\n"
        "Doing it again is no new commit: a pull request recorded with the same facts stays as it "
        "is, and only operations that are new are added.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {kTaskOption,
                kPrOption,
                kBranchOption,
                kReviewerOption,
                kTitleOption,
                {.name = "ops",
                 .type = ValueType::kFile,
                 .value_name = "FILE",
                 .help = "AI operations as JSON, one array or object, - for standard input"}},
    .json_kind = "write",
    .run = run_finalize,
};

}  // namespace claudestep::cli
