// What of the objects may not be read: that is not lost, and no way back is to be taken for it.
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "base/text.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

namespace fs = std::filesystem;

// Of a folder of which the files cannot be named it is the folder.
std::optional<std::string> first_refused(const std::string& folder) {
  std::error_code failed;
  const auto is_refused = [](const std::string& path, int needed) {
    return ::access(path.c_str(), needed) != 0 && errno == EACCES;
  };
  if (is_refused(folder, R_OK | X_OK)) return folder;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string path = at->path().string();
    const bool is_folder = at->is_directory(failed);
    if (is_folder) {
      if (auto inside = first_refused(path)) return inside;
    } else if (is_refused(path, R_OK)) {
      return path;
    }
  }
  return std::nullopt;
}

}  // namespace

bool add_missing_rights(const Patient& patient, Checkup& problem) {
  const auto refused = first_refused(patient.repository.common_dir() + "/objects");
  if (!refused) return false;
  problem.hints = {quoted(*refused, 200) +
                   " may not be read here: who owns it, or root, gives the right; nothing is known "
                   "to be lost before that. Then claudestep doctor looks again"};
  return true;
}

}  // namespace claudestep::query
