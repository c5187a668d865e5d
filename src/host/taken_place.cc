#include "host/taken_place.h"

#include <sys/stat.h>

#include "base/result.h"
#include "base/text.h"

namespace claudestep::host {

std::string describe(Taker taker) {
  switch (taker) {
    case Taker::kFolder:
      return "is a folder";
    case Taker::kFile:
      return "is a file where a folder has to be";
    case Taker::kOther:
      return "is a pipe, a socket or a device";
  }
  abort_with(__FILE__, __LINE__, "a taker that is none");
}

std::optional<TakenPlace> find_taken_place(const std::string& work_tree, const std::string& path) {
  for (std::size_t slash = path.find('/');; slash = path.find('/', slash + 1)) {
    const bool is_last = slash == std::string::npos;
    std::string part = path.substr(0, slash);
    struct stat status {};
    if (::lstat((work_tree + "/" + part).c_str(), &status) != 0) return std::nullopt;
    const bool is_folder = S_ISDIR(status.st_mode);
    const bool is_file = S_ISREG(status.st_mode) || S_ISLNK(status.st_mode);
    if (is_last && is_file) return std::nullopt;
    if (is_last || !is_folder) {
      const Taker other = is_file ? Taker::kFile : Taker::kOther;
      return TakenPlace{std::move(part), is_folder ? Taker::kFolder : other};
    }
  }
}

}  // namespace claudestep::host
