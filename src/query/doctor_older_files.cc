// A tip that has lost contents of files, or folders: earlier versions of them that are still there.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/shelf.h"
#include "query/doctor_way_back.h"
#include "store/project_births.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostFiles = 10;
constexpr std::size_t kMostCommits = 1000;

// What lies on a shelf, and its path there.
struct Shelved {
  model::Shelf shelf;
  std::string_view path;
};

std::optional<Shelved> shelved(std::string_view path) {
  const auto shelf = model::shelf_named(path.substr(0, path.find('/')));
  if (!shelf || path.find('/') == std::string_view::npos) return std::nullopt;
  return Shelved{*shelf, path.substr(path.find('/') + 1)};
}

// Whether the folder is gone, or none, as somebody wrote a file in its place by hand. In the place
// of a project's file nobody can tell what it was.
bool is_no_folder(const Patient& patient, const std::string& path, const git::ObjectId& id,
                  const Error& error) {
  if (error.code != ErrorCode::kCorrupt) return false;
  if (shelved(path) && path.ends_with(std::string(model::kProjectSuffix) + "/")) return false;
  return !patient.repository.has_object(id) || patient.repository.read_blob(id).has_value();
}

// What is gone of a tree; nothing where that is projects/, where a partial clone never had it, or
// where it is too much.
std::optional<Losses> find_losses(const Patient& patient, const git::ObjectId& tree) {
  Losses lost;
  std::vector<std::pair<std::string, git::ObjectId>> folders = {{"", tree}};
  while (!folders.empty()) {
    const auto [path, id] = std::move(folders.back());
    folders.pop_back();
    const auto folder = patient.repository.read_tree(id);
    if (!folder) {
      const bool is_lost = is_no_folder(patient, path, id, folder.error());
      if (!is_lost || path.empty() || path == folder_prefix(model::Shelf::kProjects))
        return std::nullopt;
      lost.folders.push_back({path.substr(0, path.size() - 1), id, std::nullopt, {}, {}});
      if (lost.folders.size() > kMostFiles) return std::nullopt;
      continue;
    }
    for (const git::TreeEntry& entry : folder->entries) {
      if (entry.mode == git::FileMode::kTree)
        folders.emplace_back(path + entry.name + "/", entry.id);
      const bool is_file =
          entry.mode != git::FileMode::kTree && entry.mode != git::FileMode::kSubmodule;
      if (!is_file || patient.repository.has_object(entry.id)) continue;
      const auto content = patient.repository.read_blob(entry.id);
      if (content || content.error().code != ErrorCode::kCorrupt) return std::nullopt;
      lost.files.push_back({path + entry.name, entry.mode, entry.id});
      if (lost.files.size() > kMostFiles) return std::nullopt;
    }
  }
  std::sort(lost.folders.begin(), lost.folders.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  return lost;
}

// The contents of the file in a tree, whole or not.
std::optional<git::ObjectId> contents_at(const Patient& patient, const git::ObjectId& tree,
                                         const std::string& path) {
  for (const std::string& one : places_of(path)) {
    const auto entry = patient.repository.find_path(tree, one);
    if (entry && *entry && (*entry)->mode != git::FileMode::kTree) return (*entry)->id;
  }
  return std::nullopt;
}

// The file in a tree where it is whole.
std::optional<git::ObjectId> whole_file(const Patient& patient, const git::ObjectId& tree,
                                        const std::string& path) {
  for (const std::string& one : places_of(path)) {
    const auto entry = patient.repository.find_path(tree, one);
    if (!entry || !*entry || (*entry)->mode == git::FileMode::kTree) continue;
    if (patient.repository.read_blob((*entry)->id)) return (*entry)->id;
  }
  return std::nullopt;
}

struct Version {
  git::ObjectId file;
  git::ObjectId commit;
};

// The newest version of the file in a commit that is built upon `past`, or that of `past`: so
// nothing that `past` has is taken back. None of what may have been another project.
std::optional<Version> newest_version(const Patient& patient, const git::ObjectId& tip,
                                      const git::Commit& past, const Since& since,
                                      const std::string& path) {
  const std::set<git::ObjectId> upon = since.upon(past.id);
  std::vector<std::set<git::ObjectId>> births;  // each with what is built on it
  std::vector<Version> found;
  std::size_t looked = 0;
  std::size_t left = since.size();
  // Where commits are lost as well, that ends the walk.
  static_cast<void>(patient.repository.walk(tip, [&](const git::Commit& commit) {
    if (++looked > kMostCommits || left == 0) return false;
    if (!since.has(commit.id)) return true;
    --left;
    if (may_be_birth(patient, commit, path)) {
      births.push_back(since.upon(commit.id));
      births.back().insert(commit.id);
    }
    const auto version = upon.contains(commit.id) ? whole_file(patient, commit.tree, path)
                                                  : std::optional<git::ObjectId>();
    if (version) found.push_back({*version, commit.id});
    return true;
  }));
  if (const auto version = whole_file(patient, past.tree, path)) {
    found.push_back({*version, past.id});
  }
  for (const Version& version : found) {
    const bool is_after = std::all_of(births.begin(), births.end(), [&](const auto& later) {
      return later.contains(version.commit);
    });
    if (is_after) return version;
  }
  return std::nullopt;
}

// Whether `past` differs from `tree` in nothing but these files, of which it has these versions.
bool is_all_of(const Patient& patient, const std::vector<OlderFile>& files,
               const git::ObjectId& tree, const git::ObjectId& past) {
  const auto changes = patient.repository.changed_files(past, tree, files.size());
  if (!changes || !*changes || (*changes)->size() != files.size()) return false;
  return std::all_of((*changes)->begin(), (*changes)->end(), [&](const auto& change) {
    return change.before && std::any_of(files.begin(), files.end(), [&](const OlderFile& file) {
             return file.path == change.path && file.id == change.before->id;
           });
  });
}

// The same of these folders, of which it has these versions.
bool is_all_but(const Patient& patient, const std::vector<OlderFolder>& folders,
                const git::ObjectId& tree, const git::ObjectId& past) {
  const auto changes = patient.repository.diff_trees(past, tree);
  return changes && std::all_of(changes->begin(), changes->end(), [&](const auto& change) {
           return std::any_of(folders.begin(), folders.end(), [&](const OlderFolder& folder) {
             if (!change.after || change.after->name != folder.path || !folder.with.empty() ||
                 !folder.without.empty()) {
               return false;
             }
             return change.before ? folder.id == change.before->id : !folder.id;
           });
         });
}

}  // namespace

std::vector<std::string> places_of(const std::string& path) {
  std::vector<std::string> paths = {path};
  if (const auto here = shelved(path)) {
    paths.push_back(folder_prefix(other_than(here->shelf)) + std::string(here->path));
  }
  return paths;
}

std::optional<std::string> project_at(const std::string& path) {
  const auto here = shelved(path);
  const auto name = here ? model::name_in_file_name(here->path) : std::nullopt;
  return name ? std::optional(std::string(*name)) : std::nullopt;
}

bool may_be_birth(const Patient& patient, const git::Commit& commit, const std::string& path) {
  const auto name = project_at(path);
  if (!name) return false;
  const store::Birth birth = store::birth_in(commit.message, *name);
  if (birth == store::Birth::kMaybe) return true;
  // A merge has from its sides what it has, where that is seen.
  if (commit.parents.size() != 1) return false;
  const auto parent = patient.repository.read_commit(commit.parents.front());
  if (!parent) return true;
  const auto before = contents_at(patient, parent->tree, path);
  const auto after = contents_at(patient, commit.tree, path);
  return before.has_value() != after.has_value() ||
         (birth == store::Birth::kUnlisted && before != after);
}

std::optional<Losses> older_versions(const Patient& patient, const git::ObjectId& tip,
                                     const git::ObjectId& past) {
  const auto commit = patient.repository.read_commit(tip);
  const auto before = patient.repository.read_commit(past);
  if (!commit || !before) return std::nullopt;
  auto lost = find_losses(patient, commit->tree);
  if (!lost) return std::nullopt;
  const Since since(patient, tip, past);
  if (!find_older_folders(patient, *commit, *before, since, *lost)) {
    return lost->untold.empty() ? std::nullopt : lost;
  }
  for (OlderFile& file : lost->files) {
    const auto version = newest_version(patient, tip, *before, since, file.path);
    if (!version) return std::nullopt;
    file.id = version->file;
    file.from = version->commit;
  }
  const bool is_nothing_kept =
      lost->folders.empty()
          ? !lost->files.empty() && is_all_of(patient, lost->files, commit->tree, before->tree)
          : lost->files.empty() && is_all_but(patient, lost->folders, commit->tree, before->tree);
  if (is_nothing_kept) return std::nullopt;
  return lost;
}

}  // namespace claudestep::query
