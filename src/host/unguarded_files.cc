#include "host/unguarded_files.h"

#include <sys/stat.h>

#include <map>
#include <string_view>

#include "base/folder.h"

namespace claudestep::host {
namespace {

enum class Lies { kNothing, kFolder, kFile };

// What lies at a path; links are not followed.
Lies what_lies_at(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return Lies::kNothing;
  return S_ISDIR(status.st_mode) ? Lies::kFolder : Lies::kFile;
}

// Files that are there, each with the path by which it is told: its own, or that of the folder that
// has to go.
using Present = std::map<std::string, std::string>;

// The files below a folder, links and the like included; the folder itself where it cannot be
// looked into.
void add_files_below(const std::string& root, const std::string& folder, const std::string& told,
                     Present& found) {
  const auto entries = list_folder(root + "/" + folder);
  if (!entries) {
    found.emplace(folder, told);
    return;
  }
  for (const FolderEntry& entry : *entries) {
    const std::string path = folder + "/" + entry.name;
    if (what_lies_at(root + "/" + path) == Lies::kFolder) {
      add_files_below(root, path, told, found);
    } else {
      found.emplace(path, told);
    }
  }
}

// What lies at `path` or, being no folder, on the way to it.
void add_present(const std::string& root, const std::string& path, Present& found) {
  for (std::size_t slash = path.find('/');; slash = path.find('/', slash + 1)) {
    const std::string part = path.substr(0, slash);
    const Lies lies = what_lies_at(root + "/" + part);
    if (lies == Lies::kNothing) return;
    if (lies == Lies::kFile) {
      found.emplace(part, part);
      return;
    }
    if (slash == std::string::npos) return add_files_below(root, path, path, found);
  }
}

}  // namespace

Result<std::set<std::string>> unguarded_files(const WorktreeGit& git, const git::ObjectId& from,
                                              const git::ObjectId& to) {
  CS_ASSIGN(const auto added, git.added_between(from, to));
  return unguarded_among(git, added);
}

Result<std::set<std::string>> unguarded_among(const WorktreeGit& git,
                                              const std::vector<std::string>& added) {
  Present found;
  for (const std::string& path : added) add_present(git.worktree().path, path, found);
  std::set<std::string> told;
  if (found.empty()) return told;
  CS_ASSIGN(const auto known, git.paths({"ls-files", "-z"}));
  for (const std::string& path : known) found.erase(path);
  for (const auto& [file, path] : found) told.insert(path);
  return told;
}

}  // namespace claudestep::host
