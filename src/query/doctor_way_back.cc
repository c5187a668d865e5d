// The way back from a tip that has lost objects: the newest one in the reflog that is whole.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "host/worktree.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/history.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// The branch that is to be brought back.
struct Case {
  const Patient& patient;
  Stand stand;
  std::vector<Ward> wards;
};

// The command that moves the branch from where it is now. Given later, it is refused.
std::string moves_branch(const Case& lost, const std::string& where) {
  return in_repository(lost.patient, "git update-ref " +
                                         model::shell_word(lost.patient.ref, "REF") + " " + where +
                                         (lost.stand.tip ? " " + lost.stand.tip->hex() : ""));
}

// Puts all that the branch has upon `past`, where it lost nothing but history; nothing where it
// lost more.
std::optional<std::string> keeps_files(const Case& lost, const git::ObjectId& past) {
  if (!lost.stand.tip) return std::nullopt;
  const auto commit = lost.patient.repository.read_commit(*lost.stand.tip);
  if (!commit || !has_all_of(lost.patient, commit->tree)) return std::nullopt;
  const std::string commits =
      in_repository(lost.patient, "git commit-tree " + commit->tree.hex() + " -p " + past.hex() +
                                      " -m 'the history between is lost'");
  return moves_branch(lost, "\"$(" + commits + ")\"");
}

// What a work tree shows is put aside where no write could tell it from changes of somebody's own:
// that of a tip whose commit is lost, or beside something staged. Git puts nothing aside that it
// could bring back while the index holds what is lost.
std::vector<std::string> worktrees_aside(const Case& lost) {
  std::vector<std::string> commands;
  for (const auto& [worktree, files] : lost.wards) {
    const std::string git = git_in(lost.patient, worktree) + " ";
    if (files.empty()) {
      const auto shown = host::tip_shown(lost.patient.repository, worktree, lost.patient.ref,
                                         lost.patient.environment);
      if (shown && *shown) continue;
    } else {
      // The entry first, which git would read to reset it.
      for (const char* clear : {"update-index --force-remove", "--literal-pathspecs reset -q"}) {
        std::string command = git + clear + " --";
        for (const host::LostFile& file : files) command += " " + path_word(file.path, "PATH");
        commands.push_back(std::move(command));
      }
    }
    commands.push_back(git + "stash");
  }
  return commands;
}

// The remote may still have what it once gave.
void add_refetch(const Patient& patient, Checkup& problem) {
  const auto remote = store::remote_of(patient.repository, patient.ref);
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!remote || !*remote || !tracking || !*tracking) return;
  const auto noted = patient.repository.find_ref(**tracking);
  if (noted && (!*noted || has_all_of(patient, **noted))) return;
  const std::string command = store::refetch_command(**remote);
  // Where the tracking ref itself cannot be followed, that is said already.
  std::erase_if(problem.hints, [&](const std::string& hint) { return hint.starts_with(command); });
  problem.hints.emplace_back(
      "the remote may have what is missing: the next hint brings it; then claudestep doctor looks "
      "again");
  problem.hints.push_back(in_repository(patient, command));
}

// What errors say wherever they are met does not name the repository.
void name_repository(const Patient& patient, Checkup& problem) {
  for (std::string& hint : problem.hints) {
    if (hint == store::kLookForLost) hint = in_repository(patient, hint);
    if (hint == store::earlier_tips(patient.ref)) hint = cat_reflog(patient);
  }
}

}  // namespace

void add_way_back(const Patient& patient) {
  const auto problem =
      std::find_if(patient.checkups.begin(), patient.checkups.end(), [](const Checkup& checkup) {
        const bool tells_of_objects =
            checkup.name == "branch" || checkup.name == "tip" || checkup.name == "files";
        return tells_of_objects && checkup.health == Health::kProblem;
      });
  if (problem == patient.checkups.end()) return;
  name_repository(patient, *problem);
  if (add_ref_anew(patient, *problem) || add_moves_aside(patient, *problem)) return;
  const auto worktrees =
      host::worktrees_on(patient.repository, patient.ref).value_or(std::vector<git::Worktree>());
  const Case lost{patient, stand_of(patient, patient.ref), look_at_worktrees(patient, worktrees)};
  if (const auto saving = rescues(patient, lost.stand.last.value_or(git::ObjectId()), lost.wards);
      !saving.empty()) {
    problem->hints.push_back(
        "a work tree still has some of what is missing: " + next_hints(saving.size()) +
        (saving.size() == 1 ? " writes" : " write") +
        " it anew; then claudestep doctor looks again");
    problem->hints.insert(problem->hints.end(), saving.begin(), saving.end());
    return;
  }
  add_refetch(patient, *problem);
  const auto back = newest_whole_tip(patient);
  if (!back || back->moves == 0) return;
  if (const auto keeping = keeps_files(lost, back->tip)) {
    problem->hints.push_back(
        "only history is lost, and no file: where nobody else has it, the next hint puts all that "
        "the branch has upon the newest tip that is whole, " +
        counted(back->moves, "move") + " ago");
    problem->hints.push_back(*keeping);
    return;
  }
  std::vector<std::string> commands = worktrees_aside(lost);
  commands.insert(commands.begin(), moves_branch(lost, back->tip.hex()));
  const bool is_one = commands.size() == 1;
  problem->hints.push_back(
      "where nobody else has them, " + next_hints(commands.size()) + (is_one ? " goes" : " go") +
      " back to the newest tip that is whole, " + counted(back->moves, "move") +
      " ago, without what was written since, in all projects; the reflog keeps where the branch "
      "was" +
      (is_one ? "" : ", and git stash what a work tree shows of the lost tip"));
  problem->hints.insert(problem->hints.end(), commands.begin(), commands.end());
}

}  // namespace claudestep::query
