#include "store/fsck_walk.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "model/project_name.h"
#include "model/shelf.h"

namespace claudestep::store {

namespace {

// What git sorts an entry by.
std::string sorted_by(const git::TreeEntry& entry) {
  return entry.mode == git::FileMode::kTree ? entry.name + "/" : entry.name;
}

}  // namespace

void FsckWalk::add(std::string_view code, const std::string& file, std::string message) {
  findings_.push_back(check::diagnose(code, Place{file}, std::move(message)));
}

void FsckWalk::unreadable(const git::ObjectId& id, const Error& error, const std::string& file) {
  if (error.code == ErrorCode::kUnsupported)
    return add("object/not-fetched", file, error.one_line());
  add(repository_.has_object(id) ? "object/corrupt" : "object/missing", file, error.one_line());
}

void FsckWalk::history(const git::ObjectId& tip, const std::string& ref) {
  std::vector<git::ObjectId> todo;
  if (seen_.insert(tip).second) todo.push_back(tip);
  while (!todo.empty()) {
    const git::ObjectId id = todo.back();
    todo.pop_back();
    const auto commit = repository_.read_commit(id);
    if (!commit) {
      unreadable(id, commit.error(), ref);
      continue;
    }
    headers(id, ref);
    if (id != tip) root(commit->tree, id, ref);
    for (const git::ObjectId& parent : commit->parents) {
      if (seen_.insert(parent).second) todo.push_back(parent);
    }
  }
}

void FsckWalk::headers(const git::ObjectId& id, const std::string& ref) {
  const auto flaws = repository_.commit_flaws(id);
  if (!flaws) return;  // it could be read a moment ago
  for (const std::string& flaw : *flaws) {
    add("object/commit-header", ref, "the commit " + id.hex() + ": " + flaw);
  }
}

void FsckWalk::root(const git::ObjectId& tree, const git::ObjectId& commit,
                    const std::string& ref) {
  // What is there may be damaged, or no tree, and then the log ends at it.
  const auto read = repository_.find_entry(tree, folder_name(model::Shelf::kProjects));
  // Where it is there twice the log goes on.
  if (read || repository_.read_tree(tree)) return;
  const std::string what = "the tree " + tree.hex() + " of commit " + commit.hex() + " ";
  if (read.error().code == ErrorCode::kUnsupported) {
    return add("object/not-fetched", ref, what + "is missing from this partial clone");
  }
  if (!repository_.has_object(tree)) return add("object/missing", ref, what + "is missing");
  add("object/corrupt", ref, what + "cannot be read: " + read.error().one_line());
}

void FsckWalk::tree(const git::ObjectId& root, const std::string& ref, const VisitFile& visit) {
  paths_by_name_.clear();
  paths_by_folded_.clear();
  std::vector<Folder> todo{{root, "", std::nullopt}};
  while (!todo.empty()) {
    const Folder next = std::move(todo.back());
    todo.pop_back();
    const auto tree = repository_.read_tree(next.id);
    if (!tree) {
      unreadable(next.id, tree.error(), next.path.empty() ? ref : next.path);
      continue;
    }
    order(*tree, next, ref);
    const git::TreeEntry* before = nullptr;
    for (const git::TreeEntry& item : tree->entries) {
      if (before != nullptr && before->name == item.name) {
        add("tree/duplicate-entry", next.path + item.name,
            "the folder has two entries of this name");
      } else {
        entry(item, next, todo, visit);
      }
      before = &item;
    }
  }
}

void FsckWalk::order(const git::Tree& tree, const Folder& folder, const std::string& ref) {
  const auto after = std::is_sorted_until(
      tree.entries.begin(), tree.entries.end(),
      [](const auto& a, const auto& b) { return sorted_by(a) < sorted_by(b); });
  if (after == tree.entries.end()) return;
  add("tree/not-sorted", folder.path.empty() ? ref : folder.path,
      quoted(after->name) + " stands behind " + quoted(std::prev(after)->name));
}

void FsckWalk::entry(const git::TreeEntry& entry, const Folder& folder, std::vector<Folder>& todo,
                     const VisitFile& visit) {
  const std::string path = folder.path + entry.name;
  const bool is_folder = entry.mode == git::FileMode::kTree;
  if (folder.shelf && model::name_in_file_name(entry.name)) {
    project_file(entry, folder, visit);
    if (!is_folder) return;
  }
  const auto shelf = folder.path.empty() ? model::shelf_named(path) : std::nullopt;
  if (shelf && !is_folder) {
    add("tree/not-a-folder", path, quoted(path) + " is no folder, so it holds no projects");
  }
  if (is_folder) {
    todo.push_back({entry.id, path + "/", shelf});
  } else if (entry.mode != git::FileMode::kSubmodule) {
    if (const auto bytes = repository_.read_blob(entry.id); !bytes) {
      unreadable(entry.id, bytes.error(), path);
    }
  }
}

bool FsckWalk::check_name(const std::string& name, const std::string& path) {
  if (const Status named = model::check_project_name(name); !named) {
    add("tree/bad-name", path, named.error().one_line());
    return false;
  }
  // Folders are taken from the last to the first, so the one in projects/ was met before.
  const auto [same, is_new] = paths_by_name_.emplace(name, path);
  if (!is_new) {
    add("tree/both-folders", path, quoted(name) + " lies in " + same->second + " as well");
    return false;
  }
  const auto [twin, is_first] = paths_by_folded_.emplace(to_lower_ascii(name), path);
  if (!is_first) {
    add("project/name-case", path,
        "the name differs from that of " + twin->second + " by letter case alone");
  }
  return true;
}

void FsckWalk::project_file(const git::TreeEntry& entry, const Folder& folder,
                            const VisitFile& visit) {
  const std::string path = folder.path + entry.name;
  ProjectEntry project;
  project.name = *model::name_in_file_name(entry.name);
  project.shelf = *folder.shelf;
  project.blob = entry.id;
  switch (entry.mode) {
    case git::FileMode::kTree:
      return add("tree/folder", path, "it is a folder, not a project file");
    case git::FileMode::kSubmodule:
      return add("tree/submodule", path, "it is a submodule, not a project file");
    case git::FileMode::kSymlink:
      return add("tree/symlink", path, "it is a symbolic link, not a project file");
    case git::FileMode::kFile:
    case git::FileMode::kExecutable:
      break;
  }
  const bool named = check_name(project.name, path);
  auto bytes = repository_.read_blob(entry.id);
  if (!bytes) return unreadable(entry.id, bytes.error(), path);
  if (named) visit(project, *std::move(bytes));
}

}  // namespace claudestep::store
