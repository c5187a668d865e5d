#include "cli/claim.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "cli/output.h"
#include "cli/plan_folders.h"
#include "cli/reading.h"
#include "cli/write_answer.h"
#include "model/derive.h"
#include "query/choice.h"
#include "query/scan.h"
#include "report/receipts.h"
#include "report/text.h"
#include "store/claim_twin.h"
#include "store/done_write.h"
#include "store/forgotten_remote.h"
#include "store/log.h"
#include "store/sync.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kNobody = "claudestep";  // where git knows no name
constexpr std::int64_t kUsualClaim = std::int64_t{2} * 3600;
constexpr std::int64_t kPatienceForClaims = 60;  // seconds, where others push as well

// The branch as it is now, or as of a commit.
Result<store::View> open_branch(const Context& context, const Session& session,
                                std::optional<git::ObjectId> at = std::nullopt) {
  store::ViewOptions options;
  options.ref = session.ref;
  if (at) options.at = at->hex();
  options.now = context.clock->now();
  return store::View::open(session.repository, options);
}

// Another write has the id, or one that claimed elsewhere.
Error claimed_nothing(const git::Commit& commit, const store::DoneWrite& write,
                      const std::string& project) {
  Error error{ErrorCode::kConflict,
              "the write with this --op-id claimed no task of " + quoted(project)};
  const auto elsewhere = std::find_if(
      write.operations.begin(), write.operations.end(), [&](const store::DoneOperation& done) {
        return done.operation.name == store::kClaimOperation && done.project == project;
      });
  error.causes.push_back(elsewhere == write.operations.end()
                             ? commit.id.hex() + " says: " +
                                   quoted(commit.message.substr(0, commit.message.find('\n')))
                             : "what was " + quoted(project) + " when it was done, in " +
                                   commit.id.hex() + ", is not what is called so now");
  return std::move(error).hint("an --op-id stands for one write: give this one another");
}

Error claim_unknown(const git::Commit& commit, const store::DoneWrite& write,
                    const std::string& project) {
  return Error{ErrorCode::kConflict, "cannot tell which task of " + quoted(project) +
                                         " was claimed as " + quoted(write.op_id)}
      .caused_by(commit.id.hex() + (write.is_carried
                                        ? " stands for several writes, and leaves that open"
                                        : " did several things, and leaves that open"))
      .hint("claudestep task list " + project)
      .hint("another --op-id claims the next");
}

// Two clones claimed the very same, each for itself, and a merge made one claim of them.
Error claim_shared(const git::ObjectId& other, const std::string& op_id, const std::string& project,
                   const model::Task& task) {
  return Error{ErrorCode::kConflict,
               "cannot tell whether task " + std::to_string(task.index.value) + " of " +
                   quoted(project) + " is claimed by " + quoted(op_id) + " or by another"}
      .caused_by(other.hex() + " claimed it in the same second, in the same name")
      .hint("another --op-id claims the next");
}

// What the write `op_id` that `commit` made, or carried on, claimed of what is called `project`
// now.
Result<std::vector<store::ClaimMark>> claimed_in(const Session& session, const store::View& view,
                                                 const git::Commit& commit,
                                                 const std::string& op_id,
                                                 const std::string& project) {
  CS_ASSIGN(const auto names, store::names_in(view, project, commit));
  const store::DoneWrite write = store::done_write(commit, op_id);
  store::ProjectReader reader(session.repository);
  std::vector<store::ClaimMark> claims;
  for (const store::DoneOperation& done : write.operations) {
    if (done.operation.name != store::kClaimOperation || !names.contains(done.project)) continue;
    CS_ASSIGN(auto claim, store::claim_of(session.repository, reader, commit, write, done));
    if (!claim) return fail(claim_unknown(commit, write, project));
    claims.push_back(*std::move(claim));
  }
  if (!claims.empty()) return claims;
  return fail(write.is_complete() ? claimed_nothing(commit, write, project)
                                  : claim_unknown(commit, write, project));
}

// What is called `project`, or was once; as it is where nobody was, or several were.
std::string name_now(const store::View& view, const std::string& project) {
  if (view.find(project)) return project;
  const auto names = view.once_called(project);
  return names.size() == 1 ? names.front() : project;
}

// What a claim that was made before with the same --op-id is worth now; nothing where it has ended,
// and its task came to nothing.
Result<std::optional<query::Next>> claimed_before(const Context& context, const Session& session,
                                                  const git::ObjectId& commit,
                                                  const std::string& op_id,
                                                  const std::string& asked) {
  const Instant moment = context.clock->now();
  CS_ASSIGN(const auto view, open_branch(context, session));
  const std::string project = name_now(view, asked);
  CS_ASSIGN(const auto now, query::read_one(view, project));
  CS_ASSIGN(const git::Commit read, session.repository.read_commit(commit));
  CS_ASSIGN(const auto claims, claimed_in(session, view, read, op_id, project));
  const model::Task* taken_care_of = nullptr;
  for (const store::ClaimMark& claim : claims) {
    const model::Task* task = model::find_task_by_id(now.project, claim.task);
    if (task == nullptr) continue;
    if (task->claim && store::mark_of(*task) == claim && model::is_claimed(*task, moment)) {
      CS_ASSIGN(const auto twin, store::find_claim_twin(view, project, *task, op_id));
      if (twin) return fail(claim_shared(*twin, op_id, project, *task));
      return query::next_claimed(now.project, *task, moment);
    }
    if (!task->is_removed() && task->status != model::TaskStatus::kPending) taken_care_of = task;
  }
  if (taken_care_of == nullptr) return std::nullopt;
  return query::next_taken_care_of(now.project, *taken_care_of, moment);
}

// The same as an answer, into which `outcome` goes where there is one.
Result<std::optional<ClaimAnswer>> answered_before(const Context& context, const Session& session,
                                                   store::WriteOutcome& outcome,
                                                   const std::string& op_id,
                                                   const std::string& project) {
  CS_ASSIGN(auto before, claimed_before(context, session, *outcome.commit, op_id, project));
  if (!before) return std::nullopt;
  const bool taken_care_of = !before->task;
  return ClaimAnswer{*std::move(before), std::move(outcome), taken_care_of};
}

// The branch as it is after the push, where it has the claim that was pushed and what somebody
// wrote in this repository meanwhile; else nothing.
Result<std::optional<store::View>> merged_since(const Context& context, const Session& session,
                                                const git::ObjectId& pushed) {
  CS_ASSIGN(auto view, open_branch(context, session));
  if (view.commit() == pushed || view.source() == store::ViewSource::kUnmerged) return std::nullopt;
  for (const auto& tip : {view.local(), view.tracking()}) {
    if (!tip) continue;
    CS_ASSIGN(const bool has_it, session.repository.reaches(*tip, pushed));
    if (has_it) return std::optional(std::move(view));
  }
  return std::nullopt;
}

bool has_claim(const store::View& view, const std::string& project, const store::ClaimMark& claim) {
  const auto now = query::read_one(view, name_now(view, project));
  const model::Task* task = now ? model::find_task_by_id(now->project, claim.task) : nullptr;
  return task != nullptr && task->claim && store::mark_of(*task) == claim;
}

void say_gave_way(const Context& context, const store::WriteOutcome& outcome,
                  const model::Task& task) {
  if (context.err && context.talk != Talk::kQuiet && !outcome.receipts.empty()) {
    context.err(report::receipts_text(outcome.receipts, "gave way: "));
  }
  say(context, "somebody else took task " + std::to_string(task.index.value) +
                   " in this repository at the same time; trying the next");
}

// What became of the claim of `task` that `outcome` pushed, where somebody wrote in this repository
// meanwhile: nothing where it gave way, which is said.
Result<std::optional<ClaimAnswer>> settled_beside(const Context& context, const Session& session,
                                                  const store::View& now,
                                                  const std::string& project,
                                                  const std::optional<std::string>& op_id,
                                                  const model::Task& task, ClaimAnswer answer) {
  std::optional<ClaimAnswer> settled;
  if (op_id) {
    CS_ASSIGN(settled, answered_before(context, session, answer.outcome, *op_id, project));
  } else if (has_claim(now, project, store::mark_of(task))) {
    settled = std::move(answer);
  }
  if (!settled) say_gave_way(context, answer.outcome, task);
  return settled;
}

// A remote that is out of reach, or that has nothing yet, need not stop whoever is alone.
Error with_way_out(Error error) {
  if (error.code == ErrorCode::kGitFailed || error.code == ErrorCode::kRejected) {
    error.hints.emplace_back("--no-sync claims in this repository alone");
  }
  return error;
}

// What cannot be read may be work of theirs.
Error room_unknown(const std::string& reviewer, const query::UnreadableFile& file) {
  return Error{ErrorCode::kCorrupt, "cannot say whether " + quoted(reviewer) + " has room"}
      .caused_by("cannot read " + quoted(file.file) + ": " + report::safe(file.message))
      .hint("claudestep fsck");
}

}  // namespace

Result<ClaimRequest> claim_request(const Arguments& arguments, const Session& session,
                                   std::string project) {
  std::int64_t ttl = kUsualClaim;
  if (arguments.has("ttl")) {
    const auto seconds = parse_duration(arguments.text("ttl"));
    CS_CHECK(seconds.has_value());
    ttl = *seconds;
  }
  CS_ASSIGN(auto folders, open_plan_folders(session, arguments));
  CS_ASSIGN(const auto remotes, session.repository.remotes());
  const bool alone = arguments.has("no-sync");
  if (!alone) {
    CS_ASSIGN(const auto forgotten, store::forgotten_remote(session.repository, session.ref));
    if (forgotten) return fail(store::cannot_share(*forgotten, session.ref));
  }
  return ClaimRequest{std::move(project), ttl, std::move(folders), !remotes.empty() && !alone,
                      alone};
}

void say_about_claim(const Context& context, const ClaimRequest& request,
                     const ClaimAnswer& answer) {
  say_about_write(context, answer.outcome);
  if (answer.taken_care_of) {
    say(context, "the task that this --op-id claimed is in progress or done");
    hint(context, "another --op-id claims the next");
  }
  if (answer.next.claim && request.alone) {
    say(context, "claimed in this repository alone; other clones see it when the branch is pushed");
  }
}

Result<std::string> claimant(const Context& context, const Session& session) {
  CS_ASSIGN(const auto author,
            session.repository.signature(git::Repository::Role::kAuthor, context.clock->now()));
  return author ? escape_for_terminal(author->name) : std::string(kNobody);
}

namespace {

// Claims in the name of `op_id`. Nothing where it has claimed, before or just now, and that is
// over.
Result<std::optional<ClaimAnswer>> claim_as(const Context& context, const Arguments& arguments,
                                            Session& session, const ClaimRequest& request,
                                            const std::optional<std::string>& op_id) {
  CS_ASSIGN(const std::string by, claimant(context, session));
  warn_of_missing_folder(context, request.folders);
  query::Next next;
  const auto decide = [&](const store::View& view,
                          model::Branch&) -> Result<std::vector<model::Operation>> {
    CS_ASSIGN(next, query::choose_next(
                        view, request.project,
                        {&request.folders, facts_options(arguments), context.clock->now()}));
    std::vector<model::Operation> operations;
    if (next.task && next.reviewer && !next.unreadable.empty()) {
      return fail(room_unknown(*next.reviewer, next.unreadable.front()));
    }
    if (next.task) {
      operations.emplace_back(model::ClaimTask{request.project, std::to_string(next.task->index),
                                               by, next.reviewer, request.ttl_seconds});
    }
    return operations;
  };
  store::SyncOptions options;
  options.write = write_options(context, session, arguments);
  options.write.op_id = op_id;
  if (request.shared && !arguments.has("timeout"))
    options.write.timeout_seconds = kPatienceForClaims;
  auto written = request.shared ? store::write_shared(session.repository, options, decide)
                                : store::write(session.repository, options.write, decide);
  if (!written) {
    Error error = std::move(written).error();
    return fail(request.shared ? with_way_out(std::move(error)) : std::move(error));
  }
  store::WriteOutcome& outcome = *written;
  if (outcome.commit && outcome.changed) {
    has_landed(context, "write", *outcome.commit);
    CS_ASSIGN(const auto made, open_branch(context, session, outcome.commit));
    CS_ASSIGN(const auto found, query::read_one(made, request.project));
    const model::Task* task = model::find_task_by_id(found.project, next.task->id);
    CS_CHECK(task != nullptr);
    next = query::next_claimed(found.project, *task, context.clock->now());
    std::optional<store::View> now;
    if (request.shared) {
      CS_ASSIGN(now, merged_since(context, session, *outcome.commit));
    }
    if (now) {
      if (context.landed) {
        context.landed({"a claim was pushed as commit " + outcome.commit->hex() +
                            ", and somebody wrote in this repository meanwhile",
                        {"claudestep log"}});
      }
      return settled_beside(context, session, *now, request.project, op_id, *task,
                            {std::move(next), std::move(outcome)});
    }
  } else if (outcome.commit) {
    return answered_before(context, session, outcome, *op_id, request.project);
  }
  return ClaimAnswer{std::move(next), std::move(outcome)};
}

}  // namespace

Result<ClaimAnswer> claim_next(const Context& context, const Arguments& arguments, Session& session,
                               const ClaimRequest& request) {
  const auto asked = arguments.maybe("op-id");
  std::optional<std::string> op_id = asked;
  for (int attempt = 2;; ++attempt) {
    CS_ASSIGN(auto answer, claim_as(context, arguments, session, request, op_id));
    if (answer) return *std::move(answer);
    if (asked) op_id = *asked + "~" + std::to_string(attempt);
  }
}

}  // namespace claudestep::cli
