// What the repository has lost and work trees still have: in a file, or in an index.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "git/damaged_packs.h"
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

// What of the files and folders of a commit is lost, as far as it can be followed.
struct LostParts {
  std::set<git::ObjectId> trees;
  std::vector<host::LostFile> files;
};

LostParts lost_parts(const Patient& patient, const git::ObjectId& tip) {
  const git::Repository& repository = patient.repository;
  LostParts lost;
  const auto commit = repository.read_commit(tip);
  if (!commit) return lost;
  std::set<git::ObjectId> seen;
  std::vector<std::pair<std::string, git::ObjectId>> left = {{"", commit->tree}};
  while (!left.empty()) {
    const auto [folder, id] = std::move(left.back());
    left.pop_back();
    if (!seen.insert(id).second) continue;
    const auto tree = repository.read_tree(id);
    if (!tree && !repository.has_object(id)) lost.trees.insert(id);
    for (const auto& entry : tree ? tree->entries : std::vector<git::TreeEntry>()) {
      const bool is_file =
          entry.mode == git::FileMode::kFile || entry.mode == git::FileMode::kExecutable;
      std::string path = folder + entry.name;
      if (entry.mode == git::FileMode::kTree) {
        left.emplace_back(path + "/", entry.id);
      } else if (is_file && !repository.has_object(entry.id)) {
        lost.files.push_back({std::move(path), entry.id});
      }
    }
  }
  return lost;
}

bool has_sound_index(const git::Worktree& worktree) {
  const std::string index = worktree.git_dir + "/index";
  return is_on_disk(index) && !git::is_damaged_index(index);
}

// The same of folders that an index stands for. Git takes the index's word for those that it wrote
// before, and writes only those of another index.
std::vector<std::string> rescues_of_trees(const Patient& patient, const git::ObjectId& tip,
                                          const std::vector<Ward>& wards) {
  std::vector<std::string> commands;
  std::set<git::ObjectId> lost = lost_parts(patient, tip).trees;
  for (const auto& [worktree, lost_files, has_index] : wards) {
    if (lost.empty()) break;
    if (!lost_files.empty() || !has_index) continue;
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
    if (has_sound_index(worktree)) {
      if (auto lost = host::lost_files(patient.repository, worktree, patient.environment)) {
        wards.push_back({worktree, *std::move(lost)});
        continue;
      }
    }
    // Only the branch tells then what the files are.
    const auto tip = stand_of(patient, patient.ref).last;
    auto lost = tip ? lost_parts(patient, *tip).files : std::vector<host::LostFile>();
    static_cast<void>(host::find_kept(worktree, patient.environment, lost));
    wards.push_back({worktree, std::move(lost), false});
  }
  return wards;
}

std::vector<std::string> rescues(const Patient& patient, const git::ObjectId& tip,
                                 const std::vector<Ward>& wards) {
  auto commands = rescues_of_files(patient, wards);
  return commands.empty() ? rescues_of_trees(patient, tip, wards) : commands;
}

}  // namespace claudestep::query
