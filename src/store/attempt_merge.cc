// One try of merging a commit into the branch.
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "store/attempt.h"
#include "store/fsck_frame.h"
#include "store/history.h"
#include "store/merge_trees.h"
#include "store/tip_kin.h"
#include "store/transplant.h"

namespace claudestep::store {

namespace {

std::string digits_of(git::ObjectId id) {
  return id.hex().substr(0, 7);
}

// Appends the diff of every file in which two trees differ.
Status diff_below(const git::Repository& repository, const std::string& folder,
                  git::ObjectId before, git::ObjectId after, std::string& diff) {
  CS_ASSIGN(const auto differences, repository.diff_trees(before, after));
  for (const git::TreeDifference& one : differences) {
    const std::string path = folder + (one.before ? one.before->name : one.after->name);
    const auto tree_of = [](const std::optional<git::TreeEntry>& entry) {
      return entry && entry->mode == git::FileMode::kTree ? entry->id : git::ObjectId();
    };
    const auto is_file = [](const std::optional<git::TreeEntry>& entry) {
      return entry && entry->mode != git::FileMode::kTree &&
             entry->mode != git::FileMode::kSubmodule;
    };
    CS_TRY(diff_below(repository, path + "/", tree_of(one.before), tree_of(one.after), diff));
    std::optional<std::string> was;
    std::optional<std::string> is;
    if (is_file(one.before)) {
      CS_ASSIGN(was, repository.read_blob(one.before->id));
    }
    if (is_file(one.after)) {
      CS_ASSIGN(is, repository.read_blob(one.after->id));
    }
    CS_ASSIGN(const std::string text, repository.diff_text(path, was, is));
    diff += text;
  }
  return {};
}

}  // namespace

// The branch is moved onto a commit as it is only where all is there that is new in it, as in what
// is merged.
Result<Attempt::MergePlan> Attempt::plan_merge() const {
  CS_ASSIGN(MergePlan plan, choose_merge());
  if (plan.value && !plan.merge) {
    CS_TRY(check_new_contents(repository_, std::nullopt, *plan.value, plan.view.commit()));
  }
  return plan;
}

Result<Attempt::MergePlan> Attempt::choose_merge() const {
  const git::ObjectId other = merge_with_->other;
  CS_ASSIGN(View view, View::open(repository_, {.ref = options_.ref,
                                                .at = std::nullopt,
                                                .local = true,
                                                .now = options_.clock->now()}));
  if (view.commit()) CS_TRY(check_branch(view));
  CS_TRY(check_tip(repository_, std::nullopt, other));
  CS_ASSIGN(const bool ours, is_metadata_branch(repository_, other));
  if (!ours && !options_.force) {
    return fail(Error{ErrorCode::kConflict, digits_of(other) + " is not of a metadata branch"}
                    .caused_by("it has no folder projects/ and did not begin with claudestep")
                    .hint("--force merges it all the same"));
  }
  MergePlan plan{std::move(view), other, std::nullopt};
  if (!plan.view.local()) return plan;
  const git::ObjectId local = *plan.view.local();
  if (merge_with_->had) {
    CS_ASSIGN(const bool has_all, repository_.reaches(*merge_with_->had, local));
    if (has_all) return plan;
    CS_ASSIGN(plan.merge, transplant(local));
    plan.value = plan.merge->commit;
    return plan;
  }
  CS_ASSIGN(const git::Ancestry ancestry, repository_.compare(local, other));
  if (ancestry == git::Ancestry::kSame || ancestry == git::Ancestry::kAhead) {
    plan.value.reset();
  } else if (ancestry != git::Ancestry::kBehind) {
    CS_ASSIGN(plan.merge, merge_commits(repository_, local, other));
    plan.value = plan.merge->commit;
  }
  return plan;
}

// The work since `had` as one commit on the new tip, named by the trailers that its commits have.
Result<HeldMerge> Attempt::transplant(git::ObjectId local) const {
  const git::ObjectId tip = merge_with_->other;
  const auto had = merge_with_->had;  // no structured binding: clang 14 captures none
  const Rest rest = had == tip ? Rest::kMadeByHand : Rest::kCarried;
  // What both had: `had` may be further, by commits that the new tip has kept.
  CS_ASSIGN(const auto bases, repository_.merge_bases(local, *had));
  CS_ASSIGN(const git::Commit mine, repository_.read_commit(local));
  CS_ASSIGN(const git::Commit target, repository_.read_commit(tip));
  git::ObjectId before;
  Trace trace;
  if (!bases.empty()) {
    CS_ASSIGN(const git::Commit base, repository_.read_commit(bases.front()));
    before = base.tree;
    CS_ASSIGN(trace.kin, kin_of_tip(repository_, base, mine, target));
  }
  CS_ASSIGN(auto batch, repository_.begin_objects());
  CS_ASSIGN(auto merged, merge_trees(repository_, batch, before, mine.tree, target.tree, &trace));
  std::set<git::ObjectId> known;
  CS_TRY(repository_.walk(*had, [&](const git::Commit& commit) {
    known.insert(commit.id);
    return true;
  }));
  CS_ASSIGN(const auto own, oldest_first(repository_, local, known));
  HeldMerge result;
  result.objects = batch.hold();
  CS_ASSIGN(std::string message,
            transplant_message(repository_, {target, merged.tree, std::move(trace.projects), rest},
                               own, merged.receipts, digits_of(tip)));
  std::vector<std::string> warnings;
  CS_ASSIGN(const auto author, identity(git::Repository::Role::kAuthor, warnings));
  CS_ASSIGN(const auto committer, identity(git::Repository::Role::kCommitter, warnings));
  CS_ASSIGN(auto last, repository_.begin_objects());
  CS_ASSIGN(result.commit,
            last.add_commit({merged.tree, {tip}, author, committer, std::move(message)}));
  for (const git::ObjectId& id : last.hold()) result.objects.push_back(id);
  result.receipts = std::move(merged.receipts);
  return result;
}

Result<WriteOutcome> Attempt::preview_merge() const {
  CS_ASSIGN(const MergePlan plan, plan_merge());
  WriteOutcome outcome;
  if (!plan.value) return outcome;
  CS_ASSIGN(const git::Commit commit, repository_.read_commit(*plan.value));
  CS_TRY(diff_below(repository_, "", plan.view.tree().value_or(git::ObjectId()), commit.tree,
                    outcome.diff));
  outcome.changed = true;
  if (plan.merge) outcome.receipts = plan.merge->receipts;
  return outcome;
}

Result<AttemptResult> Attempt::commit_merge(WriteLock& lock) const {
  CS_ASSIGN(const MergePlan plan, plan_merge());
  AttemptResult nothing;
  nothing.outcome.commit = plan.view.local();
  if (!plan.value) return nothing;
  WritePlan write;
  const bool is_put = plan.merge && merge_with_->had;
  write.message = is_put ? "put unpushed work on " : plan.merge ? "merge " : "fast-forward to ";
  write.message += digits_of(merge_with_->other);
  if (plan.merge) {
    CS_ASSIGN(auto batch, repository_.begin_objects());
    batch.add_held(plan.merge->objects);
    CS_TRY(batch.flush());
    write.outcome.receipts = plan.merge->receipts;
  }
  return put(plan.view, *plan.value, std::move(write), lock);
}

}  // namespace claudestep::store
