// Files among the refs whose names no ref may have: a conflicted copy that a synced folder made,
// the backup of an editor, what a system leaves in each folder. git takes them for refs that are
// broken.
#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_io.h"
#include "base/text.h"
#include "model/operation_parts.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kMostMisnamed = 5;

// As a part of a file's name.
std::string plain_name(std::string name) {
  std::replace_if(
      name.begin(), name.end(),
      [](unsigned char c) { return std::isalnum(c) == 0 && c != '.' && c != '_'; }, '-');
  return name;
}

// The commit that the file says, where it is here and the branch does not have it.
std::optional<git::ObjectId> commit_in(const Patient& patient, const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const auto text = read_file(path);
  const auto id = text ? git::ObjectId::parse(trim(*text)) : std::nullopt;
  if (!id || !patient.repository.read_commit(*id)) return std::nullopt;
  const auto tip = patient.repository.find_ref(patient.ref);
  const bool is_held = tip && *tip && patient.repository.reaches(**tip, *id).value_or(false);
  return is_held ? std::nullopt : id;
}

// "refs/heads/x (copy)", "refs/heads/x~" of "refs/heads/x", and not what belongs to "x-2".
bool is_copy_of(const std::string& ref, const std::string& name) {
  constexpr std::string_view kEnds = " ~^:?*[\\";
  return name.starts_with(ref) && name.size() > ref.size() &&
         kEnds.find(name[ref.size()]) != std::string_view::npos;
}

std::vector<std::string> ways_out_of_name(const Patient& patient, const std::string& name) {
  const std::string path = patient.repository.common_dir() + "/" + name;
  std::vector<std::string> hints = {
      "the next hint moves the file aside; where a program made it, as one that syncs folders, it "
      "is better kept away from there",
      move_aside(patient, path, plain_name(name))};
  const auto commit = commit_in(patient, path);
  if (!commit) return hints;
  const bool is_copy = is_copy_of(patient.ref, name);
  hints.push_back("it names the commit " + commit->hex().substr(0, 12) + ", which is here; " +
                  (is_copy
                       ? "to bring what that has to the branch: claudestep merge " + commit->hex()
                       : "to keep it, if nothing else does: " +
                             in_repository(patient, "git branch NAME " + commit->hex())));
  return hints;
}

}  // namespace

void examine_ref_names(const Patient& patient) {
  const auto names = patient.repository.misnamed_refs();
  const auto tracking = store::tracking_ref_of(patient.repository, patient.ref);
  const bool is_synced = tracking && *tracking;
  for (std::size_t at = 0; at < std::min(names.size(), kMostMisnamed); ++at) {
    std::string message =
        quoted(names[at]) +
        " is a file with a name that no ref may have: git takes it for a broken one, and fetches "
        "nothing beside it";
    if (is_synced) message += ", and claudestep sync fails";
    if (at + 1 == kMostMisnamed && names.size() > kMostMisnamed) {
      message += "; so it is with " + std::to_string(names.size() - kMostMisnamed) + " more";
    }
    patient.add("remote", is_synced ? Health::kProblem : Health::kWarning, std::move(message),
                ways_out_of_name(patient, names[at]));
  }
}

}  // namespace claudestep::query
