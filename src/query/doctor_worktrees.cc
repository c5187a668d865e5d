// The work trees that have the branch checked out: clean, stale or dirty. git looks at them, told
// to take no lock, so that not even an index is refreshed.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "base/text.h"
#include "git/damaged_packs.h"
#include "host/paused_rebase.h"
#include "host/process.h"
#include "host/taken_place.h"
#include "host/work_under_way.h"
#include "host/worktree.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

using Worktrees = std::vector<git::Worktree>;

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
struct Changed {
  std::vector<std::string> paths;
  std::vector<host::TakenPlace> taken;  // places of theirs
};

Changed changed_in(const git::Worktree& worktree, std::string_view status) {
  Changed changed;
  for (std::size_t end = 0; !status.empty();
       status.remove_prefix(std::min(end + 1, status.size()))) {
    end = std::min(status.find('\0'), status.size());
    if (end <= 3) continue;
    changed.paths.emplace_back(status.substr(3, end - 3));
    auto taken = host::find_taken_place(worktree.path, changed.paths.back());
    // In the place of what is no submodule git takes the file for deleted.
    if (!taken || (taken->taker == host::Taker::kFolder && status[1] != 'D')) continue;
    const bool is_known = !changed.taken.empty() && changed.taken.back() == *taken;
    if (!is_known) changed.taken.push_back(*std::move(taken));
  }
  return changed;
}

// The earlier tip that the index shows: what a crash after a swap leaves, or who moved the branch
// by hand. Where the branch cannot be followed, index and files have to be that tip.
std::optional<host::LeftBehind> find_left_behind(const Patient& patient, const Onlooker& onlooker,
                                                 const git::Worktree& worktree) {
  const auto branch = patient.repository.find_ref(patient.ref);
  if (branch && *branch) {
    return host::find_left_behind(patient.repository, worktree, patient.ref, **branch,
                                  patient.environment)
        .value_or(std::nullopt);
  }
  if (!onlooker.says_yes({"diff", "--quiet"})) return std::nullopt;
  const auto tip = host::tip_shown(patient.repository, worktree, patient.ref, patient.environment);
  return tip && *tip ? std::optional(host::LeftBehind{**tip, {}, {}}) : std::nullopt;
}

std::string first_of(const std::vector<std::string>& paths) {
  std::string list;
  for (std::size_t at = 0; at < std::min(paths.size(), kPathsShown); ++at) {
    list += (at == 0 ? "" : ", ") + quoted(paths[at]);
  }
  return paths.size() > kPathsShown ? list + ", ..." : list;
}

// Whether the branch has what was written at `tip`.
bool leads_to(const Patient& patient, const git::ObjectId& tip) {
  const auto branch = patient.repository.find_ref(patient.ref);
  return branch && *branch && patient.repository.reaches(**branch, tip).value_or(false);
}

void add_left_behind(const Patient& patient, const git::Worktree& worktree,
                     const host::LeftBehind& left) {
  const git::ObjectId& tip = left.tip;
  const std::string name = tip.hex().substr(0, 12);
  const std::string what =
      "the work tree " + quoted(worktree.path) + " still shows " + name + ", where the branch was";
  if (has_all_of(patient, tip)) {
    std::vector<std::string> hints = {
        "the next write brings it along; commit nothing there before"};
    std::string why = "before: it was not brought along when that moved";
    if (left.without_rights) {
      hints = {
          "commit nothing there; a write of somebody who may change its files brings it along"};
      why += ", and no write from here can do that: " + quoted(*left.without_rights) +
             " may not be written";
    } else if (!left.in_the_way.empty()) {
      hints = host::ways_forward(tip);
      why += ", and no write can do that: it has changes in the way: " + first_of(left.in_the_way);
    }
    if (!leads_to(patient, tip)) {
      hints.push_back("the branch does not have all that was written there: claudestep merge " +
                      name + " brings it back");
    }
    return patient.add("worktree", Health::kWarning, what + " " + why, std::move(hints));
  }
  auto hints = rescues(patient, tip, look_at_worktrees(patient, {worktree}));
  if (hints.empty()) {
    hints.emplace_back("the next write brings it along");
  } else {
    hints.insert(hints.begin(), "it still has some of that: before anything else, " +
                                    next_hints(hints.size()) +
                                    (hints.size() == 1 ? " writes" : " write") + " it anew");
    hints.push_back("then, to bring back what was written there: claudestep merge " + name);
  }
  patient.add("worktree", Health::kWarning,
              what + " before and of which the repository has lost a part", std::move(hints));
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

// Whether nothing is in the place of what a write has beside the index; what is there is told.
bool examine_beside_index(const Patient& patient, const git::Worktree& worktree) {
  const auto obstacles = host::obstacles_beside_index(worktree);
  for (const std::string& path : obstacles) {
    patient.add("worktree", Health::kProblem,
                quoted(path, 200) + " is a folder: a write has a file there while it moves the " +
                    "work tree " + quoted(worktree.path) + ", and every write is refused",
                {"the next hint moves it aside; then claudestep doctor looks again",
                 move_aside(patient, path, path.substr(path.rfind('/') + 1))});
  }
  return obstacles.empty();
}

// Whether the file by which git finds the repository from the work tree names a folder at all, or
// none is needed; writes need it not, since they know both. Where it names another, the work tree
// is not ours (git::Repository::worktrees()).
bool examine_link(const Patient& patient, const git::Worktree& worktree) {
  constexpr std::string_view kGitdir = "gitdir:";
  if (!worktree.git_dir.starts_with(patient.repository.common_dir() + "/worktrees/")) return true;
  if (first_line_of(worktree.path + "/.git").starts_with(kGitdir)) return true;
  patient.add("worktree", Health::kProblem,
              "what leads from the work tree " + quoted(worktree.path) +
                  " to the repository is damaged: git and claudestep find none there",
              {"the next hint writes it anew; then claudestep doctor looks again",
               in_repository(patient, "git worktree repair")});
  return false;
}

// Makes an index of what the branch has, and touches no file. read-tree would forget what a sparse
// work tree leaves out, and the next commit delete that; without a path, reset ends a merge.
std::string makes_index(const Patient& patient, const git::Worktree& worktree) {
  return git_in(patient, worktree) + " reset -q -- .";
}

void add_index_anew(const Patient& patient, const git::Worktree& worktree, Checkup& problem) {
  problem.hints = {
      next_hints(2) +
          " move it aside and make it anew of what the branch has; no file is touched, and what "
          "was staged is staged no more; then claudestep doctor looks again",
      move_aside(patient, worktree.git_dir + "/index", "index"), makes_index(patient, worktree)};
}

// The last line that git said, or why it did not run.
std::string why_unreadable(const Result<host::Finished>& status) {
  if (!status) return escape_for_terminal(status.error().one_line());
  const std::string_view said = trim(status->err);
  if (said.empty()) return "it ended with " + std::to_string(status->exit_code);
  return escape_for_terminal(said.substr(said.rfind('\n') + 1));
}

// Where git cannot be asked in a work tree: what of its own files is damaged or gone.
void add_unreadable(const Patient& patient, const Onlooker& onlooker, const git::Worktree& worktree,
                    const Result<host::Finished>& status) {
  Checkup problem{"worktree",
                  Health::kProblem,
                  "the work tree " + quoted(worktree.path) + " has the branch checked out, and ",
                  {}};
  const std::string& common = patient.repository.common_dir();
  const std::string link = worktree.git_dir + "/commondir";
  const std::string index = worktree.git_dir + "/index";
  const bool has_head = onlooker.says_yes({"rev-parse", "--verify", "--quiet", "HEAD"});
  if (!has_head && worktree.git_dir.starts_with(common + "/worktrees/") &&
      first_line_of(link) != "../..") {
    problem.message += "what leads from there to the repository is gone or damaged: ";
    std::vector<std::string> commands;
    if (is_on_disk(link)) commands.push_back(move_aside(patient, link, "commondir"));
    commands.push_back("echo ../.. >" + path_word(link, "FILE"));
    problem.hints.push_back(next_hints(commands.size()) +
                            (commands.size() == 1 ? " writes" : " write") +
                            " it anew; then claudestep doctor looks again");
    problem.hints.insert(problem.hints.end(), commands.begin(), commands.end());
  } else if (has_head && is_on_disk(index) &&
             !onlooker.says_yes({"ls-files", "--error-unmatch", "--", ":/"})) {
    problem.message += "its index cannot be read: ";
    add_index_anew(patient, worktree, problem);
  } else {
    problem.message += "git cannot say how it stands: ";
    problem.hints = {
        "where something is told of the branch above, mend that first; else git status there "
        "shows all that git says"};
  }
  problem.message += why_unreadable(status) + "; every write is refused meanwhile";
  patient.checkups.push_back(std::move(problem));
}

// Whether there is no index, beside files which it had. To git all are deleted then.
bool has_lost_index(const git::Worktree& worktree, const std::vector<std::string>& changed) {
  return !is_on_disk(worktree.git_dir + "/index") &&
         std::any_of(changed.begin(), changed.end(), [&](const std::string& path) {
           return is_on_disk(worktree.path + "/" + path);
         });
}

void add_taken_places(const Patient& patient, const git::Worktree& worktree,
                      const std::vector<host::TakenPlace>& taken) {
  for (std::size_t at = 0; at < std::min(taken.size(), kPathsShown); ++at) {
    const std::string& path = taken[at].path;
    std::string name = path;
    std::replace(name.begin(), name.end(), '/', '-');
    patient.add(
        "worktree", Health::kProblem,
        "the work tree " + quoted(worktree.path) + " has the branch checked out, and " +
            quoted(path) + " there " + describe(taken[at].taker) +
            ": a write that touches it is refused",
        {next_hints(2) +
             " move it aside and put back what the index has there; then claudestep doctor looks "
             "again",
         move_aside(patient, worktree.path + "/" + path, name),
         git_in(patient, worktree) + " --literal-pathspecs checkout -q -- " +
             path_word(path, "PATH")});
  }
}

void examine_worktree(const Patient& patient, const git::Worktree& worktree) {
  if (!examine_link(patient, worktree)) return;
  if (!examine_beside_index(patient, worktree)) return;
  if (!examine_index_lock(patient, worktree)) return;
  const Onlooker onlooker(patient, worktree);
  const std::string where = "the work tree " + quoted(worktree.path);
  const auto status =
      onlooker.git({"status", "--porcelain", "-z", "--untracked-files=no", "--no-renames"});
  if (!status || status->exit_code != 0) {
    return add_unreadable(patient, onlooker, worktree, status);
  }
  if (git::is_damaged_index(worktree.git_dir + "/index")) {
    Checkup problem{"worktree",
                    Health::kProblem,
                    where +
                        " has the branch checked out, and its index is damaged: its checksum "
                        "is not that of what it holds",
                    {}};
    add_index_anew(patient, worktree, problem);
    return patient.checkups.push_back(std::move(problem));
  }
  const auto [paths, taken] = changed_in(worktree, status->out);
  if (paths.empty()) {
    return patient.add("worktree", Health::kOk,
                       where + " has the branch checked out and is clean: writes bring it along");
  }
  if (has_lost_index(worktree, paths)) {
    return patient.add(
        "worktree", Health::kProblem,
        where +
            " has the branch checked out, and its index is gone: to git all its files are "
            "deleted, and every write is refused",
        {next_hints(1) +
             " makes it anew of what the branch has, and touches no file; then claudestep doctor "
             "looks again",
         makes_index(patient, worktree)});
  }
  if (!taken.empty()) return add_taken_places(patient, worktree, taken);
  if (const auto left = find_left_behind(patient, onlooker, worktree)) {
    return add_left_behind(patient, worktree, *left);
  }
  std::vector<std::string> hints = {"a write that touches these paths is refused; " +
                                    std::string(host::kSettleChanges)};
  std::string what = where + " has changes of its own: " + first_of(paths);
  if (const auto work = host::work_under_way(worktree)) {
    what += "; it is in the middle of " + std::string(*work);
    hints.insert(hints.begin(), std::string(host::kEndWork));
  }
  patient.add("worktree", Health::kWarning, std::move(what), std::move(hints));
}

void examine_rebase(const Patient& patient, const host::PausedRebase& rebase) {
  patient.add("worktree", Health::kProblem,
              "the work tree " + quoted(rebase.folder) + " " + host::describe(rebase) +
                  ": every write is refused until that is ended",
              host::ways_out_of(rebase, patient.ref));
}

// Whether `worktree`, whose HEAD names no branch meanwhile, goes back to the branch at the end.
bool examine_bisect(const Patient& patient, const git::Worktree& worktree) {
  const std::string where = "the work tree " + quoted(worktree.path);
  if (first_line_of(worktree.git_dir + "/BISECT_START") != short_ref(patient.ref)) return false;
  patient.add("worktree", Health::kOk,
              where + " is in the middle of a bisect of the branch, and shows it again afterwards");
  return true;
}

// A work tree that is told to be on the branch, and is left alone since its own files lead
// elsewhere.
void examine_stray(const Patient& patient, const git::StrayWorktree& stray) {
  const git::Worktree& worktree = stray.worktree;
  const bool is_others = is_on_disk(stray.leads_to);
  const std::string what = "the work tree " + quoted(worktree.path) + " is left alone: its .git " +
                           "file leads to " + quoted(stray.leads_to);
  if (is_others) {
    patient.add("worktree", Health::kWarning,
                what + ", another repository, of which this one seems to be a copy",
                {next_hints(1) + " makes this repository forget it; nothing is lost there",
                 "rm -r " + path_word(worktree.git_dir, "FOLDER")});
  } else {
    patient.add("worktree", Health::kWarning, what + ", which is not there",
                {"where this repository was moved to where it is, " + next_hints(1) +
                     " joins them again; before that, commit nothing there",
                 in_repository(patient, "git worktree repair")});
  }
}

}  // namespace

std::string first_line_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string line;
  std::getline(stream, line);
  return line;
}

void examine_worktrees(const Patient& patient) {
  const auto worktrees = host::worktrees_on(patient.repository, patient.ref);
  // A ref that cannot be read is told of the branch.
  if (!worktrees && !patient.repository.find_ref(patient.ref)) return;
  if (!worktrees) {
    patient.checkups.push_back(examine_failure("worktree", worktrees.error()));
    return;
  }
  const auto rebases = host::paused_rebases(patient.repository, patient.ref);
  bool is_suspended = rebases && !rebases->empty();
  if (rebases) {
    for (const host::PausedRebase& rebase : *rebases) examine_rebase(patient, rebase);
  }
  for (const git::Worktree& worktree : patient.repository.worktrees().value_or(Worktrees())) {
    is_suspended |= !worktree.head && examine_bisect(patient, worktree);
  }
  const bool is_lost = examine_lost_worktrees(patient);
  if (worktrees->empty() && !is_suspended && !is_lost) {
    patient.add("worktree", Health::kOk, "the branch is checked out nowhere");
  }
  for (const git::Worktree& worktree : *worktrees) {
    examine_place(patient, worktree);
    examine_worktree(patient, worktree);
  }
  for (const git::StrayWorktree& stray : patient.repository.stray_worktrees()) {
    if (stray.worktree.head == patient.ref) examine_stray(patient, stray);
  }
}

}  // namespace claudestep::query
