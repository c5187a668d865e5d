#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "query/next.h"
#include "query/scan.h"
#include "report/next.h"

namespace claudestep::cli {

namespace {

constexpr int kNothingReady = 1;

Result<int> run_next(Context& context, const Arguments& arguments) {
  CS_ASSIGN(const auto name, project_of(arguments));
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto found, query::read_one(reading.view, name));
  const query::Next next = query::next_of(
      found.project, found.entry.shelf == model::Shelf::kArchive, context.clock->now());
  if (arguments.json()) {
    context.out(report::next_json(next));
  } else {
    context.out(report::next_text(next, style_of(context)));
    if (next.empty && !next.archived) {
      hint(context, "claudestep task add " + name + " --description TEXT");
    }
  }
  return next.task ? 0 : kNothingReady;
}

}  // namespace

extern const CommandSpec kNextCommand = {
    .name = "next",
    .group = Group::kWork,
    .kind = CommandKind::kRead,
    .summary = "show the next task that is ready, and the branch to use for it",
    .example = "claudestep next auth",
    .description =
        "The first task in plan order that is ready: pending, not claimed, and everything that it "
        "depends on completed.\n\n"
        "Exit code 1 when there is none. The reason is then complete or nothing_ready, and "
        "waiting_for names the tasks that must move first: those in progress or claimed, and those "
        "that others depend on.\n\n"
        "The branch is claude-chain-PROJECT-ID, which ties a pull request to its task by name "
        "alone. Where that name was used already, or the id is no plain hash, it is "
        "claudestep/PROJECT/step-INDEX, then with -attempt-2 and so on.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .json_kind = "next",
    .run = run_next,
};

}  // namespace claudestep::cli
