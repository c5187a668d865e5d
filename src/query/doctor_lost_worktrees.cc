// Linked work trees that no write finds: moved by hand, deleted, or with a damaged file of git's
// own about them.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "base/text.h"
#include "git/told_head.h"
#include "host/worktree.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

constexpr std::string_view kHeadNames = "ref: ";
constexpr std::string_view kStaysBehind = "no write brings it along";

std::string note_of(const std::string& git_dir) {
  return git_dir + "/gitdir";
}

// Where a note says that the work tree is: at the file ".git" there.
std::string folder_noted(const std::string& note) {
  const std::string line = first_line_of(note);
  return line.substr(0, line.rfind('/'));
}

// "is gone", "is empty", ...: what is the matter with a file that says nothing.
std::string_view why_silent(const std::string& file) {
  if (!is_on_disk(file)) return "is gone";
  return first_line_of(file).empty() ? "is empty" : "is damaged";
}

bool is_note_readable(const std::string& git_dir) {
  const std::string line = first_line_of(note_of(git_dir));
  return !line.empty() && line.find('\0') == std::string::npos;
}

// How git is made to forget one. It does not of itself where that is locked, as one on a disk that
// is not always there, or where another one stands in its place.
std::vector<std::string> ways_to_forget(const Patient& patient, const git::LostWorktree& lost) {
  const git::Worktree& worktree = lost.worktree;
  if (!worktree.path.empty() && is_on_disk(worktree.path + "/.git")) {
    return {"rm -r " + path_word(worktree.git_dir, "FOLDER")};
  }
  std::vector<std::string> commands = {in_repository(patient, "git worktree prune")};
  if (!worktree.path.empty() && is_on_disk(worktree.git_dir + "/locked")) {
    const std::string unlock = "git worktree unlock " + path_word(worktree.path, "FOLDER");
    commands.insert(commands.begin(), in_repository(patient, unlock));
  }
  return commands;
}

std::vector<std::string> ways_to_find(const Patient& patient, const git::LostWorktree& lost) {
  std::vector<std::string> hints = ways_to_forget(patient, lost);
  hints.insert(hints.begin(),
               {"typed in the folder where it is now, git worktree repair notes that; before it, "
                "commit nothing there: a commit would take back what was written since",
                "where it is gone for good, " + next_hints(hints.size()) +
                    (hints.size() == 1 ? " makes" : " make") + " git forget it"});
  return hints;
}

void add_lost(const Patient& patient, const git::LostWorktree& lost) {
  const std::string& git_dir = lost.worktree.git_dir;
  if (!is_note_readable(git_dir)) {
    return patient.add("worktree", Health::kProblem,
                       quoted(note_of(git_dir), 200) + " " +
                           std::string(why_silent(note_of(git_dir))) +
                           ": it is to say where a work tree is that has the branch checked out, " +
                           "and " + std::string(kStaysBehind),
                       ways_to_find(patient, lost));
  }
  patient.add("worktree", Health::kWarning,
              "a work tree that has the branch checked out is not at " +
                  quoted(lost.worktree.path) +
                  " any more, where git takes it to be: it was moved, and " +
                  std::string(kStaysBehind) + ", or deleted",
              ways_to_find(patient, lost));
}

// Whether it had the branch checked out.
bool add_without_head(const Patient& patient, const git::LostWorktree& lost) {
  const git::Worktree& worktree = lost.worktree;
  const std::string head = worktree.git_dir + "/HEAD";
  const auto told = git::told_head(worktree.git_dir);
  const bool is_ours = told && *told == std::string(kHeadNames) + patient.ref;
  if (!lost.is_there && !is_ours) return false;
  std::vector<std::string> commands;
  if (is_on_disk(head)) commands.push_back(move_aside(patient, head, "HEAD"));
  const std::string says = told.value_or("ref: refs/heads/NAME");
  commands.push_back("echo " + path_word(says, "HEAD") + " >" + path_word(head, "FILE"));
  std::string what = next_hints(commands.size()) + (commands.size() == 1 ? " writes" : " write") +
                     " it anew, with ";
  what += told ? "what the work tree had checked out as far as its reflog and the branches tell"
               : "NAME for the branch that the work tree had checked out";
  commands.insert(commands.begin(), what + "; then claudestep doctor looks again");
  patient.add("worktree", is_ours || !told ? Health::kProblem : Health::kWarning,
              quoted(head, 200) + " " + std::string(why_silent(head)) +
                  ": git and claudestep find no repository from the work tree" +
                  (worktree.path.empty() ? "" : " " + quoted(worktree.path)) +
                  (is_ours ? ", and " + std::string(kStaysBehind) : ""),
              std::move(commands));
  return is_ours;
}

}  // namespace

bool examine_lost_worktrees(const Patient& patient) {
  const auto on_branch = host::lost_worktrees_on(patient.repository, patient.ref);
  bool is_any = !on_branch.empty();
  for (const git::LostWorktree& lost : on_branch) add_lost(patient, lost);
  for (const git::LostWorktree& lost : patient.repository.lost_worktrees()) {
    if (!lost.has_head) is_any |= add_without_head(patient, lost);
  }
  return is_any;
}

void examine_place(const Patient& patient, const git::Worktree& worktree) {
  if (!worktree.is_misplaced) return;
  const std::string note = note_of(worktree.git_dir);
  const bool is_readable = is_note_readable(worktree.git_dir);
  const std::string what = is_readable ? "git takes the work tree " + quoted(worktree.path) +
                                             " to be at " + quoted(folder_noted(note))
                                       : quoted(note, 200) + " " + std::string(why_silent(note)) +
                                             ": it is to say where the work tree " +
                                             quoted(worktree.path) + " is";
  patient.add("worktree", is_readable ? Health::kWarning : Health::kProblem,
              what + "; only a write that is typed in it brings it along",
              {"the next hint notes where it is", git_in(patient, worktree) + " worktree repair"});
}

}  // namespace claudestep::query
