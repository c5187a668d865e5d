#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/open_arguments.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

Result<int> run_pr_open(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto operation, open_pr_of(arguments));
  operation.created_at = time_of(arguments, "created-at");
  return write_operations(context, arguments, {std::move(operation)});
}

}  // namespace

extern const CommandSpec kPrOpenCommand = {
    .name = "pr open",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record that a pull request was opened",
    .example = "claudestep pr open auth --task 3 --pr 42 --branch claude-chain-auth-39b1209d",
    .description =
        "Records the pull request for its task, which is then in progress; a claim of the task "
        "ends. A second open one on a task is recorded too, with a warning.\n\n"
        "Recording it again with the same facts changes nothing. With others it is a conflict "
        "(exit code 4).",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {kTaskOption,
                kPrOption,
                kBranchOption,
                kReviewerOption,
                kTitleOption,
                {.name = "created-at",
                 .type = ValueType::kTime,
                 .value_name = "TIME",
                 .help = "when it was opened (now)"}},
    .json_kind = "write",
    .run = run_pr_open,
};

}  // namespace claudestep::cli
