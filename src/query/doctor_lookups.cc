// Files in which git looks up objects and commits, and what else makes it see other commits than
// there are.
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "git/damaged_packs.h"
#include "host/process.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

std::string folder_of_objects(const Patient& patient) {
  return patient.repository.common_dir() + "/objects";
}

// Which command makes anew what was moved aside; without it git is slower, and right.
std::string makes_lookups(const std::vector<std::string>& lookups) {
  const auto pack_index = [](const std::string& path) {
    return path.find("/objects/pack/multi-pack-index") != std::string::npos;
  };
  const auto count =
      static_cast<std::size_t>(std::count_if(lookups.begin(), lookups.end(), pack_index));
  if (count == 0) return "git gc makes it anew";
  if (count == lookups.size()) return "git multi-pack-index write makes it anew";
  return "git gc and git multi-pack-index write make them anew";
}

// How to move files aside that git believes in the place of the objects.
bool move_lookups(const Patient& patient, const std::vector<std::string>& lookups,
                  Checkup& problem) {
  if (lookups.empty()) return false;
  const bool is_one = lookups.size() == 1;
  problem.hints.push_back(
      std::string(is_one ? "a file in which git looks up objects or commits is"
                         : "files in which git looks up objects or commits are") +
      " not to be trusted, and nothing is only there: " + next_hints(lookups.size()) +
      (is_one ? " moves it" : " move them") +
      " aside; git reads the objects themselves then, and " + makes_lookups(lookups) +
      "; then claudestep doctor looks again");
  for (const std::string& path : lookups) {
    problem.hints.push_back(move_aside(patient, path, path.substr(path.rfind('/') + 1)));
  }
  return true;
}

// Whether git takes what the remote has for a part of what the branch has.
bool git_sees_part(const Patient& patient, const git::ObjectId& there, const git::ObjectId& tip,
                   const std::vector<std::string>& options) {
  const Environment environment = host::scrubbed(patient.environment);
  host::Command command;
  command.argv = {"git", "--git-dir=" + patient.repository.common_dir()};
  command.argv.insert(command.argv.end(), options.begin(), options.end());
  command.argv.insert(command.argv.end(), {"merge-base", "--is-ancestor", there.hex(), tip.hex()});
  command.cwd = patient.repository.common_dir();
  command.environment = &environment;
  const auto finished = host::run(command);
  return finished && finished->exit_code == 0;
}

// Where git takes what the remote has for no part of the branch that is built upon it: it refuses
// to push then.
void examine_parts(const Patient& patient) {
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const auto tip = stand_of(patient, patient.ref).tip;
  if (!tracking || !*tracking || !tip) return;
  const auto there = stand_of(patient, **tracking).tip;
  const auto stands = there ? patient.repository.compare(*there, *tip) : git::Ancestry::kSame;
  if (!stands || *stands != git::Ancestry::kBehind) return;
  if (git_sees_part(patient, *there, *tip, {})) return;
  Checkup problem{"objects",
                  Health::kProblem,
                  "git does not take " + quoted(short_ref(**tracking)) +
                      " for a part of the branch, which is built upon it: claudestep sync fails",
                  {}};
  std::vector<std::string> graphs;
  if (git_sees_part(patient, *there, *tip, {"-c", "core.commitGraph=false"})) {
    for (const char* name : {"/info/commit-graph", "/info/commit-graphs"}) {
      std::string path = folder_of_objects(patient) + name;
      if (::access(path.c_str(), F_OK) == 0) graphs.push_back(std::move(path));
    }
  }
  if (!move_lookups(patient, graphs, problem)) {
    problem.hints.emplace_back(
        "to git alone a commit may have other parents: by the file info/grafts, or by git replace, "
        "of which the next hint lists the commits; git replace -d takes it back");
    problem.hints.push_back(in_repository(patient, "git replace -l"));
  }
  patient.checkups.push_back(std::move(problem));
}

}  // namespace

bool add_lookups_aside(const Patient& patient, Checkup& problem) {
  return move_lookups(patient, git::find_damaged_lookups(folder_of_objects(patient)), problem);
}

void examine_lookups(const Patient& patient) {
  Checkup problem{"objects",
                  Health::kProblem,
                  "what git looks up objects and commits in is damaged: it may take them for lost, "
                  "or what the remote has for no part of the branch, and refuse a push",
                  {}};
  if (!add_lookups_aside(patient, problem)) return examine_parts(patient);
  patient.checkups.push_back(std::move(problem));
}

}  // namespace claudestep::query
