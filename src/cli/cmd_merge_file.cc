#include <string_view>
#include <utility>

#include "base/text.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/output.h"
#include "codec/project_codec.h"
#include "host/process.h"
#include "model/derive.h"
#include "model/merge.h"
#include "report/text.h"

namespace claudestep::cli {

namespace {

constexpr int kMostConflicts = 127;  // what git merge-file counts to; above it failed

// The project in a file; nothing when it holds none.
Result<std::optional<model::Project>> read_version(const Context& context,
                                                   const std::string& path) {
  CS_ASSIGN(const std::string bytes, read_file_or_input(context, path));
  auto project = codec::read_project(bytes, path);
  if (!project) return std::nullopt;
  model::settle(*project);
  return std::optional(*std::move(project));
}

// Lines that merge without a conflict could make of it what no claudestep would write. `side` is
// the operand's name: the path that git gives says nothing.
Status check_schema(const model::Project& project, std::string_view side) {
  const std::string& schema = project.schema_version.value;
  if (!model::is_newer_schema(schema)) return {};
  return fail(model::newer_schema("cannot merge " + quoted(project.name.value), schema, side)
                  .caused_by("what this claudestep does not know it could lose"));
}

// As git does it where no driver is set; exit 1 says that conflicts are left in OURS. Git gives a
// driver files of its own, whose paths would say nothing at a conflict.
Result<int> merge_lines(const Context& context, const Arguments& arguments) {
  host::Command command;
  command.argv = {"git", "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", "--"};
  for (const std::string_view operand : {"OURS", "BASE", "THEIRS"}) {
    command.argv.push_back(absolute_path(context, arguments.text(operand)));
  }
  command.cwd = context.cwd;
  command.environment = &context.environment;
  CS_ASSIGN(const host::Finished finished, host::run(command));
  if (finished.exit_code == 0) return 0;
  if (finished.exit_code <= kMostConflicts) return 1;
  Error error{ErrorCode::kGitFailed,
              "git merge-file failed (exit " + std::to_string(finished.exit_code) + ")"};
  if (const auto said = trim(finished.err); !said.empty()) error.causes.emplace_back(said);
  return fail(std::move(error));
}

Result<int> run_merge_file(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto ours, read_version(context, arguments.text("OURS")));
  CS_ASSIGN(const auto theirs, read_version(context, arguments.text("THEIRS")));
  if (ours) CS_TRY(check_schema(*ours, "OURS"));
  if (theirs) CS_TRY(check_schema(*theirs, "THEIRS"));
  if (!ours || !theirs) return merge_lines(context, arguments);
  // git gives an empty file where there was none.
  CS_ASSIGN(const auto base, read_version(context, arguments.text("BASE")));
  const model::Merged merged = model::merge(base ? &*base : nullptr, *ours, *theirs);
  CS_TRY(write_file(context, arguments.text("OURS"), codec::write_project(merged.project)));
  for (const model::Receipt& receipt : merged.receipts) {
    say(context, "gave way: " + report::safe(model::summarise(receipt)));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kMergeFileCommand = {
    .name = "merge-file",
    .group = Group::kPlumbing,
    .kind = CommandKind::kFree,
    .summary = "merge three versions of one project file",
    .example = "claudestep merge-file base.json ours.json theirs.json",
    .description =
        "Merges what BASE became in OURS and in THEIRS by what the project says, and writes the "
        "result to OURS: what git calls a merge driver. `claudestep init --merge-driver` sets it "
        "up. Files that hold no project are merged line by line, as `git merge-file` does. A file "
        "that a newer claudestep wrote is not merged: OURS stays as it is (exit 5), which is a "
        "conflict to git.\n\n"
        "What gave way is said on stderr.",
    .operands = {{.name = "BASE", .type = ValueType::kFile, .help = "the last common version (%O)"},
                 {.name = "OURS",
                  .type = ValueType::kFile,
                  .help = "our version, and the result (%A)"},
                 {.name = "THEIRS", .type = ValueType::kFile, .help = "their version (%B)"}},
    .run = run_merge_file,
    .no_means = "conflicts are left in OURS, which is no project file",
};

}  // namespace claudestep::cli
