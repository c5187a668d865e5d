// What the repository has lost and work trees still have: in a file, or in an index.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

void append_path(std::string& command, const host::LostFile& file) {
  command += " " + path_word(file.path, "PATH");
}

// Commands that write content anew which is lost, but in a file.
std::vector<std::string> rescues_of_files(const Patient& patient, const std::vector<Ward>& wards) {
  std::vector<std::string> commands;
  std::set<git::ObjectId> saved;
  for (const Ward& ward : wards) {
    for (const host::Kept kept : {host::Kept::kFiltered, host::Kept::kAsItIs}) {
      std::string command;
      for (const host::LostFile& file : ward.lost) {
        if (file.kept != kept || !saved.insert(file.id).second) continue;
        if (command.empty()) {
          const bool is_filtered = kept == host::Kept::kFiltered;
          command = git_in(patient, ward.worktree) + " hash-object -w " +
                    (is_filtered ? "--" : "--no-filters --");
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
    const std::string git = git_in(patient, worktree) + " ";
    commands.push_back(git + "ls-files --stage -z | (export GIT_INDEX_FILE=\"$(mktemp -u)\"; " +
                       git + "update-index -z --index-info && " + git +
                       "write-tree; rm -f \"$GIT_INDEX_FILE\")");
  }
  return commands;
}

}  // namespace

std::vector<Ward> look_at_worktrees(const Patient& patient,
                                    const std::vector<git::Worktree>& worktrees) {
  std::vector<Ward> wards;
  for (const git::Worktree& worktree : worktrees) {
    auto lost = host::lost_files(patient.repository, worktree, patient.environment);
    wards.push_back({worktree, std::move(lost).value_or(std::vector<host::LostFile>())});
  }
  return wards;
}

std::vector<std::string> rescues(const Patient& patient, const git::ObjectId& tip,
                                 const std::vector<Ward>& wards) {
  auto commands = rescues_of_files(patient, wards);
  return commands.empty() ? rescues_of_trees(patient, tip, wards) : commands;
}

}  // namespace claudestep::query
