#include <utility>
#include <vector>

#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/open_arguments.h"
#include "cli/plan_folders.h"
#include "cli/plan_source.h"
#include "cli/reconciling.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "codec/project_codec.h"
#include "plan/read.h"

namespace claudestep::cli {

namespace {

// A project that is not there yet is made from its plan on the base branch, where it has one.
Result<std::vector<model::Operation>> with_plan(const Session& session, const Arguments& arguments,
                                                const model::Branch& branch,
                                                std::vector<model::Operation> operations) {
  const std::string& project = arguments.text("PROJECT");
  if (branch.find(project) || !branch.once_called(project).empty()) return operations;
  CS_ASSIGN(const auto folders, open_plan_folders(session, arguments));
  CS_ASSIGN(auto file, folders.plan(project));
  if (!file) return operations;
  CS_ASSIGN(const auto plan, plan::read_plan(std::move(file->bytes), file->path));
  std::vector<model::Operation> all = create_from_plan(project, plan);
  all.insert(all.end(), operations.begin(), operations.end());
  return all;
}

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
  CS_ASSIGN(auto session, open_session(context, arguments));
  const auto decide = [&](const store::View&, model::Branch& branch) {
    return with_plan(session, arguments, branch, operations);
  };
  store::WriteOptions options = write_options(context, session, arguments);
  options.asked = operations;
  CS_ASSIGN(const auto outcome, store::write(session.repository, options, decide));
  CS_ASSIGN(const int code, answer_write(context, arguments, outcome));
  say_what_follows(context, session.repository, session.ref, outcome);
  return code;
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
        "is, and only operations that are new are added.\n\n"
        "A project that is not there yet is made from its plan on the base branch "
        "(claude-step/PROJECT/spec.md and the like), where it has one.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {kTaskOption,
                kPrOption,
                kBranchOption,
                kReviewerOption,
                kTitleOption,
                kBaseOption,
                {.name = "ops",
                 .type = ValueType::kFile,
                 .value_name = "FILE",
                 .help = "AI operations as JSON, one array or object, - for standard input"}},
    .json_kind = "write",
    .run = run_finalize,
};

}  // namespace claudestep::cli
