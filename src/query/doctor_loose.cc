// Loose objects: how many there are, and whether the files are sound that nobody read so far. A
// damaged one stops every fetch and push that meets it, also where the branch does not lead to it.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/folder.h"
#include "base/text.h"
#include "query/doctor_way_back.h"
#include "store/remote.h"

namespace claudestep::query {

namespace {

constexpr std::size_t kManyLoose = 2000;

struct LooseLimits {
  std::size_t files;
  std::int64_t bytes;
  std::int64_t bytes_of_one;
};
// Where nothing is known to be wrong, and where something is.
constexpr LooseLimits kGlance{5000, std::int64_t{64} << 20, std::int64_t{8} << 20};
constexpr LooseLimits kSearch{1000000, std::int64_t{1} << 30, std::int64_t{64} << 20};

using LooseFile = ObjectFile;

// Adds those in the folder of the objects whose ids begin with `high` and `low`.
void add_loose(const std::string& folder, const std::string& begin, std::vector<LooseFile>& files) {
  for (const FolderEntry& entry : entries_in(folder)) {
    if (const auto id = git::ObjectId::parse(begin + entry.name)) {
      files.push_back({folder + "/" + entry.name, *id});
    }
  }
}

std::vector<LooseFile> loose_files(const Patient& patient) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::string objects = patient.repository.common_dir() + "/objects/";
  std::vector<LooseFile> files;
  for (const char high : kDigits) {
    for (const char low : kDigits) {
      const std::string begin{high, low};
      add_loose(objects + begin, begin, files);
    }
  }
  return files;
}

// Takes away all but the newest, and what is too much to be read or may not be.
void keep_newest(std::vector<LooseFile>& files, const LooseLimits& limits) {
  std::vector<std::tuple<std::time_t, std::int64_t, std::size_t>> order;  // time, size, place
  for (std::size_t at = 0; at < files.size(); ++at) {
    struct stat status {};
    const char* const path = files[at].path.c_str();
    if (::stat(path, &status) != 0 || ::access(path, R_OK) != 0) continue;
    order.emplace_back(status.st_mtime, status.st_size, at);
  }
  std::sort(order.rbegin(), order.rend());
  if (order.size() > limits.files) order.resize(limits.files);
  std::vector<LooseFile> kept;
  std::int64_t room = limits.bytes;
  for (const auto& [time, size, at] : order) {
    if (size > std::min(room, limits.bytes_of_one)) continue;
    room -= size;
    kept.push_back(std::move(files[at]));
  }
  files = std::move(kept);
}

void keep_damaged(const Patient& patient, std::vector<LooseFile>& files) {
  std::erase_if(files, [&](const LooseFile& file) {
    return !patient.repository.damaged_file(file.id).has_value();
  });
}

void add_damaged(const Patient& patient, const std::vector<LooseFile>& damaged) {
  const bool is_one = damaged.size() == 1;
  Checkup problem{"objects",
                  Health::kProblem,
                  quoted(damaged.front().path, 200) +
                      (is_one ? " is damaged"
                              : " and " + counted(damaged.size() - 1, "other file") +
                                    " of objects are damaged") +
                      ": git ends a fetch or a push that meets " + (is_one ? "it" : "them"),
                  {}};
  const std::size_t count = std::min(damaged.size(), kMostMovedAside);
  problem.hints.push_back(next_hints(count) + (count == 1 ? " moves it" : " move them") +
                          " aside; then claudestep doctor looks again");
  for (std::size_t at = 0; at < count; ++at) {
    problem.hints.push_back(move_aside(patient, damaged[at].path, damaged[at].id.hex()));
  }
  const auto remote = store::remote_of(patient.repository, patient.ref);
  if (remote && *remote) {
    problem.hints.emplace_back(
        "where something still needs what was in it, the next hint brings what the remote has, "
        "also "
        "where git ends that with an error; right after that claudestep doctor looks again");
    problem.hints.push_back(in_repository(patient, store::refetch_command(**remote)));
  }
  patient.checkups.push_back(std::move(problem));
}

// Whether there is something else to be mended first, which names such files itself.
bool has_loss(const Patient& patient) {
  return std::any_of(patient.checkups.begin(), patient.checkups.end(), [](const Checkup& checkup) {
    const bool is_mended =
        checkup.name == "branch" || checkup.name == "tip" || checkup.name == "files";
    return is_mended && (checkup.health == Health::kProblem ||
                         (checkup.name == "tip" && checkup.health == Health::kWarning));
  });
}

}  // namespace

std::vector<ObjectFile> damaged_loose_files(const Patient& patient) {
  auto files = loose_files(patient);
  keep_newest(files, kSearch);
  keep_damaged(patient, files);
  std::sort(files.begin(), files.end(),
            [](const LooseFile& one, const LooseFile& other) { return one.id < other.id; });
  return files;
}

void examine_loose(const Patient& patient) {
  auto files = loose_files(patient);
  const std::size_t all = files.size();
  std::string message = counted(all, "loose object");
  if (!has_loss(patient)) {
    keep_newest(files, kGlance);
    const std::size_t read = files.size();
    keep_damaged(patient, files);
    if (!files.empty()) return add_damaged(patient, files);
    if (read == all && all > 0) {
      message += all == 1 ? ", which is sound" : ", all sound";
    } else if (read < all) {
      message +=
          ", of which " + std::to_string(read) + " were read and are sound; git fsck reads all";
    }
  }
  if (all < kManyLoose) return patient.add("objects", Health::kOk, std::move(message));
  patient.add("objects", Health::kWarning, counted(all, "loose object") + ": reading gets slow",
              {in_repository(patient, "git gc")});
}

}  // namespace claudestep::query
