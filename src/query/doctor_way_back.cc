// The way back from a tip that has lost objects: the newest one in the reflog that is whole.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "host/process.h"
#include "host/worktree.h"
#include "model/operation_parts.h"
#include "query/doctor_parts.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kWaysBackTried = 100;

// Whether git finds all that `tip` leads to.
bool has_all_of(const Patient& patient, const git::ObjectId& tip) {
  if (!patient.repository.has_object(tip)) return false;
  const Environment environment = host::scrubbed(patient.environment);
  host::Command command;
  command.argv = {"git",      "--git-dir=" + patient.repository.common_dir(),
                  "rev-list", "--objects",
                  "--quiet",  tip.hex(),
                  "--"};
  command.cwd = patient.repository.common_dir();
  command.environment = &environment;
  const auto finished = host::run(command);
  return finished && finished->exit_code == 0;
}

struct WayBack {
  git::ObjectId tip;
  std::size_t moves = 0;  // 0: the newest tip is whole
};

std::optional<WayBack> newest_whole_tip(const Patient& patient) {
  const auto entries = patient.repository.reflog(patient.ref);
  if (!entries) return std::nullopt;
  std::set<git::ObjectId> seen;
  for (std::size_t at = 0; at < entries->size() && seen.size() < kWaysBackTried; ++at) {
    const git::ObjectId& tip = (*entries)[at].new_id;
    if (tip.is_zero() || !seen.insert(tip).second) continue;
    if (has_all_of(patient, tip)) return WayBack{tip, at};
  }
  return std::nullopt;
}

// What a work tree shows is put aside where no write could tell it from changes of somebody's own:
// that of a tip whose commit is lost.
std::vector<std::string> commands_back(const Patient& patient, const git::ObjectId& tip) {
  std::vector<std::string> commands = {"git update-ref " + model::shell_word(patient.ref, "REF") +
                                       " " + tip.hex()};
  const auto worktrees = host::worktrees_on(patient.repository, patient.ref);
  if (!worktrees) return commands;
  for (const git::Worktree& worktree : *worktrees) {
    const auto is_known =
        host::shows_known_tip(patient.repository, worktree, patient.ref, patient.environment);
    if (is_known && *is_known) continue;
    commands.push_back("git -C " + model::shell_word(worktree.path, "DIR") + " stash");
  }
  return commands;
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
  const auto back = newest_whole_tip(patient);
  if (!back || back->moves == 0) return;
  const auto commands = commands_back(patient, back->tip);
  const bool is_one = commands.size() == 1;
  problem->hints.push_back(
      std::string("where nobody else has them, the next ") +
      (is_one ? "hint goes" : counted(commands.size(), "hint") + ", one after the other, go") +
      " back to the newest tip that is whole, " + counted(back->moves, "move") +
      " ago; the reflog keeps where the branch was" +
      (is_one ? "" : ", and git stash what a work tree shows of the lost tip"));
  problem->hints.insert(problem->hints.end(), commands.begin(), commands.end());
}

}  // namespace claudestep::query
