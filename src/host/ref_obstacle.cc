#include "host/ref_obstacle.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace claudestep::host {

namespace {

// Where git leaves out the reason of a failed system call, its own words must do.
constexpr std::string_view kStaying[] = {"exists; cannot create",
                                         "No space left on device",
                                         "Disk quota exceeded",
                                         "Permission denied",
                                         "Operation not permitted",
                                         "Read-only file system",
                                         "Input/output error",
                                         "File too large",
                                         "couldn't write",
                                         "unable to append to",
                                         "couldn't set",
                                         "unable to create directory for",
                                         "non-empty directory",
                                         "non-directory in the way"};
// The last: who packs takes emptied folders away, in one of which the lock was to be.
constexpr std::string_view kPassing[] = {"File exists", "but expected", "reference already exists",
                                         "No such file or directory"};

template <std::size_t N>
bool has_one(std::string_view line, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return line.find(word) != std::string_view::npos;
  });
}

// What git itself says; what a hook prints, or git besides, is nothing to go by.
bool is_failure(std::string_view line) {
  constexpr std::string_view kRemote = "remote: ";
  if (line.starts_with(kRemote)) line = trim(line.substr(kRemote.size()));
  return line.starts_with("error: ") || line.starts_with("fatal: ");
}

bool tells_of_lock(std::string_view line) {
  return line.find("cannot lock ref '") != std::string_view::npos ||
         line.find(".lock'") != std::string_view::npos;
}

}  // namespace

RefObstacle find_ref_obstacle(std::string_view said) {
  RefObstacle found = RefObstacle::kNone;
  while (!said.empty()) {
    const std::string_view line = trim(cut_line(said));
    if (!is_failure(line)) continue;
    if (has_one(line, kStaying)) return RefObstacle::kStays;
    if (!tells_of_lock(line)) continue;
    if (has_one(line, kPassing)) {
      found = RefObstacle::kPasses;
    } else if (found == RefObstacle::kNone) {
      found = RefObstacle::kUnknown;
    }
  }
  return found;
}

}  // namespace claudestep::host
