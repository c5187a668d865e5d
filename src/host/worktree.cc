#include "host/worktree.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <set>

#include "base/text.h"
#include "host/stale_worktree.h"
#include "host/unguarded_files.h"
#include "host/worktree_git.h"

namespace claudestep::host {
namespace {

std::vector<std::string> read_tree(bool dry, const git::ObjectId& from, const git::ObjectId& to) {
  std::vector<std::string> args = {"read-tree"};
  if (dry) args.emplace_back("-n");
  args.insert(args.end(), {"-m", "-u", from.hex(), to.hex()});
  return args;
}

bool is_there(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

// Of the paths that the move touches, those whose file or index entry is not as at `from`.
Result<std::vector<std::string>> paths_in_the_way(const WorktreeGit& git, const git::ObjectId& from,
                                                  const git::ObjectId& to) {
  CS_ASSIGN(const auto moved, git.changed_between(from, to));
  CS_ASSIGN(auto changed, git.changed_files());
  CS_ASSIGN(const auto staged,
            git.paths({"diff-index", "--cached", "--name-only", "-z", from.hex(), "--"}));
  changed.insert(staged.begin(), staged.end());
  CS_ASSIGN(const auto listed, git.paths({"ls-files", "-z"}));
  const std::set<std::string> known(listed.begin(), listed.end());
  std::vector<std::string> in_the_way;
  for (const std::string& path : moved) {
    const bool untracked = !known.contains(path) && is_there(git.worktree().path + "/" + path);
    if (untracked || changed.contains(path)) in_the_way.push_back(path);
  }
  return in_the_way;
}

// Of the paths that the move touches, those that the index is told not to look at, with the mark.
Result<std::vector<std::string>> hidden_in_the_way(const WorktreeGit& git,
                                                   const git::ObjectId& from,
                                                   const git::ObjectId& to) {
  CS_ASSIGN(const auto moved, git.changed_between(from, to));
  const std::set<std::string> touched(moved.begin(), moved.end());
  CS_ASSIGN(const auto listed, git.paths({"ls-files", "-v", "-z"}));
  std::vector<std::string> hidden;
  for (const std::string& line : listed) {
    // "H path"; S is skipped, a small letter is assumed to be unchanged.
    if (line.size() < 3) continue;
    const std::string path = line.substr(2);
    const bool assumed = line[0] >= 'a' && line[0] <= 'z';
    const bool skipped = line[0] == 'S' || line[0] == 's';
    if ((!assumed && !skipped) || !touched.contains(path)) continue;
    if (!is_there(git.worktree().path + "/" + path)) continue;
    hidden.push_back(quoted(path) + ", marked " + (skipped ? "skip-worktree" : "assume-unchanged"));
  }
  return hidden;
}

// Paths of which the index holds both sides of a merge that nobody has ended yet.
Result<std::vector<std::string>> unmerged(const WorktreeGit& git) {
  return git.paths({"diff-files", "--diff-filter=U", "--name-only", "-z"});
}

Error in_conflict(const git::Worktree& worktree, std::vector<std::string> paths) {
  Error error = dirty(worktree, std::move(paths));
  error.hints = {
      "these are conflicts that nobody has resolved: git status there says what is under way and "
      "how to end it or give it up; then run the command again"};
  return error;
}

// kDirty with what is in the way of the move.
Status check_move(const WorktreeGit& git, const git::ObjectId& from, const git::ObjectId& to) {
  CS_ASSIGN(auto paths, unguarded_files(git, from, to));
  CS_ASSIGN(const auto finished, git.run(read_tree(true, from, to)));
  if (finished.exit_code == 0 && paths.empty()) return {};
  CS_ASSIGN(const auto refused, paths_in_the_way(git, from, to));
  paths.insert(refused.begin(), refused.end());
  CS_ASSIGN(auto undecided, unmerged(git));
  if (!undecided.empty()) return fail(in_conflict(git.worktree(), std::move(undecided)));
  if (!paths.empty()) return fail(dirty_there(git, paths));
  CS_ASSIGN(auto hidden, hidden_in_the_way(git, from, to));
  if (hidden.empty() && is_fatal(finished)) {
    return fail(not_moved(git.worktree(), finished).hint("nothing was written"));
  }
  Error error = dirty(git.worktree(), {});
  if (hidden.empty()) {
    error.causes = lines_said(finished);
  } else {
    error.causes = std::move(hidden);
    error.hints = {
        "to have git status show them: git update-index --no-assume-unchanged, or "
        "--no-skip-worktree, there and with the path"};
  }
  return fail(std::move(error));
}

}  // namespace

Result<std::vector<git::Worktree>> worktrees_on(const git::Repository& repository,
                                                const std::string& ref) {
  CS_ASSIGN(auto all, repository.worktrees());
  CS_ASSIGN(const std::string end, repository.resolve_ref_name(ref));
  std::vector<git::Worktree> on;
  for (git::Worktree& worktree : all) {
    if (!worktree.head) continue;
    // A HEAD that leads nowhere shows nothing that could be left behind.
    const auto shown = repository.resolve_ref_name(*worktree.head);
    if (shown && *shown == end) on.push_back(std::move(worktree));
  }
  return on;
}

Result<WorktreeMove> WorktreeMove::prepare(const git::Repository& repository,
                                           const git::Worktree& worktree, const std::string& ref,
                                           std::optional<git::ObjectId> from, git::ObjectId to,
                                           const UnderLock& under,
                                           std::vector<std::string>& notes) {
  CS_ASSIGN(IndexHold hold, IndexHold::take(worktree, under, notes));
  WorktreeGit git(worktree, under, hold);
  CS_TRY(git.refresh());
  if (from) {
    CS_ASSIGN(const bool moved, bring_forward(git, repository, ref, *from, notes));
    if (moved) {
      CS_TRY(hold.publish());
      CS_TRY(hold.renew());
    }
  }
  const git::ObjectId start = commit_or_nothing(from);
  CS_TRY(check_move(git, start, to));
  return WorktreeMove(std::move(hold), std::move(git), start, to);
}

Status WorktreeMove::make() {
  CS_ASSIGN(const auto finished, git_.run(read_tree(false, from_, to_)));
  if (finished.exit_code == 0) return hold_.publish();
  return fail(not_moved(worktree(), finished).hint("the next change brings it forward"));
}

}  // namespace claudestep::host
