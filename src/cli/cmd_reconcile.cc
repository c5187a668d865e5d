#include <utility>

#include "base/text.h"
#include "cli/argument_values.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/reconciling.h"
#include "cli/session.h"
#include "cli/write_answer.h"
#include "report/reconcile.h"
#include "report/text.h"
#include "store/remote.h"
#include "truth/reconcile.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kNotKnown = "it is not known whether there is drift";

// The operands are projects, but one may be a range of commits: "OLD..NEW" that is no project.
Status read_operands(const Session& session, const store::View& view, const Arguments& arguments,
                     truth::ReconcileOptions& options) {
  for (const std::string& word : arguments.all("PROJECT")) {
    const auto dots = word.find("..");
    if (dots == std::string::npos || view.find(word)) {
      options.projects.push_back(word);
      continue;
    }
    if (options.range) {
      return fail(
          Error{ErrorCode::kUsage, "two ranges of commits are given"}.hint("name one, OLD..NEW"));
    }
    const auto end = [&](const std::string& revision) {
      return session.repository.resolve_commit(revision.empty() ? "HEAD" : revision);
    };
    CS_ASSIGN(const auto older, end(word.substr(0, dots)));
    CS_ASSIGN(const auto newer, end(word.substr(dots + 2)));
    options.range = truth::CommitRange{older, newer};
  }
  return {};
}

// Whether all that was asked about could be judged.
bool is_known(const truth::Reconciled& result) {
  return result.unreadable.empty() && result.found.unknown.empty();
}

std::string nothing_words(const truth::Reconciled& result) {
  const auto& found = result.found;
  if (found.base.empty()) return "there are no records";
  if (!found.changes.empty()) return "nothing is proved that is not recorded";
  if (!found.doubts.empty()) return "nothing is recorded that can be changed by proof";
  if (!is_known(result)) return "nothing is proved that is not recorded, as far as is known";
  return "the records are as " + quoted(found.base) + " has them";
}

// Exit code 0 of --check is a claim about every record.
Error not_known(const truth::Reconciled& result) {
  const std::string what(kNotKnown);
  if (!result.unreadable.empty()) {
    const store::Unreadable& file = result.unreadable.front();
    return Error(file.error).within(file.file + " is left out").within(what);
  }
  return Error{ErrorCode::kUnsupported, what}
      .caused_by("in this shallow clone " + counted(result.found.unknown.size(), "merge") +
                 " may lie behind its end")
      .hint(std::string(store::kUnshallow))
      .hint("in a workflow: actions/checkout with fetch-depth: 0");
}

void print_text(const Context& context, const Arguments& arguments,
                const truth::Reconciled& result) {
  if (context.talk == Talk::kQuiet) return;
  if (arguments.has("check") && is_known(result) && !result.drift) {
    context.out("no drift: " + nothing_words(result) + "\n");
  }
  model::Reconciliation left = result.found;
  if (result.write.commit) left.adopted.clear();  // each is told as what was written
  context.out(report::reconciliation_text(left, style_of(context)));
}

Result<int> run_reconcile(Context& context, const Arguments& arguments) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  truth::ReconcileOptions options;
  options.write = write_options(context, session, arguments);
  options.base = arguments.maybe("base");
  options.write_nothing = arguments.has("check");
  options.likely = arguments.has("likely");
  options.adopt = arguments.has("adopt");
  options.settle_doubts = arguments.has("settle-doubts");
  options.since = moment_of(arguments, "since", context.clock->now());
  {
    CS_ASSIGN(const auto view, open_view(context, session, arguments));
    if (options.write_nothing && view.source() == store::ViewSource::kNone) {
      return fail(nothing_is_known(session, std::string(kNotKnown)));
    }
    say_how_to_begin(context, view);
    CS_TRY(read_operands(session, view, arguments, options));
  }
  CS_ASSIGN(const auto result, truth::reconcile(session.repository, options));
  warn_left_out(context, result);
  if (arguments.json()) {
    say_about_write(context, result.write);
    JsonWriter answer = begin_write_answer("reconcile", arguments, result.write);
    report::write_reconciliation(answer, result.found);
    print_answer(context, std::move(answer));
  } else if (arguments.has("check")) {
    print_text(context, arguments, result);
  } else {
    const auto answered = answer_write(context, arguments, result.write,
                                       {.done = "", .nothing = nothing_words(result)});
    CS_CHECK(answered.has_value());
    print_text(context, arguments, result);
  }
  say_what_follows(context, session.repository, session.ref, result.write);
  if (!arguments.has("check")) return 0;
  if (result.drift) return 1;
  if (!is_known(result)) return fail(not_known(result));
  return 0;
}

}  // namespace

extern const CommandSpec kReconcileCommand = {
    .name = "reconcile",
    .group = Group::kTruth,
    .kind = CommandKind::kWrite,
    .summary = "bring the records to what the history of the base branch proves",
    .example = "claudestep reconcile --dry-run",
    .description =
        "Looks in the history of the base branch for merges of the recorded pull requests, and "
        "records those that are proved, with the time and the commit of the merge. Git cannot tell "
        "an open pull request from one that was closed without a merge, so that is left alone "
        "(claudestep pr import knows). What is only likely is listed, and recorded with "
        "--likely.\n\n"
        "A record that is merged where the base branch has no trace of it, or has taken the merge "
        "back, is in doubt: it is listed and left as it is.\n\n"
        "The base branch is --base, else the one in the configuration of the project, else the "
        "default branch of the remote, else main or master; of all of these both the local and the "
        "remote-tracking one are looked at. Branches are known by their local and remote-tracking "
        "refs, and pull requests by refs/pull/N/head and refs/merge-requests/N/head where those "
        "were fetched.\n\n"
        "What is written follows from the history alone, so every clone that does it makes the "
        "same commit, and doing it again changes nothing.",
    .operands = {{.name = "PROJECT",
                  .type = ValueType::kProject,
                  .help = "these projects alone; OLD..NEW looks at those commits alone",
                  .optional = true,
                  .repeatable = true}},
    .options = {{.name = "base",
                 .type = ValueType::kRevision,
                 .value_name = "BRANCH",
                 .help = "the branch that pull requests are merged into"},
                {.name = "check",
                 .help = "write nothing; exit 1 when something is to be done, 3 where there is no "
                         "metadata branch, 6 where a shallow clone cannot tell"},
                {.name = "likely", .help = "record what is likely as well"},
                {.name = "adopt",
                 .help = "record pull requests that are not recorded, where their branch is named "
                         "for a task"},
                {.name = "settle-doubts",
                 .help = "record doubted merges as closed, or by the commit that proves them"},
                {.name = "since",
                 .type = ValueType::kMoment,
                 .value_name = "T",
                 .help = "look at commits from then on: 30d, 2w, a date, an instant"}},
    .json_kind = "reconcile",
    .run = run_reconcile,
    .no_means = "with --check: the records are not what the history proves",
};

}  // namespace claudestep::cli
