// Pipes where git keeps files: whoever opens one waits for what never comes.
#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/folder.h"
#include "base/text.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostPipesShown = 5;
constexpr int kDeepestFolder = 16;

unsigned char type_of(const std::string& path, unsigned char listed) {
  if (listed != DT_UNKNOWN) return listed;
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? IFTODT(status.st_mode) : listed;
}

// A socket may be git's own (fsmonitor).
void find_pipes(const std::string& folder, int depth, std::vector<std::string>& found) {
  if (depth == kDeepestFolder) return;
  for (const FolderEntry& entry : entries_in(folder)) {
    const std::string path = folder + "/" + entry.name;
    const unsigned char type = type_of(path, entry.type);
    if (type == DT_DIR) find_pipes(path, depth + 1, found);
    // What was moved aside is in nobody's way.
    if (type == DT_FIFO && !entry.name.starts_with("damaged-")) found.push_back(path);
  }
}

// Where a ref is, which examine_other_refs() or who looks at the branch finds, and then knows where
// it was. Others are read by whoever reads refs: what git keeps for itself, what it replaces.
bool is_asked_with_care(const std::string& common_dir, std::string_view path) {
  constexpr std::array kFolders = {"/refs/heads/", "/refs/remotes/", "/refs/tags/"};
  if (path.ends_with(".lock")) return false;
  path.remove_prefix(common_dir.size());
  return std::any_of(kFolders.begin(), kFolders.end(),
                     [&](std::string_view folder) { return path.starts_with(folder); });
}

}  // namespace

std::vector<Checkup> examine_pipes(const std::string& common_dir) {
  std::vector<Checkup> checkups;
  std::vector<std::string> pipes;
  find_pipes(common_dir, 0, pipes);
  std::erase_if(pipes,
                [&](const std::string& path) { return is_asked_with_care(common_dir, path); });
  if (pipes.empty()) return checkups;
  checkups.push_back({"repository", Health::kOk, quoted(common_dir), {}});
  std::sort(pipes.begin(), pipes.end());
  for (std::size_t at = 0; at < std::min(pipes.size(), kMostPipesShown); ++at) {
    std::string name = pipes[at].substr(common_dir.size() + 1);
    std::replace(name.begin(), name.end(), '/', '-');
    std::string message = quoted(pipes[at], 200) + " is a pipe: git waits there without end";
    if (at + 1 == kMostPipesShown && pipes.size() > kMostPipesShown) {
      message += "; so it is with " + std::to_string(pipes.size() - kMostPipesShown) + " more";
    }
    checkups.push_back({"repository",
                        Health::kProblem,
                        std::move(message),
                        {"the next hint moves it aside; then claudestep doctor looks at the rest",
                         move_aside(common_dir, pipes[at], name)}});
  }
  return checkups;
}

}  // namespace claudestep::query
