#include "base/text.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "report/json.h"
#include "report/receipts.h"
#include "report/text.h"
#include "store/transaction.h"

namespace claudestep::cli {

namespace {

// What a merge came to, in one line, and what gave way below it.
std::string merge_text(const Arguments& arguments, const Session& session,
                       const store::WriteOutcome& outcome, bool fast_forward) {
  const std::string branch = quoted(short_ref(session.ref));
  const std::string revision = quoted(arguments.text("REV"));
  if (!outcome.changed) return "nothing to do: " + branch + " has all of " + revision + "\n";
  const std::string deed = fast_forward ? "move " + branch + " forward to " + revision
                                        : "merge " + revision + " into " + branch;
  const std::string receipts = report::receipts_text(outcome.receipts, "  ");
  if (!outcome.commit) return "would: " + deed + "\n" + receipts + "\n" + safe_diff(outcome.diff);
  return "[" + report::short_id(outcome.commit->hex()) + "] " + deed + "\n" + receipts;
}

std::string merge_json(const Arguments& arguments, const store::WriteOutcome& outcome,
                       bool fast_forward) {
  JsonWriter writer = report::begin_answer("merge");
  report::write_text_or_null(writer, "commit",
                             outcome.commit ? std::optional(outcome.commit->hex()) : std::nullopt);
  report::write_flag(writer, "changed", outcome.changed);
  report::write_flag(writer, "fast_forward", fast_forward);
  report::write_receipts(writer, outcome.receipts);
  writer.key("retries").integer(outcome.retries);
  if (arguments.has("dry-run")) report::write_text(writer, "diff", outcome.diff);
  return report::end_answer(std::move(writer));
}

Result<int> run_merge(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  CS_ASSIGN(const auto other, session.repository.resolve_commit(arguments.text("REV")));
  CS_ASSIGN(const auto local, session.repository.find_ref(session.ref));
  bool fast_forward = !local;
  if (local) {
    CS_ASSIGN(const auto ancestry, session.repository.compare(*local, other));
    fast_forward = ancestry == git::Ancestry::kBehind;
  }
  CS_ASSIGN(const auto outcome,
            store::merge(session.repository, write_options(context, session, arguments), other));
  // What happened decides, not what was expected.
  if (outcome.commit) fast_forward = outcome.changed && *outcome.commit == other;
  if (outcome.changed && outcome.commit) has_landed(context, "merge", *outcome.commit);
  for (const std::string& note : outcome.notes) say(context, report::safe(note));
  for (const std::string& warning : outcome.warnings) warn(context, report::safe(warning));
  if (arguments.json()) {
    context.out(merge_json(arguments, outcome, fast_forward));
  } else if (context.talk != Talk::kQuiet) {
    context.out(merge_text(arguments, session, outcome, fast_forward));
  }
  return 0;
}

}  // namespace

extern const CommandSpec kMergeCommand = {
    .name = "merge",
    .group = Group::kTruth,
    .kind = CommandKind::kWrite,
    .summary = "merge another line of the branch's history",
    .example = "claudestep merge origin/claudestep-metadata",
    .description =
        "Merges the commit REV into the local branch. Projects are merged by what they say: "
        "records "
        "by their key, members one by one. Where both sides changed one member, the greater value "
        "stays (merged before closed before open, the later time, the higher number, text by "
        "bytes), whoever merges and whenever; what gave way is shown, and written into the merge "
        "commit, where `claudestep log --receipts` finds it. Other files are merged line by "
        "line.\n\n"
        "Every clone that merges the same two commits makes the same merge commit. Where the "
        "branch "
        "has all of REV nothing is done; where REV has all of the branch, the branch moves "
        "forward.",
    .operands = {{.name = "REV",
                  .type = ValueType::kRevision,
                  .help = "the commit to merge, as git names it"}},
    .json_kind = "merge",
    .run = run_merge,
};

}  // namespace claudestep::cli
