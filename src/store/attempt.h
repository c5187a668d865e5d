// Owns: one try of a write: view, operations, objects, swap. Internal to store/; callers use
// transaction.h.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "git/repository.h"
#include "store/transaction.h"
#include "store/view.h"
#include "store/write_lock.h"

namespace claudestep::store {

struct AttemptResult {
  git::SwapOutcome swap = git::SwapOutcome::kDone;  // kDone also when there was nothing to do
  WriteOutcome outcome;
};

// A file to put at `path`, or to take away.
struct FileChange {
  std::string path;
  std::optional<std::string> bytes;
  git::FileMode mode = git::FileMode::kFile;
};

// What an attempt is to write, worked out but not written.
struct WritePlan {
  WriteOutcome outcome;           // all but `commit` and `changed`
  std::vector<FileChange> files;  // that the operations change
  std::string message;            // of the commit; empty when there are no operations
};

// A commit to merge into the branch; or, with `had`, to put what the branch has beyond that upon,
// as one commit: a squash where both are the same.
struct MergeWish {
  git::ObjectId other;
  std::optional<git::ObjectId> had;
};

// Refuses refs that no write may touch: one that is no branch, and the remote's default branch.
[[nodiscard]] Status check_target(const git::Repository& repository, const WriteOptions& options);

class Attempt {
 public:
  // An empty `planner` asks for the branch alone (init). Repository and options must outlive the
  // attempt.
  Attempt(git::Repository& repository, const WriteOptions& options, Planner planner)
      : repository_(repository), options_(options), planner_(std::move(planner)) {}

  // One that merges a commit into the branch.
  Attempt(git::Repository& repository, const WriteOptions& options, MergeWish merge_with)
      : repository_(repository), options_(options), merge_with_(merge_with) {}

  // What a write would do, with the diff; nothing is written.
  [[nodiscard]] Result<WriteOutcome> preview() const;

  // The commit of a write, with `changed`, whose objects are there and to which no ref points.
  [[nodiscard]] Result<WriteOutcome> compose() const;

  // One try from a fresh view. Nothing is visible unless the swap is kDone with `changed`.
  [[nodiscard]] Result<AttemptResult> commit(WriteLock& lock) const;

 private:
  [[nodiscard]] Result<View> open_view() const;
  [[nodiscard]] Status check_branch(const View& view) const;
  [[nodiscard]] Status check_tracking(const View& view) const;
  // The outcome of an earlier write with this --op-id.
  [[nodiscard]] Result<std::optional<WriteOutcome>> done_before(const View& view) const;
  // kUnsupported where the commits of `view` from `since` on may not all be here.
  [[nodiscard]] Status check_whole_window(const View& view, Instant since) const;
  [[nodiscard]] Result<WritePlan> plan(const View& view) const;
  [[nodiscard]] Status apply_operations(const View& view, WritePlan& plan) const;
  [[nodiscard]] Result<std::optional<git::ObjectId>> add_commits(git::ObjectBatch& batch,
                                                                 const View& view,
                                                                 WritePlan& plan) const;
  void warn_of_beginning(const View& view, WriteOutcome& outcome) const;
  [[nodiscard]] Instant operation_time() const;
  [[nodiscard]] Result<git::Signature> identity(git::Repository::Role role,
                                                std::vector<std::string>& warnings) const;
  [[nodiscard]] Result<std::optional<git::ObjectId>> write_commits(const View& view,
                                                                   WritePlan& plan) const;
  [[nodiscard]] Result<AttemptResult> put(const View& view, git::ObjectId value, WritePlan plan,
                                          WriteLock& lock) const;
  [[nodiscard]] Result<git::SwapOutcome> swap(const View& view, const JournalEntry& entry,
                                              const std::string& subject, WriteOutcome& outcome,
                                              WriteLock& lock) const;

  // What merging comes to: the local branch, its new value, and the merge where one is needed.
  struct MergePlan {
    View view;
    std::optional<git::ObjectId> value;  // none: nothing is to be done
    std::optional<HeldMerge> merge;
  };
  [[nodiscard]] Result<MergePlan> plan_merge() const;
  [[nodiscard]] Result<MergePlan> choose_merge() const;
  [[nodiscard]] Result<HeldMerge> transplant(git::ObjectId local) const;
  [[nodiscard]] Result<AttemptResult> commit_merge(WriteLock& lock) const;
  [[nodiscard]] Result<WriteOutcome> preview_merge() const;

  git::Repository& repository_;
  const WriteOptions& options_;
  Planner planner_;
  std::optional<MergeWish> merge_with_;
};

}  // namespace claudestep::store
