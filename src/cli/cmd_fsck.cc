#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "check/diagnostic.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "cli/write_mode.h"
#include "report/diagnostics.h"
#include "store/fsck.h"

namespace claudestep::cli {

namespace {

using check::Tally;

store::FsckOptions fsck_options(const Context& context, const Session& session,
                                const Arguments& arguments) {
  store::FsckOptions options;
  options.view.ref = session.ref;
  options.view.at = arguments.maybe("at");
  options.view.local = arguments.has("local");
  options.view.now = context.clock->now();
  options.frame = arguments.has("frame");
  return options;
}

int exit_code(const Arguments& arguments, const Tally& tally) {
  return tally.errors > 0 || (arguments.has("strict") && tally.warnings > 0) ? 1 : 0;
}

int answer(const Context& context, const Arguments& arguments, const store::FsckReport& report,
           const std::optional<report::Repaired>& repaired) {
  const Tally tally = check::tally_of(report.diagnostics);
  if (arguments.json()) {
    context.out(report::diagnostics_json(report.files, report.diagnostics, repaired));
    return exit_code(arguments, tally);
  }
  const report::Style style = style_of(context);
  context.out(report::diagnostics_text(report.diagnostics, style));
  if (context.talk != Talk::kQuiet) {
    context.out(report::diagnostics_summary(report.files, tally, style));
  }
  if (arguments.has("frame")) {
    say(context, counted(report.commits, "commit") + " held to what they say of themselves");
  }
  if (repaired && tally.errors + tally.warnings > 0) {
    say(context, "what is left a person must decide; 'claudestep explain CODE' says more");
  } else if (tally.fixable > 0) {
    hint(context, "to repair " + std::to_string(tally.fixable) + " of " +
                      std::to_string(report.diagnostics.size()) +
                      " in one commit: claudestep fsck --fix");
  }
  return exit_code(arguments, tally);
}

// Writes the repairs, then looks again.
Result<int> fix(Context& context, const Arguments& arguments, Session& session,
                const store::FsckReport& before) {
  const Tally found = check::tally_of(before.diagnostics);
  if (found.fixable == 0) return answer(context, arguments, before, report::Repaired{});
  const Instant now = context.clock->now();
  store::WriteOptions options = write_options(context, session, arguments);
  options.asked_kind = "repair";
  CS_ASSIGN(const auto outcome, store::write(session.repository, options,
                                             [now](const store::View& view, model::Branch&) {
                                               return store::repairs_for(view, now);
                                             }));
  if (!arguments.json() || arguments.has("dry-run")) {
    CS_TRY(answer_write(context, arguments, outcome));
    if (arguments.has("dry-run")) return 0;
  } else {
    say_about_write(context, outcome);
  }
  CS_ASSIGN(const auto after,
            store::fsck(session.repository, fsck_options(context, session, arguments)));
  const std::size_t left = check::tally_of(after.diagnostics).fixable;
  report::Repaired repaired{found.fixable - std::min(left, found.fixable), std::nullopt};
  if (outcome.changed && outcome.commit) repaired.commit = outcome.commit->hex();
  return answer(context, arguments, after, repaired);
}

Result<int> run_fsck(Context& context, const Arguments& arguments) {
  CS_TRY(check_write_mode(arguments, "fix"));
  CS_ASSIGN(auto session, open_session(context, arguments));
  CS_ASSIGN(const auto report,
            store::fsck(session.repository, fsck_options(context, session, arguments)));
  if (!report.has_branch) return fail(nothing_is_known(session, "there is nothing to check"));
  if (arguments.has("fix")) return fix(context, arguments, session, report);
  return answer(context, arguments, report, std::nullopt);
}

}  // namespace

extern const CommandSpec kFsckCommand = {
    .name = "fsck",
    .group = Group::kCheck,
    .kind = CommandKind::kRead,
    .summary = "check the metadata branch: objects, files, records, history",
    .example = "claudestep fsck --fix",
    .description =
        "Reads the branch with distrust: the ref, every commit, every object of its tip held to "
        "its name, and every project file member by member. Each finding has a place, a severity, "
        "a code and a way out; 'claudestep explain CODE' says more.\n\n"
        "--fix repairs what has one right answer, in one commit: statuses, times without a zone, "
        "the name inside a file, order and spelling. What is left a person must decide.\n\n"
        "--frame goes through the history as well and proves, commit by commit, that each changed "
        "only what its trailers name and took back nothing that an earlier one had done: a lost "
        "update shows. Commits of others are listed, not judged.\n\n"
        "Where there is no metadata branch nothing was checked: exit code 3.",
    .options = {{.name = "fix", .help = "repair what has one right answer, in one commit"},
                {.name = "frame", .help = "hold each commit to what its trailers name"},
                {.name = "strict", .help = "warnings make the exit code 1 as well"},
                {.name = "dry-run", .help = "with --fix: print the repairs and the diff only"},
                {.name = "op-id",
                 .type = ValueType::kOpId,
                 .value_name = "ID",
                 .help = "with --fix: make the write a no-op when one with this id was made"},
                {.name = "timeout",
                 .type = ValueType::kDuration,
                 .value_name = "T",
                 .help = "with --fix: give up when others keep the branch moving for so long"},
                {.name = "force",
                 .help = "with --fix: write a branch that does not look like a metadata branch"}},
    .json_kind = "diagnostics",
    .run = run_fsck,
    .no_means = "an error was found, with --strict a warning",
    .more_codes = "4",
};

}  // namespace claudestep::cli
