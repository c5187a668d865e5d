#include "host/worktree.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <set>

#include "base/text.h"
#include "host/shown_tip.h"
#include "host/stale_worktree.h"
#include "host/unguarded_files.h"
#include "host/work_under_way.h"
#include "host/worktree_git.h"

namespace claudestep::host {
namespace {

std::vector<std::string> read_tree(bool dry, const git::ObjectId& from, const git::ObjectId& to) {
  std::vector<std::string> args = {"read-tree"};
  if (dry) args.emplace_back("-n");
  args.insert(args.end(), {"-m", "-u", from.hex(), to.hex()});
  return args;
}

// Of the paths that the move touches, those that the index is told not to look at, with the mark.
Result<std::vector<std::string>> hidden_in_the_way(const WorktreeGit& git,
                                                   const git::ObjectId& from,
                                                   const git::ObjectId& to) {
  CS_ASSIGN(const auto moved, git.changed_between(from, to));
  const std::set<std::string> touched(moved.begin(), moved.end());
  CS_ASSIGN(const auto listed, git.paths({"ls-files", "-v", "-z"}));
  std::vector<std::string> hidden;
  struct stat status {};
  for (const std::string& line : listed) {
    // "H path"; S is skipped, a small letter is assumed to be unchanged.
    if (line.size() < 3) continue;
    const std::string path = line.substr(2);
    const bool assumed = line[0] >= 'a' && line[0] <= 'z';
    const bool skipped = line[0] == 'S' || line[0] == 's';
    if ((!assumed && !skipped) || !touched.contains(path)) continue;
    if (::lstat((git.worktree().path + "/" + path).c_str(), &status) != 0) continue;
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

// The refusal of a move from `now`, with another way out where the index is rather that of an
// earlier tip: what is staged there takes back what was written since.
Error told_from_earlier(Error refusal, const WorktreeGit& git, const git::Repository& repository,
                        const std::string& ref, const git::ObjectId& now) {
  if (refusal.code != ErrorCode::kDirty || git.index_is(now).value_or(true)) return refusal;
  if (work_under_way(git.worktree())) return refusal;
  const auto shown = earlier_tip_shown(git, repository, ref, now);
  if (shown && *shown) refusal.hints = ways_forward((*shown)->tip);
  return refusal;
}

// The refusal, with what is under way there, of which that may be a part.
Error with_work(Error refusal, const git::Worktree& worktree) {
  const auto work = work_under_way(worktree);
  if (!work) return refusal;
  refusal.hints.insert(refusal.hints.begin(),
                       fmt::format("it is in the middle of {}: {}", *work, kEndWork));
  return refusal;
}

// kDirty with what is in the way of the move.
Status check_move(const WorktreeGit& git, const git::ObjectId& from, const git::ObjectId& to) {
  CS_ASSIGN(const auto unguarded, unguarded_files(git, from, to));
  CS_ASSIGN(const auto finished, git.run(read_tree(true, from, to)));
  if (finished.exit_code == 0 && unguarded.empty()) return {};
  CS_ASSIGN(auto changed, git.changed_files());
  CS_ASSIGN(const auto paths, paths_in_the_way(git, from, to, std::move(changed)));
  CS_ASSIGN(auto undecided, unmerged(git));
  if (!undecided.empty()) return fail(in_conflict(git.worktree(), std::move(undecided)));
  if (!paths.empty()) return fail(with_work(dirty_there(git, paths), git.worktree()));
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

// Whether the HEAD of the work tree leads to `end`. One that leads nowhere shows nothing that could
// be left behind.
bool shows(const git::Repository& repository, const git::Worktree& worktree,
           const std::string& end) {
  if (!worktree.head) return false;
  const auto shown = repository.resolve_ref_name(*worktree.head);
  return shown && *shown == end;
}

}  // namespace

Result<std::vector<git::Worktree>> worktrees_on(const git::Repository& repository,
                                                const std::string& ref) {
  CS_ASSIGN(auto all, repository.worktrees());
  CS_ASSIGN(const std::string end, repository.resolve_ref_name(ref));
  std::vector<git::Worktree> on;
  for (git::Worktree& worktree : all) {
    if (shows(repository, worktree, end)) on.push_back(std::move(worktree));
  }
  return on;
}

std::vector<git::LostWorktree> lost_worktrees_on(const git::Repository& repository,
                                                 const std::string& ref) {
  const std::string end = repository.resolve_ref_name(ref).value_or(ref);
  auto lost = repository.lost_worktrees();
  std::erase_if(lost, [&](const git::LostWorktree& one) {
    return one.is_there || !shows(repository, one.worktree, end);
  });
  return lost;
}

Result<std::optional<git::ObjectId>> tip_shown(const git::Repository& repository,
                                               const git::Worktree& worktree,
                                               const std::string& ref,
                                               const Environment& environment) {
  return tip_of_index(WorktreeGit(worktree, {environment}), repository, ref);
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
  if (Status free = check_move(git, start, to); !free) {
    Error refusal = std::move(free).error();
    if (from) refusal = told_from_earlier(std::move(refusal), git, repository, ref, *from);
    return fail(std::move(refusal));
  }
  return WorktreeMove(std::move(hold), std::move(git), start, to);
}

Status WorktreeMove::make() {
  CS_ASSIGN(const auto finished, git_.run(read_tree(false, from_, to_)));
  if (finished.exit_code == 0) return hold_.publish();
  return fail(not_moved(worktree(), finished).hint("the next change brings it forward"));
}

}  // namespace claudestep::host
