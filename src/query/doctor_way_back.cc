// The way back from a tip that has lost objects: the newest one in the reflog that is whole.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "host/process.h"
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
  problem->hints.push_back(
      "where nobody else has them, the next hint goes back to the newest tip "
      "that is whole, " +
      counted(back->moves, "move") + " ago; the reflog keeps where the branch was");
  problem->hints.push_back("git update-ref " + model::shell_word(patient.ref, "REF") + " " +
                           back->tip.hex());
}

}  // namespace claudestep::query
