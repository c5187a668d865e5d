#include "host/paused_rebase.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/file_io.h"
#include "base/folder.h"
#include "base/text.h"

namespace claudestep::host {

namespace {

using Worktrees = std::vector<git::Worktree>;

constexpr std::size_t kMostOfALine = 65536;

std::string line_of(const std::string& path) {
  const auto text = read_file(path, kMostOfALine);
  return text ? std::string(trim(*text)) : std::string();
}

// The git folders of all work trees of the repository.
std::vector<std::string> git_dirs_of(const git::Repository& repository) {
  std::vector<std::string> all = {repository.common_dir()};
  const std::string folder = repository.common_dir() + "/worktrees";
  for (const FolderEntry& entry : entries_in(folder)) all.push_back(folder + "/" + entry.name);
  std::sort(all.begin() + 1, all.end());
  return all;
}

// Whether only a copy of a repository tells of the work tree, which is another one's: nobody can go
// on with it here.
bool is_of_another(const git::Repository& repository, const std::string& git_dir) {
  const auto strays = repository.stray_worktrees();
  return std::any_of(strays.begin(), strays.end(), [&](const git::StrayWorktree& stray) {
    return stray.worktree.git_dir == git_dir && is_on_disk(stray.leads_to);
  });
}

PausedRebase place_of(const git::Repository& repository, const std::string& git_dir) {
  PausedRebase rebase;
  for (const git::Worktree& worktree : repository.worktrees().value_or(Worktrees())) {
    if (worktree.git_dir == git_dir) rebase.folder = worktree.path;
  }
  if (!rebase.folder.empty()) return rebase;
  // Git writes down where the file ".git" of the work tree was.
  const std::string dot_git = line_of(git_dir + "/gitdir");
  rebase.folder = dot_git.substr(0, dot_git.rfind('/'));
  rebase.is_there = dot_git.empty() || is_on_disk(dot_git);
  return rebase;
}

}  // namespace

Result<std::vector<PausedRebase>> paused_rebases(const git::Repository& repository,
                                                 const std::string& ref) {
  CS_ASSIGN(const std::string end, repository.resolve_ref_name(ref));
  const auto leads_there = [&](const std::string& name) {
    return name == ref || name == end || repository.resolve_ref_name(name).value_or("") == end;
  };
  std::vector<PausedRebase> found;
  for (const std::string& git_dir : git_dirs_of(repository)) {
    for (const std::string_view state : {"/rebase-merge/", "/rebase-apply/"}) {
      const std::string folder = git_dir + std::string(state);
      const std::string name = line_of(folder + "head-name");
      if (name.empty() || !leads_there(name) || is_of_another(repository, git_dir)) continue;
      PausedRebase rebase = place_of(repository, git_dir);
      const auto began_at = git::ObjectId::parse(line_of(folder + "orig-head"));
      CS_ASSIGN(const auto now, repository.find_ref(ref));
      rebase.has_moved = now && began_at && began_at != now;
      rebase.is_twice =
          is_on_disk(git_dir + "/rebase-merge") && is_on_disk(git_dir + "/rebase-apply");
      rebase.is_broken =
          !began_at || !git::ObjectId::parse(line_of(folder + "onto")) || rebase.is_twice;
      const std::string head = line_of(git_dir + "/HEAD");
      constexpr std::string_view kNames = "ref: ";
      rebase.has_branch = head.starts_with(kNames) && leads_there(head.substr(kNames.size()));
      found.push_back(std::move(rebase));
      break;
    }
  }
  return found;
}

std::string describe(const PausedRebase& rebase) {
  const std::string what = "is in the middle of a rebase of the branch";
  if (!rebase.is_there) return what + ", and its folder is not there";
  if (rebase.has_moved) return what + ", which has moved since that began";
  return rebase.is_broken ? what + ", of which git has lost track" : what;
}

std::vector<std::string> ways_out_of(const PausedRebase& rebase, const std::string& ref) {
  if (!rebase.is_there) {
    return {
        "where it was moved, git worktree repair FOLDER finds it again; where it is gone for good, "
        "the next hint makes git forget it",
        "git worktree prune"};
  }
  if (!rebase.has_moved && !rebase.is_broken)
    return {"end it there first: git rebase --continue, or git rebase --abort"};
  const std::string git = "git -C " + shell_quoted(rebase.folder).value_or("FOLDER");
  std::string why = rebase.has_moved
                        ? "what was written since git rebase --abort would take back, and "
                          "--continue may; "
                        : "neither git rebase --continue nor --abort may work; ";
  if (!rebase.has_branch) {
    why +=
        "what follows gives it up and leaves the branch where it is: what was rebased so far stays "
        "at the HEAD of the work tree";
  } else if (rebase.is_twice) {
    why += "the next 2 hints, one after the other, give it up and leave the branch where it is";
  } else {
    why += "the next hint gives it up and leaves the branch where it is";
  }
  std::vector<std::string> hints = {std::move(why), git + " rebase --quit"};
  if (rebase.is_twice) hints.push_back(hints.back());
  if (!rebase.has_branch) {
    hints.push_back(git + " switch --discard-changes " + short_ref(ref));
  }
  return hints;
}

Status check_no_rebase(const git::Repository& repository, const std::string& ref) {
  CS_ASSIGN(const auto rebases, paused_rebases(repository, ref));
  if (rebases.empty()) return {};
  const PausedRebase& rebase = rebases.front();
  Error error{ErrorCode::kDirty,
              "the work tree at " + quoted(rebase.folder) + " " + describe(rebase)};
  error.causes = {
      "nothing is written meanwhile, since git puts the branch back when it is given up"};
  error.hints = ways_out_of(rebase, ref);
  return fail(std::move(error));
}

}  // namespace claudestep::host
