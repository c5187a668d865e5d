#include <utility>

#include "base/text.h"
#include "base/time.h"
#include "cli/argument_values.h"
#include "cli/claim.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/plan_folders.h"
#include "cli/reading.h"
#include "cli/write_answer.h"
#include "cli/write_mode.h"
#include "query/choice.h"
#include "query/next.h"
#include "report/next.h"

namespace claudestep::cli {

namespace {

constexpr int kNothingReady = 1;
constexpr std::int64_t kUsualClaim = std::int64_t{2} * 3600;

int answer_next(const Context& context, const Arguments& arguments, const query::Next& next) {
  warn_unreadable(context, next.unreadable);
  if (arguments.json()) {
    context.out(report::next_json(next));
  } else {
    context.out(report::next_text(next, style_of(context)));
    if (next.empty && !next.archived) {
      hint(context, "claudestep task add " + next.project + " --description TEXT");
    }
  }
  return next.task ? 0 : kNothingReady;
}

// A claim that other clones shall honour is won by pushing it.
Status check_claim_is_local(const Session& session, const Arguments& arguments) {
  if (arguments.has("no-sync")) return {};
  CS_ASSIGN(const auto remotes, session.repository.remotes());
  if (remotes.empty()) return {};
  return fail(Error{ErrorCode::kUnsupported, "this claudestep cannot claim a task for all clones"}
                  .caused_by("the repository has the remote " + quoted(remotes.front()) +
                             ", and a claim is won there only when it is pushed")
                  .hint("--no-sync claims in this repository alone"));
}

Result<int> claim(Context& context, const Arguments& arguments, const std::string& name) {
  ClaimRequest request{name, kUsualClaim, nullptr};
  if (arguments.has("ttl")) {
    const auto seconds = parse_duration(arguments.text("ttl"));
    CS_CHECK(seconds.has_value());
    request.ttl_seconds = *seconds;
  }
  CS_ASSIGN(auto session, open_session(context, arguments));
  CS_TRY(check_claim_is_local(session, arguments));
  CS_ASSIGN(const auto folders, open_plan_folders(session, arguments));
  request.folders = &folders;
  CS_ASSIGN(const auto answer, claim_next(context, arguments, session, request));
  const store::WriteOutcome& outcome = answer.outcome;
  if (answer.next.task && arguments.has("dry-run"))
    return answer_write(context, arguments, outcome);
  say_about_write(context, outcome);
  if (answer.next.claim && arguments.has("no-sync")) {
    say(context, "claimed in this repository alone; other clones see it when the branch is pushed");
  }
  return answer_next(context, arguments, answer.next);
}

Result<int> run_next(Context& context, const Arguments& arguments) {
  CS_TRY(check_write_mode(arguments, "claim", {"ttl", "no-sync"}));
  CS_ASSIGN(const auto name, project_of(arguments));
  if (arguments.has("claim")) return claim(context, arguments, name);
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto folders, open_plan_folders(*reading.session, arguments));
  CS_ASSIGN(const auto next,
            query::choose_next(reading.view, name,
                               {&folders, facts_options(arguments), context.clock->now()}));
  return answer_next(context, arguments, next);
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
        "Exit code 1 when there is none. The reason is then complete; nothing_ready, and "
        "waiting_for names the tasks that must move first: those in progress or claimed, and those "
        "that others depend on; not_approved, when the feature specification of the project says "
        "planning or blocked; or no_capacity, when no reviewer has room.\n\n"
        "Who reviews, and how much each may have under way over all projects, says "
        "configuration.yml (.yaml, .json) beside the plan of the project, as the base branch has "
        "it: the first who has room is named. Where it names nobody, so does the answer.\n\n"
        "The branch is claude-chain-PROJECT-ID, which ties a pull request to its task by name "
        "alone. Where that name was used already, or the id is no plain hash, it is "
        "claudestep/PROJECT/step-INDEX, then with -attempt-2 and so on.\n\n"
        "--claim takes the task as well, in the name of git's author, so that nobody else is given "
        "it. Of many who claim at once each gets another task. The claim ends when a pull request "
        "of the task opens, when `task release` gives it back, or after --ttl. Claiming again "
        "takes another task; with the same --op-id it is the same one while that claim lasts. "
        "Where the repository has a remote, --no-sync is needed: other clones do not know of the "
        "claim until the branch is pushed.",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options = {{.name = "claim", .help = "take the task, so that nobody else is given it"},
                {.name = "ttl",
                 .type = ValueType::kDuration,
                 .value_name = "T",
                 .help = "with --claim: how long the claim counts (2h)"},
                {.name = "no-sync",
                 .help = "with --claim: claim in this repository alone, whatever remotes it has"},
                {.name = "dry-run",
                 .help = "with --claim: print the operation and the diff, commit nothing"},
                {.name = "op-id",
                 .type = ValueType::kText,
                 .value_name = "ID",
                 .help = "with --claim: answer with the task that was claimed with this id before"},
                {.name = "timeout",
                 .type = ValueType::kDuration,
                 .value_name = "T",
                 .help = "with --claim: give up when others keep the branch moving for so long"},
                {.name = "force",
                 .help = "with --claim: write a branch that does not look like a metadata branch"},
                kBaseOption},
    .json_kind = "next",
    .run = run_next,
    .no_means = "nothing is ready",
};

}  // namespace claudestep::cli
