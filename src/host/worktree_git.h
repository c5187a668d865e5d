// Owns: asking git about one work tree and telling it to move, with all that git needs said
// outright. Leaves to others: when to (worktree.cc, stale_worktree.cc, lost_files.cc). Internal to
// host/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"
#include "base/result.h"
#include "git/repository.h"
#include "host/index_hold.h"
#include "host/process.h"

namespace claudestep::host {

class WorktreeGit {
 public:
  // git sees the copy of the index that `hold` has.
  WorktreeGit(git::Worktree worktree, const UnderLock& under, const IndexHold& hold);
  // git sees the index itself: for questions alone.
  WorktreeGit(git::Worktree worktree, const UnderLock& under);

  [[nodiscard]] const git::Worktree& worktree() const { return worktree_; }

  // Runs git there. kGitFailed when it was killed.
  [[nodiscard]] Result<Finished> run(const std::vector<std::string>& args,
                                     std::string_view input = {}) const;
  // The same, kGitFailed when git fails.
  [[nodiscard]] Result<std::string> output(const std::vector<std::string>& args,
                                           std::string_view input = {}) const;
  // The paths that a command prints with -z.
  [[nodiscard]] Result<std::vector<std::string>> paths(const std::vector<std::string>& args) const;

  // Tells the index which files are as it remembers them; a file only touched is no change.
  [[nodiscard]] Status refresh() const;
  // Whether the index is `tree`.
  [[nodiscard]] Result<bool> index_is(const git::ObjectId& tree) const;
  // What `git ls-files --stage -z` prints.
  [[nodiscard]] Result<std::string> index_listing() const;
  // The trees that the index would make, its own the last; none when it holds a conflict. Writes no
  // object.
  [[nodiscard]] Result<std::vector<git::ObjectId>> index_trees() const;
  // The last of these; nothing when there is none.
  [[nodiscard]] Result<std::optional<git::ObjectId>> index_tree() const;
  // Paths whose files differ from the index.
  [[nodiscard]] Result<std::set<std::string>> changed_files() const;
  // Paths that differ between two trees.
  [[nodiscard]] Result<std::vector<std::string>> changed_between(const git::ObjectId& from,
                                                                 const git::ObjectId& to) const;
  // Paths that are in the second tree alone.
  [[nodiscard]] Result<std::vector<std::string>> added_between(const git::ObjectId& from,
                                                               const git::ObjectId& to) const;

 private:
  git::Worktree worktree_;
  Environment environment_;
  int lock_;
};

// The commit, or the empty tree where there is none yet.
[[nodiscard]] git::ObjectId commit_or_nothing(const std::optional<git::ObjectId>& commit);

}  // namespace claudestep::host
