// What of the objects, or of the refs that lead to them, may not be read: that is not lost, and no
// way back is to be taken for it.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "base/file_rights.h"
#include "base/text.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

namespace fs = std::filesystem;

// Of a folder of which the files cannot be named it is the folder.
std::optional<std::string> first_refused(const std::string& folder) {
  std::error_code failed;
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

std::optional<std::string> refused_ref_file(const Patient& patient) {
  const std::string common = patient.repository.common_dir() + "/";
  std::vector<std::string> files = {common + patient.ref, common + "packed-refs"};
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  if (tracking && *tracking) files.push_back(common + **tracking);
  const auto found = std::find_if(files.begin(), files.end(),
                                  [](const std::string& file) { return is_refused(file, R_OK); });
  return found == files.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

bool add_missing_rights(const Patient& patient, Checkup& problem) {
  auto refused = refused_ref_file(patient);
  if (!refused) refused = first_refused(patient.repository.common_dir() + "/objects");
  if (!refused) return false;
  problem.hints = {quoted(*refused, 200) + " may not be read here: " + std::string(kGivesRight)};
  return true;
}

std::optional<std::string> refused_object(const Patient& patient) {
  return first_refused(patient.repository.common_dir() + "/objects");
}

}  // namespace claudestep::query
