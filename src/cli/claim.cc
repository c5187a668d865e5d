#include "cli/claim.h"

#include <optional>
#include <set>
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
#include "report/text.h"
#include "store/commit_message.h"
#include "store/log.h"
#include "store/sync.h"

namespace claudestep::cli {

namespace {

constexpr std::string_view kNobody = "claudestep";  // where git knows no name
constexpr std::int64_t kUsualClaim = std::int64_t{2} * 3600;
constexpr std::int64_t kPatienceForClaims = 60;  // seconds, where others push as well

Result<query::Found> found_at(const Context& context, const Session& session,
                              const git::ObjectId& commit, const std::string& project) {
  store::ViewOptions options;
  options.ref = session.ref;
  options.at = commit.hex();
  options.now = context.clock->now();
  CS_ASSIGN(const auto view, store::View::open(session.repository, options));
  return query::read_one(view, project);
}

// Whether the project `then` is `now`, beyond doubt: neither was ever made anew or renamed since.
bool is_untouched(const model::Project& then, const model::Project& now) {
  return then.created_at && now.created_at && then.created_at->value == now.created_at->value &&
         then.former_names == now.former_names;
}

// The names that what is `project` in `view` had in `commit`.
Result<std::set<std::string>> names_in(const Context& context, const Session& session,
                                       const store::View& view, const std::string& project,
                                       const git::ObjectId& commit) {
  std::set<std::string> found;
  CS_ASSIGN(const auto now, query::read_one(view, project));
  const auto then = found_at(context, session, commit, project);
  if (then && is_untouched(then->project, now.project)) return std::set{project};
  CS_TRY(store::walk_names(session.repository, *view.commit(), project,
                           [&](const git::Commit& visited, const std::set<std::string>& names) {
                             if (visited.id == commit) found = names;
                             return visited.id != commit;
                           }));
  return found;
}

// A claim that a commit made.
struct Claimed {
  std::string task;  // its id
  model::Opt<model::Claim> claim;
};

// What `commit` claimed of the project that had one of `names` in it, and is now called `project`.
Result<Claimed> claimed_in(const Context& context, const Session& session,
                           const git::ObjectId& commit, const std::set<std::string>& names,
                           const std::string& project) {
  CS_ASSIGN(const git::Commit read, session.repository.read_commit(commit));
  for (const std::string& name : names) {
    const std::string lead =
        std::string(model::name_of(model::ClaimTask{})) + " project=" + name + " task=";
    for (const std::string& value : store::trailer_values(read.message, store::kOpTrailer)) {
      if (!value.starts_with(lead)) continue;
      CS_ASSIGN(const auto found, found_at(context, session, commit, name));
      CS_ASSIGN(const model::Task* task,
                model::resolve_task(found.project, std::string_view(value).substr(lead.size())));
      return Claimed{model::text_or_empty(task->id), task->claim};
    }
  }
  return fail(Error{ErrorCode::kConflict,
                    "the write with this --op-id claimed no task of " + quoted(project)}
                  .caused_by(commit.hex() +
                             " says: " + quoted(read.message.substr(0, read.message.find('\n'))))
                  .hint("an --op-id stands for one write: give this one another"));
}

// What a claim that was made before with the same --op-id is worth now; nothing where it has ended,
// and its task came to nothing.
Result<std::optional<query::Next>> claimed_before(const Context& context, const Session& session,
                                                  const git::ObjectId& commit,
                                                  const std::string& project) {
  store::ViewOptions options;
  options.ref = session.ref;
  options.now = context.clock->now();
  CS_ASSIGN(const auto view, store::View::open(session.repository, options));
  CS_ASSIGN(const auto names, names_in(context, session, view, project, commit));
  CS_ASSIGN(const Claimed claimed, claimed_in(context, session, commit, names, project));
  CS_ASSIGN(const auto now, query::read_one(view, project));
  const model::Task* task = model::find_task_by_id(now.project, claimed.task);
  if (task == nullptr) return std::nullopt;
  if (task->claim == claimed.claim && model::is_claimed(*task, options.now)) {
    return query::next_claimed(now.project, *task, options.now);
  }
  if (!task->is_removed() && task->status != model::TaskStatus::kPending) {
    return query::next_taken_care_of(now.project, *task, options.now);
  }
  return std::nullopt;
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
      .hint("claudestep fsck says what is wrong with it");
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

// Claims in the name of `op_id`. Nothing where it has claimed before, and that is over.
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
    CS_ASSIGN(const auto found, found_at(context, session, *outcome.commit, request.project));
    const model::Task* task = model::find_task_by_id(found.project, next.task->id);
    CS_CHECK(task != nullptr);
    next = query::next_claimed(found.project, *task, context.clock->now());
  } else if (outcome.commit) {
    CS_ASSIGN(auto before, claimed_before(context, session, *outcome.commit, request.project));
    if (!before) return std::nullopt;
    const bool taken_care_of = !before->task;
    return ClaimAnswer{*std::move(before), std::move(outcome), taken_care_of};
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
    op_id = *asked + "~" + std::to_string(attempt);
  }
}

}  // namespace claudestep::cli
