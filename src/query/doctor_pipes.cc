// Pipes where git keeps files: whoever opens one waits for what never comes.
#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostPipesShown = 5;
constexpr int kDeepestFolder = 16;

struct CloseListing {
  void operator()(DIR* listing) const { ::closedir(listing); }
};

unsigned char type_of(const std::string& path, unsigned char listed) {
  if (listed != DT_UNKNOWN) return listed;
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? IFTODT(status.st_mode) : listed;
}

// A socket may be git's own (fsmonitor).
void find_pipes(const std::string& folder, int depth, std::vector<std::string>& found) {
  const std::unique_ptr<DIR, CloseListing> listing(::opendir(folder.c_str()));
  if (listing == nullptr || depth == kDeepestFolder) return;
  while (const dirent* entry = ::readdir(listing.get())) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    const std::string path = folder + "/" + name;
    const unsigned char type = type_of(path, entry->d_type);
    if (type == DT_DIR) find_pipes(path, depth + 1, found);
    // What was moved aside is in nobody's way.
    if (type == DT_FIFO && !name.starts_with("damaged-")) found.push_back(path);
  }
}

}  // namespace

bool examine_pipes(const Patient& patient) {
  const std::string& common = patient.repository.common_dir();
  std::vector<std::string> pipes;
  find_pipes(common, 0, pipes);
  // A ref is asked for with care, and knows where it was.
  std::erase_if(pipes, [&](const std::string& path) {
    return path.starts_with(common + "/refs/") && !path.ends_with(".lock");
  });
  std::sort(pipes.begin(), pipes.end());
  for (std::size_t at = 0; at < std::min(pipes.size(), kMostPipesShown); ++at) {
    std::string name = pipes[at].substr(common.size() + 1);
    std::replace(name.begin(), name.end(), '/', '-');
    std::string message = quoted(pipes[at], 200) + " is a pipe: git waits there without end";
    if (at + 1 == kMostPipesShown && pipes.size() > kMostPipesShown) {
      message += "; so it is with " + std::to_string(pipes.size() - kMostPipesShown) + " more";
    }
    patient.add("repository", Health::kProblem, std::move(message),
                {"the next hint moves it aside; then claudestep doctor looks at the rest",
                 move_aside(patient, pipes[at], name)});
  }
  return !pipes.empty();
}

}  // namespace claudestep::query
