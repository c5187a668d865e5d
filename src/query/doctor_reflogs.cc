// Where a write tells of its move of the branch: what stands in the place of a reflog, or may not
// be written there, refuses every write.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_rights.h"
#include "base/folder.h"
#include "base/text.h"
#include "query/doctor_way_back.h"

namespace claudestep::query {

namespace {

constexpr std::string_view kHeadsLog = "logs/HEAD";

struct NeededLog {
  std::string git_dir;
  std::string name;  // in it
  bool is_made;      // where it is not there
};

// Empty folders a write takes away, as git does.
bool has_only_folders(const std::string& folder) {
  const auto entries = list_folder(folder);
  if (!entries) return false;
  return std::all_of(entries->begin(), entries->end(), [&](const FolderEntry& entry) {
    const std::string path = folder + "/" + entry.name;
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && has_only_folders(path);
  });
}

// What is in the way of the reflog, as the path in the git folder; empty where nothing is.
std::string in_the_way_of(const NeededLog& log) {
  for (std::size_t slash = log.name.find('/');; slash = log.name.find('/', slash + 1)) {
    std::string name = log.name.substr(0, slash);
    const std::string path = log.git_dir + "/" + name;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      const bool is_lost_link = slash != std::string::npos && is_on_disk(path);
      return is_lost_link ? name : "";
    }
    const bool is_folder = S_ISDIR(status.st_mode);
    if (slash != std::string::npos && !is_folder) return name;
    if (slash == std::string::npos) {
      // Where none is made, the folder is passed by; that of the branch is looked at before.
      const bool is_passed_by = is_folder && !log.is_made && log.name == kHeadsLog;
      const bool is_well = is_folder ? has_only_folders(path) : S_ISREG(status.st_mode);
      return is_well || is_passed_by ? "" : name;
    }
  }
}

bool is_kept_on(const std::string& reflog) {
  struct stat status {};
  return ::stat(reflog.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

// Of the branch's own reflog that is told of the disk.
void examine_rights_to(const Patient& patient, const NeededLog& log) {
  const std::string path = log.git_dir + "/" + log.name;
  const std::string place = is_on_disk(path) ? path : log.git_dir + "/logs";
  if (log.name != kHeadsLog || !is_refused(place, W_OK)) return;
  if (!log.is_made && !is_kept_on(path)) return;
  patient.add("disk", Health::kProblem,
              with_owner(place) +
                  " and cannot be written: while HEAD is at the branch, every write is refused",
              {"who owns it, or root, gives the right"});
}

// Whether nothing is in its way.
bool examine_reflog(const Patient& patient, const NeededLog& log) {
  const std::string name = in_the_way_of(log);
  if (name.empty()) {
    examine_rights_to(patient, log);
    return true;
  }
  const std::string path = log.git_dir + "/" + name;
  std::string aside = name;
  std::replace(aside.begin(), aside.end(), '/', '-');
  patient.add("disk", Health::kProblem,
              quoted(path, 200) + (name == log.name ? " is no file" : " is no folder") +
                  ", and a reflog has to be there: every write is refused",
              {"the next hint moves it aside; then claudestep doctor looks again",
               move_aside(patient, path, aside)});
  return false;
}

}  // namespace

void examine_reflogs(const Patient& patient) {
  const std::string ref = patient.repository.resolve_ref_name(patient.ref).value_or(patient.ref);
  // Then these are the reflogs of that one, and it is told of the branch.
  if (patient.repository.ref_in_the_way_of(ref)) return;
  const auto head = patient.repository.symbolic_target("HEAD");
  const bool are_made =
      patient.repository.config_bool("core.logAllRefUpdates", true).value_or(true);
  if (!examine_reflog(patient, {patient.repository.common_dir(), "logs/" + ref, are_made})) return;
  if (!head || *head != ref) return;
  static_cast<void>(
      examine_reflog(patient, {patient.repository.git_dir(), std::string(kHeadsLog), are_made}));
}

}  // namespace claudestep::query
