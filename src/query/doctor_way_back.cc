// The way back from a tip that has lost objects: the newest one in the reflog that is whole.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "host/lost_files.h"
#include "host/process.h"
#include "host/worktree.h"
#include "model/operation_parts.h"
#include "query/doctor_parts.h"
#include "store/remote.h"

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

// A path as one word for any shell, however long or odd; it is shown as it has to be typed.
std::string path_word(const std::string& path, std::string_view placeholder) {
  if (std::string plain = model::shell_word(path, ""); !plain.empty()) return plain;
  // The shell takes a line break away that is the last.
  if (path.ends_with('\n')) return std::string(placeholder);
  std::string letters;
  for (const char c : path) {
    const bool is_option = c == '-' && letters.empty();
    if (c >= ' ' && c <= '~' && c != '%' && c != '\\' && c != '\'' && !is_option) {
      letters += c;
    } else {
      letters += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
  }
  return "\"$(printf '" + letters + "')\"";
}

std::string git_in(const git::Worktree& worktree) {
  return "git -C " + path_word(worktree.path, "DIR") + " ";
}

void append_path(std::string& command, const host::LostFile& file) {
  command += " " + path_word(file.path, "PATH");
}

// The work trees on the branch, each with what its index has lost.
struct Ward {
  git::Worktree worktree;
  std::vector<host::LostFile> lost;
};

std::vector<Ward> look_at_worktrees(const Patient& patient) {
  std::vector<Ward> wards;
  const auto worktrees = host::worktrees_on(patient.repository, patient.ref);
  if (!worktrees) return wards;
  for (const git::Worktree& worktree : *worktrees) {
    auto lost = host::lost_files(patient.repository, worktree, patient.environment);
    wards.push_back({worktree, std::move(lost).value_or(std::vector<host::LostFile>())});
  }
  return wards;
}

// Commands that write content anew which is lost, but in a file.
std::vector<std::string> rescues(const std::vector<Ward>& wards) {
  std::vector<std::string> commands;
  std::set<git::ObjectId> saved;
  for (const Ward& ward : wards) {
    for (const host::Kept kept : {host::Kept::kFiltered, host::Kept::kAsItIs}) {
      std::string command;
      for (const host::LostFile& file : ward.lost) {
        if (file.kept != kept || !saved.insert(file.id).second) continue;
        if (command.empty()) {
          const bool is_filtered = kept == host::Kept::kFiltered;
          command =
              git_in(ward.worktree) + "hash-object -w " + (is_filtered ? "--" : "--no-filters --");
        }
        append_path(command, file);
      }
      if (!command.empty()) commands.push_back(std::move(command));
    }
  }
  return commands;
}

// What a work tree shows is put aside where no write could tell it from changes of somebody's own:
// that of a tip whose commit is lost, or beside something staged. Git puts nothing aside that it
// could bring back while the index holds what is lost.
std::vector<std::string> commands_back(const Patient& patient, const std::vector<Ward>& wards,
                                       const git::ObjectId& tip) {
  std::vector<std::string> commands = {"git update-ref " + model::shell_word(patient.ref, "REF") +
                                       " " + tip.hex()};
  for (const auto& [worktree, lost] : wards) {
    if (lost.empty()) {
      const auto is_known =
          host::shows_known_tip(patient.repository, worktree, patient.ref, patient.environment);
      if (is_known && *is_known) continue;
    } else {
      // The entry first, which git would read to reset it.
      for (const char* clear : {"update-index --force-remove", "--literal-pathspecs reset -q"}) {
        std::string command = git_in(worktree) + clear + " --";
        for (const host::LostFile& file : lost) append_path(command, file);
        commands.push_back(std::move(command));
      }
    }
    commands.push_back(git_in(worktree) + "stash");
  }
  return commands;
}

// "the next hint", "the next 2 hints, one after the other,".
std::string next_hints(std::size_t count) {
  return count == 1 ? "the next hint"
                    : "the next " + counted(count, "hint") + ", one after the other,";
}

// The remote may still have what it once gave.
void add_refetch(const Patient& patient, Checkup& problem) {
  const auto remote = store::remote_of(patient.repository, patient.ref);
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (!remote || !*remote || !tracking || !*tracking) return;
  const auto noted = patient.repository.find_ref(**tracking);
  if (noted && (!*noted || has_all_of(patient, **noted))) return;
  problem.hints.emplace_back(
      "the remote may have what is missing: the next hint brings it; then claudestep doctor looks "
      "again");
  problem.hints.push_back(store::refetch_command(**remote));
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
  const auto wards = look_at_worktrees(patient);
  if (const auto saving = rescues(wards); !saving.empty()) {
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
  const auto commands = commands_back(patient, wards, back->tip);
  const bool is_one = commands.size() == 1;
  problem->hints.push_back(
      "where nobody else has them, " + next_hints(commands.size()) + (is_one ? " goes" : " go") +
      " back to the newest tip that is whole, " + counted(back->moves, "move") +
      " ago; the reflog keeps where the branch was" +
      (is_one ? "" : ", and git stash what a work tree shows of the lost tip"));
  problem->hints.insert(problem->hints.end(), commands.begin(), commands.end());
}

}  // namespace claudestep::query
