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

std::string git_in(const git::Worktree& worktree) {
  return "git -C " + path_word(worktree.path, "DIR") + " ";
}

void append_path(std::string& command, const host::LostFile& file) {
  command += " " + path_word(file.path, "PATH");
}

// A work tree on the branch, with what its index has lost.
struct Ward {
  git::Worktree worktree;
  std::vector<host::LostFile> lost;
};

std::vector<Ward> look_at_worktrees(const Patient& patient,
                                    const std::vector<git::Worktree>& worktrees) {
  std::vector<Ward> wards;
  for (const git::Worktree& worktree : worktrees) {
    auto lost = host::lost_files(patient.repository, worktree, patient.environment);
    wards.push_back({worktree, std::move(lost).value_or(std::vector<host::LostFile>())});
  }
  return wards;
}

// Commands that write content anew which is lost, but in a file.
std::vector<std::string> rescues_of_files(const std::vector<Ward>& wards) {
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

// The trees of a commit that are lost, as far as it can be followed.
std::set<git::ObjectId> lost_trees(const Patient& patient, const git::ObjectId& tip) {
  std::set<git::ObjectId> lost;
  const auto commit = patient.repository.read_commit(tip);
  if (!commit) return lost;
  std::set<git::ObjectId> seen;
  std::vector<git::ObjectId> left = {commit->tree};
  while (!left.empty()) {
    const git::ObjectId id = left.back();
    left.pop_back();
    if (!seen.insert(id).second) continue;
    const auto tree = patient.repository.read_tree(id);
    if (!tree && !patient.repository.has_object(id)) lost.insert(id);
    for (const auto& entry : tree ? tree->entries : std::vector<git::TreeEntry>()) {
      if (entry.mode == git::FileMode::kTree) left.push_back(entry.id);
    }
  }
  return lost;
}

// The same of folders that an index stands for. Git takes the index's word for those that it wrote
// before, and writes only those of another index.
std::vector<std::string> rescues_of_trees(const Patient& patient, const git::ObjectId& tip,
                                          const std::vector<Ward>& wards) {
  std::vector<std::string> commands;
  std::set<git::ObjectId> lost = lost_trees(patient, tip);
  for (const auto& [worktree, lost_files] : wards) {
    if (lost.empty()) break;
    if (!lost_files.empty()) continue;
    const auto trees = host::index_trees(worktree, patient.environment);
    std::size_t saved = 0;
    for (const git::ObjectId& tree : trees.value_or(std::vector<git::ObjectId>())) {
      saved += lost.erase(tree);
    }
    if (saved == 0) continue;
    const std::string git = git_in(worktree);
    commands.push_back(git + "ls-files --stage -z | (export GIT_INDEX_FILE=\"$(mktemp -u)\"; " +
                       git + "update-index -z --index-info && " + git +
                       "write-tree; rm -f \"$GIT_INDEX_FILE\")");
  }
  return commands;
}

// The command that moves the branch from where it is now. Given elsewhere, or later, it is refused.
std::string moves_branch(const Patient& patient, const std::string& where) {
  const auto now = patient.repository.find_ref(patient.ref);
  return "git update-ref " + model::shell_word(patient.ref, "REF") + " " + where +
         (now && *now ? " " + (*now)->hex() : "");
}

// Puts all that the branch has upon `past`, where it lost nothing but history; nothing where it
// lost more.
std::optional<std::string> keeps_files(const Patient& patient, const git::ObjectId& past) {
  const auto tip = patient.repository.find_ref(patient.ref);
  if (!tip || !*tip) return std::nullopt;
  const auto commit = patient.repository.read_commit(**tip);
  if (!commit || !has_all_of(patient, commit->tree)) return std::nullopt;
  return moves_branch(patient, "\"$(git commit-tree " + commit->tree.hex() + " -p " + past.hex() +
                                   " -m 'the history between is lost')\"");
}

// What a work tree shows is put aside where no write could tell it from changes of somebody's own:
// that of a tip whose commit is lost, or beside something staged. Git puts nothing aside that it
// could bring back while the index holds what is lost.
std::vector<std::string> commands_back(const Patient& patient, const std::vector<Ward>& wards,
                                       const git::ObjectId& tip) {
  std::vector<std::string> commands = {moves_branch(patient, tip.hex())};
  for (const auto& [worktree, lost] : wards) {
    if (lost.empty()) {
      const auto shown =
          host::tip_shown(patient.repository, worktree, patient.ref, patient.environment);
      if (shown && *shown) continue;
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
  problem.hints.push_back(command);
}

// What the branch is at, or was at last, where that can be told.
git::ObjectId last_tip(const Patient& patient) {
  const auto tip = patient.repository.find_ref(patient.ref);
  if (tip && *tip) return **tip;
  const auto entries = patient.repository.reflog(patient.ref);
  return entries && !entries->empty() ? entries->front().new_id : git::ObjectId();
}

}  // namespace

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

std::string next_hints(std::size_t count) {
  return count == 1 ? "the next hint"
                    : "the next " + counted(count, "hint") + ", one after the other,";
}

namespace {

// Whether git finds all that `what` reaches. What a partial clone was promised is not fetched for
// the question.
bool reaches_all(const Patient& patient, std::vector<std::string> what) {
  const Environment environment = host::scrubbed(patient.environment);
  host::Command command;
  command.argv = {"git", "--git-dir=" + patient.repository.common_dir(), "rev-list", "--quiet",
                  "--missing=allow-promisor"};
  command.argv.insert(command.argv.end(), what.begin(), what.end());
  command.argv.emplace_back("--");
  command.cwd = patient.repository.common_dir();
  command.environment = &environment;
  const auto finished = host::run(command);
  return finished && finished->exit_code == 0;
}

}  // namespace

bool has_all_of(const Patient& patient, const git::ObjectId& tip) {
  return patient.repository.has_object(tip) && reaches_all(patient, {"--objects", tip.hex()});
}

bool has_history_of(const Patient& patient, const git::ObjectId& tip) {
  return reaches_all(patient, {tip.hex()});
}

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

std::vector<std::string> rescues(const Patient& patient, const git::ObjectId& tip,
                                 const std::vector<git::Worktree>& worktrees) {
  const auto wards = look_at_worktrees(patient, worktrees);
  auto commands = rescues_of_files(wards);
  return commands.empty() ? rescues_of_trees(patient, tip, wards) : commands;
}

void add_way_back(const Patient& patient) {
  const auto problem =
      std::find_if(patient.checkups.begin(), patient.checkups.end(), [](const Checkup& checkup) {
        const bool tells_of_objects =
            checkup.name == "branch" || checkup.name == "tip" || checkup.name == "files";
        return tells_of_objects && checkup.health == Health::kProblem;
      });
  if (problem == patient.checkups.end()) return;
  if (add_ref_anew(patient, *problem) || add_moves_aside(patient, *problem)) return;
  const auto worktrees =
      host::worktrees_on(patient.repository, patient.ref).value_or(std::vector<git::Worktree>());
  if (const auto saving = rescues(patient, last_tip(patient), worktrees); !saving.empty()) {
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
  if (const auto keeping = keeps_files(patient, back->tip)) {
    problem->hints.push_back(
        "only history is lost, and no file: where nobody else has it, the next hint puts all that "
        "the branch has upon the newest tip that is whole, " +
        counted(back->moves, "move") + " ago");
    problem->hints.push_back(*keeping);
    return;
  }
  const auto commands = commands_back(patient, look_at_worktrees(patient, worktrees), back->tip);
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
