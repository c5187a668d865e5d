// Owns: bringing work trees along when the branch they have checked out moves under them.
// Uses git's own `read-tree`, because libgit2 cannot write an index whose lock we hold and knows no
// sparse or split index.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"
#include "host/index_hold.h"
#include "host/process.h"
#include "host/worktree_git.h"

namespace claudestep::host {

// The work trees of `repository` that show what `ref` is at: their HEAD names it, or both lead to
// one branch through symbolic refs.
[[nodiscard]] Result<std::vector<git::Worktree>> worktrees_on(const git::Repository& repository,
                                                              const std::string& ref);

// The linked ones that would be among these, and that no write from here finds.
[[nodiscard]] std::vector<git::LostWorktree> lost_worktrees_on(const git::Repository& repository,
                                                               const std::string& ref);

// The tip in the reflog of `ref` that the index of a work tree is, so that the next write brings
// the work tree forward; nothing when it is none whose commit can be read. Takes no lock.
[[nodiscard]] Result<std::optional<git::ObjectId>> tip_shown(const git::Repository& repository,
                                                             const git::Worktree& worktree,
                                                             const std::string& ref,
                                                             const Environment& environment);

// A work tree whose index shows an earlier tip than the branch is at.
struct LeftBehind {
  git::ObjectId tip;
  // Files that keep the next write from bringing it along. Of a tip that is lost, all that changed.
  std::vector<std::string> in_the_way;
  // A folder in which a file would have to change and which may not be written.
  std::optional<std::string> without_rights;
};
// Nothing where the index is what the branch is at, `now`, or that with changes of somebody, and
// where somebody is in the middle of something there. Takes no lock.
[[nodiscard]] Result<std::optional<LeftBehind>> find_left_behind(const git::Repository& repository,
                                                                 const git::Worktree& worktree,
                                                                 const std::string& ref,
                                                                 const git::ObjectId& now,
                                                                 const Environment& environment);

// What is to be done about changes in a work tree that shows where the branch is.
inline constexpr std::string_view kSettleChanges =
    "there, git diff HEAD shows what a commit would do, and what it takes away would be taken "
    "back: "
    "commit there, stash or move away what somebody made; what nobody made, as a full disk or a "
    "lost "
    "index leaves it, git checkout HEAD -- PATH puts back";
// The same in one that shows the earlier tip `then`, as hints: a commit there takes writes back.
[[nodiscard]] std::vector<std::string> ways_forward(const git::ObjectId& then);

// A work tree that is about to follow its branch. Its index is locked for everybody else until this
// is destroyed.
class WorktreeMove {
 public:
  // Asks whether the move from `from` to `to` (none: an unborn branch) can be made (`git read-tree
  // -n -m -u`). kDirty with the paths in `causes` when not, kBusy when somebody keeps the index
  // locked. A stale work tree (its index shows an earlier tip in the reflog of `ref`, beside which
  // somebody may have staged what is not in the way: a crash after the swap) is brought to `from`
  // first, and a lock that a killed claudestep left is removed where `under` holds a lock; `notes`
  // says so.
  [[nodiscard]] static Result<WorktreeMove> prepare(const git::Repository& repository,
                                                    const git::Worktree& worktree,
                                                    const std::string& ref,
                                                    std::optional<git::ObjectId> from,
                                                    git::ObjectId to, const UnderLock& under,
                                                    std::vector<std::string>& notes);

  [[nodiscard]] const git::Worktree& worktree() const { return git_.worktree(); }

  // Makes the move (`git read-tree -m -u`). Afterwards `git status` there shows nothing of ours.
  [[nodiscard]] Status make();

 private:
  WorktreeMove(IndexHold hold, WorktreeGit git, git::ObjectId from, git::ObjectId to)
      : hold_(std::move(hold)), git_(std::move(git)), from_(from), to_(to) {}

  IndexHold hold_;
  WorktreeGit git_;
  git::ObjectId from_;
  git::ObjectId to_;
};

// The lock of the work tree's index that is there now, as it is said: "'.../index.lock' has been
// there for 3 minutes".
struct IndexLock {
  std::string described;
  bool is_ours = false;  // a claudestep made it, which is at work or was killed
};
[[nodiscard]] std::optional<IndexLock> find_index_lock(const git::Worktree& worktree);

// Folders that stand in the place of what a claudestep has beside the index while it moves it;
// empty ones are no obstacle.
[[nodiscard]] std::vector<std::string> obstacles_beside_index(const git::Worktree& worktree);

// Removes an `index.lock` that a claudestep made, and what it had beside it; whether there was one.
// Requires: neither that claudestep nor a child of it lives, as the caller knows who holds the lock
// that they would hold (UnderLock).
bool clear_index_lock(const std::string& lock);

}  // namespace claudestep::host
