#include <utility>

#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/write_answer.h"
#include "codec/claude_code.h"

namespace claudestep::cli {

namespace {

// An option's text; kInvalidInput when it is blank.
Result<std::optional<std::string>> words_of(const Arguments& arguments, std::string_view option) {
  auto words = arguments.maybe(option);
  if (words && trim(*words).empty()) {
    return fail(ErrorCode::kInvalidInput, "option '--" + std::string(option) + "' is blank");
  }
  return words;
}

Result<codec::ClaudeCodeRun> claude_code_run_of(const Arguments& arguments) {
  codec::ClaudeCodeRun run;
  CS_ASSIGN(auto type, words_of(arguments, "type"));
  if (type) run.type = *std::move(type);
  CS_ASSIGN(run.workflow_run_id, words_of(arguments, "run-id"));
  CS_ASSIGN(run.model, words_of(arguments, "model"));
  run.created_at = time_of(arguments, "created-at");
  return run;
}

Result<int> run_op_import(Context& context, const Arguments& arguments) {
  model::AddAiOperations operation;
  CS_ASSIGN(operation.project, project_of(arguments));
  operation.pr = arguments.integer("pr");
  CS_ASSIGN(const auto run, claude_code_run_of(arguments));
  const std::string& file = arguments.text("FILE");
  CS_ASSIGN(auto bytes, read_file_or_input(context, file));
  CS_ASSIGN(operation.operations, codec::read_claude_code(std::move(bytes), input_name(file), run));
  auto written = write_operations(context, arguments, {std::move(operation)});
  if (!written && written.error().code == ErrorCode::kConflict) {
    written.error().hints.emplace_back(
        "where this is another run of a resumed session, --run-id ID tells it apart; the same run "
        "recorded twice would count twice");
  }
  return written;
}

}  // namespace

extern const CommandSpec kOpImportCommand = {
    .name = "op import",
    .group = Group::kWork,
    .kind = CommandKind::kWrite,
    .summary = "record what a run of an AI tool printed about its costs",
    .example =
        "claude -p PROMPT --output-format json | "
        "claudestep op import auth --pr 42 --format claude-code -",
    .description =
        "The file is the result that Claude Code prints with --output-format json, or with "
        "stream-json or --verbose all messages, of which the last is the result. Each model of "
        "modelUsage becomes one AI operation with its cost and tokens; the time of the run goes "
        "to the dearest. Members that mean nothing here are left alone. Costs are rounded to nine "
        "digits, the rest is noise of binary fractions.\n\n"
        "An operation is known by the session and the model, so that a retry counts no cost "
        "twice; the same session and model with another cost is a conflict (exit code 4). A "
        "session that is resumed in another run counts again where --run-id tells the runs "
        "apart.\n\n"
        "Nothing is recorded of a result whose models do not add up to its total.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"},
                 {.name = "FILE",
                  .type = ValueType::kFile,
                  .help = "what the tool printed, - for standard input"}},
    .options = {{.name = "pr",
                 .type = ValueType::kPositive,
                 .value_name = "N",
                 .help = "the number of the pull request",
                 .required = true},
                {.name = "format",
                 .type = ValueType::kChoice,
                 .value_name = "FORMAT",
                 .help = "what the file is",
                 .required = true,
                 .choices = {"claude-code"}},
                {.name = "type",
                 .type = ValueType::kText,
                 .value_name = "TYPE",
                 .help = "what the run was for: PRRefinement, PRSummary, any text (PRCreation)"},
                {.name = "run-id",
                 .type = ValueType::kText,
                 .value_name = "ID",
                 .help = "the workflow run, recorded with each operation and part of its key"},
                {.name = "created-at",
                 .type = ValueType::kTime,
                 .value_name = "TIME",
                 .help = "when the run was (now)"},
                {.name = "model",
                 .type = ValueType::kText,
                 .value_name = "MODEL",
                 .help = "the model of a run that does not tell its models apart"}},
    .json_kind = "write",
    .run = run_op_import,
};

}  // namespace claudestep::cli
