// `pr merge`, `pr close` and `pr reopen`.
#include <utility>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/write_answer.h"

namespace claudestep::cli {

namespace {

template <model::PrState state>
Result<int> run_pr_state(Context& context, const Arguments& arguments) {
  model::SetPrState operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  operation.pr = arguments.integer("pr");
  operation.state = state;
  // The record has no place for the time of a reopening; scripts that replay events give one all
  // the same.
  if (state != model::PrState::kOpen) operation.at = time_of(arguments, "at-time");
  CS_ASSIGN(auto session, open_session(context, arguments));
  if (arguments.has("merge-commit")) {
    CS_ASSIGN(operation.merge_commit,
              commit_id_of(session.repository, arguments.text("merge-commit")));
  }
  return write_in(context, arguments, session, {std::move(operation)});
}

const OperandSpec kProjectOfPr = {
    .name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"};
const OptionSpec kPr = {.name = "pr",
                        .type = ValueType::kPositive,
                        .value_name = "N",
                        .help = "the number of the pull request",
                        .required = true};

}  // namespace

extern const CommandSpec kPrMergeCommand = {
    .name = "pr merge",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record that a pull request was merged",
    .example = "claudestep pr merge auth --pr 42",
    .description =
        "Its task is then completed. This records what happened elsewhere: nothing is merged in "
        "git.\n\n"
        "Recording it again changes nothing; with another time or commit it is a conflict (exit "
        "code 4).",
    .operands = {kProjectOfPr},
    .options = {kPr,
                {.name = "at-time",
                 .type = ValueType::kTime,
                 .value_name = "TIME",
                 .help = "when it was merged (now)"},
                {.name = "merge-commit",
                 .type = ValueType::kRevision,
                 .value_name = "OID",
                 .help = "the commit that merged it: 40 hex digits, or a revision of this "
                         "repository"}},
    .json_kind = "write",
    .run = run_pr_state<model::PrState::kMerged>,
};

extern const CommandSpec kPrCloseCommand = {
    .name = "pr close",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record that a pull request was closed without a merge",
    .example = "claudestep pr close auth --pr 42",
    .description =
        "Its task is free again, unless another pull request holds it. Costs and history stay. "
        "Closing a closed one again changes nothing.",
    .operands = {kProjectOfPr},
    .options = {kPr,
                {.name = "at-time",
                 .type = ValueType::kTime,
                 .value_name = "TIME",
                 .help = "when it was closed (now)"}},
    .json_kind = "write",
    .run = run_pr_state<model::PrState::kClosed>,
};

extern const CommandSpec kPrReopenCommand = {
    .name = "pr reopen",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record that a closed pull request was opened again",
    .example = "claudestep pr reopen auth --pr 42",
    .description =
        "Its task is in progress again. The record keeps when a pull request was first opened, "
        "merged and closed, so a time given here is checked and not kept.",
    .operands = {kProjectOfPr},
    .options = {kPr,
                {.name = "at-time",
                 .type = ValueType::kTime,
                 .value_name = "TIME",
                 .help = "when it was opened again"}},
    .json_kind = "write",
    .run = run_pr_state<model::PrState::kOpen>,
};

}  // namespace claudestep::cli
