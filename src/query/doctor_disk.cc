// The disk: whether a write may put its files where they go, and finds room for them.
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_rights.h"
#include "base/folder.h"
#include "base/text.h"
#include "query/doctor_parts.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

// A write of one project takes about ten files of a block each.
constexpr std::size_t kNeeded = std::size_t{64} * 1024;
constexpr std::uint64_t kLittle = std::uint64_t{16} * 1024 * 1024;

bool may_write(const std::string& path) {
  return ::access(path.c_str(), W_OK) == 0;
}

// The folder that a new file at `path` goes into, or the nearest above it that is there.
std::string folder_for(const std::string& path) {
  std::string at = path.substr(0, path.rfind('/'));
  while (!at.empty() && !is_on_disk(at)) at.resize(at.rfind('/'));
  return at;
}

std::optional<std::string> closed_of_ref(const std::string& common, const std::string& ref) {
  const std::string log = common + "/logs/" + ref;
  for (std::string folder : {folder_for(common + "/" + ref), folder_for(log)}) {
    if (!may_write(folder)) return folder;
  }
  return is_on_disk(log) && !may_write(log) ? std::optional(log) : std::nullopt;
}

// The first folder or file that a write needs and may not write.
std::optional<std::string> closed_place(const std::string& common, const std::string& ref) {
  for (const std::string& path : {common, common + "/objects", common + "/refs"}) {
    if (!may_write(path)) return path;
  }
  if (auto closed = closed_of_ref(common, ref)) return closed;
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char high : kDigits) {
    for (const char low : kDigits) {
      const std::string folder = common + "/objects/" + high + low;
      if (is_on_disk(folder) && !may_write(folder)) return folder;
    }
  }
  return std::nullopt;
}

// Writes as much as a write needs to a file without a name, which is gone when it is closed: 0, or
// the errno that stood in the way. Where there are no such files nothing is found out.
int try_room(const std::string& folder) {
  const int fd = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0) return errno == ENOSPC || errno == EDQUOT || errno == EROFS ? errno : 0;
  std::array<char, 4096> block{};
  block.fill('x');
  int outcome = 0;
  for (std::size_t written = 0; outcome == 0 && written < kNeeded; written += block.size()) {
    const ssize_t got = ::write(fd, block.data(), block.size());
    if (got < 0) outcome = errno;
    if (got >= 0 && got < static_cast<ssize_t>(block.size())) outcome = ENOSPC;
  }
  ::close(fd);
  return outcome;
}

// The bytes that the file system has left for us; nothing when it does not say.
std::optional<std::uint64_t> room(const std::string& folder) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0 || status.f_blocks == 0) return std::nullopt;
  if (status.f_files > 0 && status.f_favail == 0) return 0;
  return status.f_bavail * status.f_frsize;
}

void examine_room(const Patient& patient) {
  const std::string objects = patient.repository.common_dir() + "/objects";
  const int outcome = try_room(objects);
  const auto left = room(objects);
  if (outcome != 0 || (left && *left < kNeeded)) {
    const std::string why = outcome != 0 ? std::strerror(outcome) : std::strerror(ENOSPC);
    return patient.add("disk", Health::kProblem,
                       "there is no room for a write in " + quoted(objects) + ": " + why,
                       {"make room there; until then writes are refused and nothing is lost"});
  }
  if (left && *left < kLittle) {
    return patient.add("disk", Health::kWarning,
                       "objects and refs can be written, but only " + std::to_string(*left / 1024) +
                           " KiB are left",
                       {"make room there"});
  }
  patient.add("disk", Health::kOk, "objects and refs can be written");
}

}  // namespace

std::optional<std::string> closed_to_moves(const Patient& patient, const std::string& ref) {
  return closed_of_ref(patient.repository.common_dir(), ref);
}

void examine_own_refs(const Patient& patient) {
  if (::access(patient.repository.common_dir().c_str(), W_OK) != 0) return;
  auto refs =
      patient.repository.refs_matching("refs/claudestep/*").value_or(std::vector<std::string>());
  refs.push_back(std::string(store::kIncomingRefs) + "/x");  // the next one
  std::vector<std::string> places;
  for (const std::string& ref : refs) {
    const auto closed = closed_to_moves(patient, ref);
    // What is above is told of the disk.
    const bool is_own = closed && closed->find("/refs/claudestep") != std::string::npos;
    if (is_own) places.push_back(*closed);
  }
  std::sort(places.begin(), places.end());
  const auto remotes = patient.repository.remotes();
  const Health health = remotes && !remotes->empty() ? Health::kProblem : Health::kWarning;
  std::string told;
  for (const std::string& place : places) {
    if (place == told || (!told.empty() && place.starts_with(told + "/"))) continue;
    told = place;
    patient.add("remote", health,
                with_owner(place) +
                    " and cannot be written: a sync notes there what it fetches, and claudestep "
                    "sync and claims fail",
                {"who owns it, or root, gives the right, to all that is in it as well; what was "
                 "pushed is safe there"});
  }
}

void examine_disk(const Patient& patient) {
  const std::string& common = patient.repository.common_dir();
  const std::string ref = patient.repository.resolve_ref_name(patient.ref).value_or(patient.ref);
  const auto closed = closed_place(common, ref);
  if (!closed) return examine_room(patient);
  patient.add("disk", Health::kProblem, quoted(*closed) + " cannot be written",
              {"reading works; write as the user who owns it, or in a clone of your own"});
}

}  // namespace claudestep::query
