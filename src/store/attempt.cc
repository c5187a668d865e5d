#include "store/attempt.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "model/operation.h"
#include "store/history.h"
#include "store/log.h"
#include "store/remote.h"
#include "store/root.h"
#include "store/same_write.h"

namespace claudestep::store {

namespace {

constexpr std::string_view kFallbackName = "claudestep";
constexpr std::string_view kFallbackEmail = "claudestep@localhost";

Error unmerged(const View& view) {
  const std::string range = view.ref() + "..." + *view.tracking_ref();
  Error error = *view.merge_error();
  return std::move(error)
      .within(quoted(view.ref()) + " and " + quoted(*view.tracking_ref()) +
              " have gone apart and cannot be merged")
      .hint("git log --oneline --left-right " + range);
}

// The merge that the view is goes before what is written upon it.
void note_merge(const HeldMerge& merge, const std::string& tracking, git::ObjectBatch& batch,
                WriteOutcome& outcome) {
  batch.add_held(merge.objects);
  outcome.notes.push_back("merged what " + quoted(tracking) + " has");
  outcome.receipts = merge.receipts;
}

Status check_ref(const git::Repository& repository, const std::string& ref) {
  if (!ref.starts_with("refs/heads/")) {
    return fail(Error{ErrorCode::kInvalidInput, quoted(ref) + " is not a branch"}
                    .caused_by("only refs under refs/heads/ are written")
                    .hint("name a branch with --ref"));
  }
  CS_ASSIGN(const bool is_default, is_remote_default(repository, ref));
  if (!is_default) return {};
  return fail(
      Error{ErrorCode::kInvalidInput,
            quoted(ref) + " is the remote's default branch, where metadata is never written"}
          .hint("name another branch with --ref"));
}

}  // namespace

Status check_target(const git::Repository& repository, const WriteOptions& options) {
  // Where git takes in a push, new objects are not yet those of the repository.
  if (options.environment->get("GIT_QUARANTINE_PATH") && !options.dry_run) {
    return fail(Error{ErrorCode::kRejected, "nothing is written while a push is taken in"}
                    .caused_by("git keeps its objects in quarantine until it accepts the push "
                               "(GIT_QUARANTINE_PATH)")
                    .hint("write from the hook post-receive, which runs afterwards"));
  }
  CS_TRY(check_ref(repository, options.ref));
  // A symbolic ref hides what is written; that has to be allowed as well.
  const auto moved = repository.resolve_ref_name(options.ref);
  if (!moved) return fail(Error(moved.error()).hint(std::string(kAskDoctor)));
  if (*moved == options.ref) return {};
  const Status target = check_ref(repository, *moved);
  if (target) return {};
  Error error = target.error();
  return fail(std::move(error).within(quoted(options.ref) + " stands for another ref"));
}

Result<View> Attempt::open_view() const {
  CS_ASSIGN(View view, View::open(repository_, {.ref = options_.ref,
                                                .at = std::nullopt,
                                                .local = false,
                                                .now = options_.clock->now()}));
  if (view.source() == ViewSource::kUnmerged) return fail(unmerged(view));
  if (view.merge()) CS_TRY(check_tip(repository_, *view.tracking_ref(), *view.tracking()));
  if (view.commit()) CS_TRY(check_branch(view));
  return view;
}

// What is written goes onto what the remote had, and the branch with it.
Status Attempt::check_tracking(const View& view) const {
  return check_new_contents(repository_, view.tracking_ref(), *view.tracking(), view.local());
}

Status Attempt::check_branch(const View& view) const {
  CS_TRY(check_tip(repository_, options_.ref, view.merge() ? *view.local() : *view.commit()));
  if (view.source() == ViewSource::kTracking) CS_TRY(check_tracking(view));
  if (options_.force) return {};
  CS_ASSIGN(const bool ours, is_metadata_branch(repository_, *view.commit()));
  if (ours) return {};
  return fail(
      Error{ErrorCode::kConflict, quoted(options_.ref) + " is no metadata branch"}
          .caused_by("it has no folder projects/ and did not begin with claudestep")
          .hint("name another branch with --ref; --force puts metadata beside what is there"));
}

Result<std::optional<WriteOutcome>> Attempt::done_before(const View& view) const {
  if (!options_.op_id || !view.commit()) return std::nullopt;
  // What names no project is refused whatever the id stands for.
  const bool names_none = std::any_of(
      options_.asked.begin(), options_.asked.end(),
      [](const model::Operation& operation) { return model::project_of(operation).empty(); });
  if (names_none) return std::nullopt;
  CS_ASSIGN(const std::int64_t window, op_id_window(repository_));
  const Instant since = plus_seconds(options_.clock->now(), -window);
  CS_ASSIGN(const auto earlier, find_op_id(repository_, *view.commit(), *options_.op_id, since));
  if (!earlier) {
    CS_TRY(check_whole_window(view, since));
    return std::nullopt;
  }
  CS_TRY(check_same_write(
      view, *earlier, {*options_.op_id, options_.asked, options_.asked_kind, operation_time()}));
  WriteOutcome outcome;
  outcome.commit = earlier;
  return outcome;
}

// What a shallow clone cut off may be a write with this very id.
Status Attempt::check_whole_window(const View& view, Instant since) const {
  CS_ASSIGN(const bool is_cut, ends_early(repository_, *view.commit(), since));
  if (!is_cut) return {};
  return fail(too_shallow(
      "cannot tell whether " + quoted(*options_.op_id) + " was done before; nothing was written",
      "what it does not have of the metadata branch may be of the time that an --op-id is "
      "remembered"));
}

Instant Attempt::operation_time() const {
  return options_.evidence_time ? options_.evidence_time() : options_.clock->now();
}

Result<git::Signature> Attempt::identity(git::Repository::Role role,
                                         std::vector<std::string>& warnings) const {
  const Instant now = operation_time();
  if (options_.evidence_time) {
    return git::Signature{std::string(kFallbackName), std::string(kFallbackEmail), now, 0};
  }
  CS_ASSIGN(const auto configured, repository_.signature(role, now));
  if (configured) return *configured;
  const std::string fallback =
      std::string(kFallbackName) + " <" + std::string(kFallbackEmail) + ">";
  if (role == git::Repository::Role::kAuthor) {
    warnings.push_back("git knows no author here (user.name, user.email); the commit says " +
                       fallback);
  }
  return git::Signature{std::string(kFallbackName), std::string(kFallbackEmail), now, 0};
}

// The commits that lead from the view to the plan's files: the branch's beginning where there is
// none yet, and one for the operations where they change anything. Returns the last one, the view's
// own when none is needed.
Result<std::optional<git::ObjectId>> Attempt::add_commits(git::ObjectBatch& batch, const View& view,
                                                          WritePlan& plan) const {
  std::optional<git::ObjectId> tip = view.commit();
  git::ObjectId tree = view.tree().value_or(git::ObjectId{});
  if (tip && plan.files.empty()) return tip;
  CS_ASSIGN(const auto author, identity(git::Repository::Role::kAuthor, plan.outcome.warnings));
  CS_ASSIGN(const auto committer,
            identity(git::Repository::Role::kCommitter, plan.outcome.warnings));
  if (!tip && (!planner_ || !plan.files.empty())) {
    CS_ASSIGN(const auto empty, batch.add_tree({}, {}));
    CS_ASSIGN(const auto root, batch.add_commit(root_commit()));
    CS_CHECK(root.hex() == kRootId && empty == root_commit().tree);
    std::vector<git::TreeChange> changes;
    for (const InitialFile& file : initial_files()) {
      CS_ASSIGN(const auto blob, batch.add_blob(file.bytes));
      changes.push_back({std::string(file.path), blob});
    }
    CS_ASSIGN(tree, batch.add_tree({}, changes));
    const std::string message = std::string(kInitSubject) + "\n";
    CS_ASSIGN(tip, batch.add_commit({tree, {root}, author, committer, message}));
  }
  if (plan.files.empty()) return tip;
  if (view.merge()) note_merge(*view.merge(), *view.tracking_ref(), batch, plan.outcome);
  std::vector<git::TreeChange> changes;
  for (const FileChange& file : plan.files) {
    std::optional<git::ObjectId> blob;
    if (file.bytes) {
      CS_ASSIGN(blob, batch.add_blob(*file.bytes));
    }
    changes.push_back({file.path, blob, file.mode});
  }
  CS_ASSIGN(const auto changed, batch.add_tree(tree, changes));
  if (changed == tree) return tip;
  CS_ASSIGN(tip, batch.add_commit({changed, {*tip}, author, committer, plan.message}));
  return tip;
}

Result<WriteOutcome> Attempt::preview() const {
  if (merge_with_) return preview_merge();
  CS_ASSIGN(const View view, open_view());
  CS_ASSIGN(auto earlier, done_before(view));
  if (earlier) return *std::move(earlier);
  CS_ASSIGN(WritePlan plan, this->plan(view));
  if (!view.commit() && (!planner_ || !plan.files.empty())) {
    for (const InitialFile& file : initial_files()) {
      plan.files.insert(plan.files.begin(), {std::string(file.path), std::string(file.bytes)});
    }
  }
  for (const FileChange& file : plan.files) {
    CS_ASSIGN(const auto before, view.read_file(file.path));
    CS_ASSIGN(const std::string diff, repository_.diff_text(file.path, before, file.bytes));
    plan.outcome.diff += diff;
    plan.outcome.changed = plan.outcome.changed || !diff.empty();
  }
  return std::move(plan.outcome);
}

Result<AttemptResult> Attempt::commit(WriteLock& lock) const {
  if (merge_with_) return commit_merge(lock);
  CS_ASSIGN(const View view, open_view());
  CS_ASSIGN(auto earlier, done_before(view));
  if (earlier) return AttemptResult{git::SwapOutcome::kDone, *std::move(earlier)};
  CS_ASSIGN(WritePlan plan, this->plan(view));
  CS_ASSIGN(const auto tip, write_commits(view, plan));
  // init in a clone that has only the remote-tracking ref makes the local one there.
  const bool adopt = !planner_ && !view.local();
  if (!tip || (tip == view.commit() && !adopt)) {
    return AttemptResult{git::SwapOutcome::kDone, std::move(plan.outcome)};
  }
  warn_of_beginning(view, plan.outcome);
  return put(view, *tip, std::move(plan), lock);
}

// The first commits of a branch that there may be already, elsewhere.
void Attempt::warn_of_beginning(const View& view, WriteOutcome& outcome) const {
  if (view.commit()) return;
  const auto remote = unseen_remote(repository_, options_.ref);
  if (!remote) return;
  outcome.warnings.push_back(quoted(short_ref(options_.ref)) +
                             " begins anew here; this clone does not show whether " +
                             quoted(*remote) + " has it: claudestep sync brings what it has");
}

// What add_commits() says, with everything on the disk.
Result<std::optional<git::ObjectId>> Attempt::write_commits(const View& view,
                                                            WritePlan& plan) const {
  CS_ASSIGN(auto batch, repository_.begin_objects());
  CS_ASSIGN(const auto tip, add_commits(batch, view, plan));
  if (tip && tip != view.commit()) CS_TRY(batch.flush());
  return tip;
}

Result<WriteOutcome> Attempt::compose() const {
  CS_ASSIGN(const View view, open_view());
  CS_ASSIGN(auto earlier, done_before(view));
  if (earlier) return *std::move(earlier);
  CS_ASSIGN(WritePlan plan, this->plan(view));
  CS_ASSIGN(const auto tip, write_commits(view, plan));
  if (tip && tip != view.commit()) {
    plan.outcome.commit = tip;
    plan.outcome.changed = true;
  }
  return std::move(plan.outcome);
}

}  // namespace claudestep::store
