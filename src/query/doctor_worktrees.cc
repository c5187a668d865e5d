// The work trees that have the branch checked out: clean, stale or dirty. git looks at them, told
// to take no lock, so that not even an index is refreshed.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "host/process.h"
#include "host/worktree.h"
#include "query/doctor_parts.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kTipsTried = 50;
constexpr std::size_t kPathsShown = 3;

class Onlooker {
 public:
  Onlooker(const Patient& patient, const git::Worktree& worktree)
      : environment_(host::scrubbed(patient.environment)), worktree_(worktree) {
    environment_.set("GIT_OPTIONAL_LOCKS", "0");
  }

  [[nodiscard]] Result<host::Finished> git(std::vector<std::string> arguments) const {
    host::Command command;
    command.argv = {"git", "--git-dir=" + worktree_.git_dir, "--work-tree=" + worktree_.path};
    command.argv.insert(command.argv.end(), std::make_move_iterator(arguments.begin()),
                        std::make_move_iterator(arguments.end()));
    command.cwd = worktree_.path;
    command.environment = &environment_;
    return host::run(command);
  }

  [[nodiscard]] bool says_yes(std::vector<std::string> arguments) const {
    const auto finished = git(std::move(arguments));
    return finished && finished->exit_code == 0;
  }

 private:
  Environment environment_;
  const git::Worktree& worktree_;
};

// What `git status -z` lists: "XY path" each.
std::vector<std::string> changed_paths(std::string_view status) {
  std::vector<std::string> paths;
  while (!status.empty()) {
    const std::size_t end = std::min(status.find('\0'), status.size());
    if (end > 3) paths.emplace_back(status.substr(3, end - 3));
    status.remove_prefix(std::min(end + 1, status.size()));
  }
  return paths;
}

// Whether index and files are together what an earlier tip had: what a crash after a swap leaves.
bool is_stale_worktree(const Patient& patient, const Onlooker& onlooker) {
  if (!onlooker.says_yes({"diff", "--quiet"})) return false;
  const auto reflog = patient.repository.reflog(patient.ref);
  if (!reflog) return false;
  const std::size_t tries = std::min(reflog->size(), kTipsTried);
  for (std::size_t at = 0; at < tries; ++at) {
    const git::ObjectId& earlier = (*reflog)[at].old_id;
    if (earlier.is_zero()) continue;
    if (onlooker.says_yes({"diff-index", "--cached", "--quiet", earlier.hex(), "--"})) return true;
  }
  return false;
}

// Whether nothing keeps writes from the index; what does is told.
bool examine_index_lock(const Patient& patient, const git::Worktree& worktree) {
  const auto lock = host::find_index_lock(worktree);
  if (!lock) return true;
  const std::string what =
      "the index of the work tree " + quoted(worktree.path) + " is locked: " + lock->described;
  if (lock->is_ours) {
    patient.add("worktree", Health::kWarning, what + "; a claudestep made it",
                {"it is at work there, or was killed: then the next write removes the lock"});
  } else {
    patient.add("worktree", Health::kProblem, what + ", and no write can bring it along",
                {"a git process is at work there, or one was killed; make sure that none runs "
                 "before the lock file is taken away"});
  }
  return false;
}

void examine_worktree(const Patient& patient, const git::Worktree& worktree) {
  if (!examine_index_lock(patient, worktree)) return;
  const Onlooker onlooker(patient, worktree);
  const std::string where = "the work tree " + quoted(worktree.path);
  const auto status =
      onlooker.git({"status", "--porcelain", "-z", "--untracked-files=no", "--no-renames"});
  if (!status || status->exit_code != 0) {
    return patient.add("worktree", Health::kWarning,
                       where + " has the branch checked out, and git cannot say how it stands",
                       {"git status there says why"});
  }
  const auto paths = changed_paths(status->out);
  if (paths.empty()) {
    return patient.add("worktree", Health::kOk,
                       where + " has the branch checked out and is clean: writes bring it along");
  }
  if (is_stale_worktree(patient, onlooker)) {
    return patient.add("worktree", Health::kWarning,
                       where +
                           " still shows an earlier tip: a write was cut off before it was "
                           "brought along",
                       {"the next write brings it forward; commit nothing there before"});
  }
  std::string list;
  for (std::size_t at = 0; at < std::min(paths.size(), kPathsShown); ++at) {
    list += (at == 0 ? "" : ", ") + quoted(paths[at]);
  }
  if (paths.size() > kPathsShown) list += ", ...";
  patient.add("worktree", Health::kWarning, where + " has changes of its own: " + list,
              {"a write that touches these paths is refused; commit them there"});
}

}  // namespace

void examine_worktrees(const Patient& patient) {
  const auto worktrees = host::worktrees_on(patient.repository, patient.ref);
  if (!worktrees) {
    patient.checkups.push_back(examine_failure("worktree", worktrees.error()));
    return;
  }
  if (worktrees->empty()) {
    patient.add("worktree", Health::kOk, "the branch is checked out nowhere");
  }
  for (const git::Worktree& worktree : *worktrees) examine_worktree(patient, worktree);
}

}  // namespace claudestep::query
