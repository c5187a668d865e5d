#include "base/folder.h"

#include <dirent.h>
#include <sys/stat.h>

#include <memory>
#include <utility>

namespace claudestep {

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

}  // namespace

bool is_on_disk(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

std::optional<std::vector<FolderEntry>> list_folder(const std::string& path) {
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (!folder) return std::nullopt;
  std::vector<FolderEntry> entries;
  while (const dirent* entry = ::readdir(folder.get())) {
    std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    entries.push_back({std::move(name), entry->d_type});
  }
  return entries;
}

std::vector<FolderEntry> entries_in(const std::string& path) {
  return list_folder(path).value_or(std::vector<FolderEntry>());
}

}  // namespace claudestep
