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

Result<int> claim(Context& context, const Arguments& arguments, const std::string& name) {
  CS_ASSIGN(auto session, open_session(context, arguments));
  CS_ASSIGN(const auto request, claim_request(arguments, session, name));
  CS_ASSIGN(const auto answer, claim_next(context, arguments, session, request));
  if (answer.next.task && arguments.has("dry-run")) {
    return answer_write(context, arguments, answer.outcome);
  }
  say_about_claim(context, request, answer);
  return answer_next(context, arguments, answer.next);
}

Result<int> run_next(Context& context, const Arguments& arguments) {
  CS_TRY(check_write_mode(arguments, "claim", {"ttl", "no-sync"}));
  CS_ASSIGN(const auto name, project_of(arguments));
  if (arguments.has("claim")) return claim(context, arguments, name);
  CS_ASSIGN(const auto reading, open_reading(context, arguments));
  CS_ASSIGN(const auto folders, open_plan_folders(*reading.session, arguments));
  warn_of_missing_folder(context, folders);
  CS_ASSIGN(const auto next, query::choose_next(reading.view, name,
                                                {&folders, facts_options(arguments), reading.now}));
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
        "alone. Where that name was used already, or the id is a hash with -2 and so on, it is "
        "claudestep/PROJECT/task-ID, then with -attempt-2 and so on. An id of another make cannot "
        "stand in the name of a branch: there it is claudestep/PROJECT/step-INDEX.\n\n"
        "--claim takes the task as well, in the name of git's author, so that nobody else is given "
        "it. Of many who claim at once each gets another task. The claim ends when a pull request "
        "of the task opens, when `task release` gives it back, or after --ttl. Claiming again "
        "takes another task; with the same --op-id it is the same one while that claim lasts, and "
        "none where "
        "that one has its pull request by now. "
        "Where the repository has a remote, a claim is won when the remote has it: the branch is "
        "fetched and merged, the claim decided on that and pushed, and where another clone was "
        "faster all of it again; what was unpushed here goes along. Until it is won it is not in "
        "the local branch. --no-sync claims in this repository alone; a claim without it is "
        "refused "
        "where no remote is set and a remote-tracking ref of the branch says that there was one "
        "(exit 3).",
    .operands = {{.name = "PROJECT", .type = ValueType::kProject, .help = "the project's name"}},
    .options =
        {{.name = "claim", .help = "take the task, so that nobody else is given it"},
         {.name = "ttl",
          .type = ValueType::kDuration,
          .value_name = "T",
          .help = "with --claim: how long the claim counts (2h)"},
         {.name = "no-sync",
          .help = "with --claim: claim in this repository alone, whatever remotes it has"},
         {.name = "dry-run",
          .help = "with --claim: print the operation and the diff, commit nothing"},
         {.name = "op-id",
          .type = ValueType::kOpId,
          .value_name = "ID",
          .help = "with --claim: answer with the task that was claimed with this id before"},
         {.name = "timeout",
          .type = ValueType::kDuration,
          .value_name = "T",
          .help =
              "with --claim: give up when others keep the branch moving for so long (10s, with a "
              "remote 60s)"},
         {.name = "force",
          .help = "with --claim: write a branch that does not look like a metadata branch"},
         kBaseOption},
    .json_kind = "next",
    .run = run_next,
    .no_means = "nothing is ready",
    .more_codes = "4",
};

}  // namespace claudestep::cli
