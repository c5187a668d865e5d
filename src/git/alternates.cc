#include "git/alternates.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/file_io.h"
#include "base/text.h"
#include "git/files.h"
#include "git/search_path.h"

namespace claudestep::git {
namespace {

std::string alternates_file(const std::string& object_dir) {
  return join_path(object_dir, "info/alternates");
}

std::optional<LostAlternate> flaw_of(const Alternate& alternate) {
  const std::string& folder = alternate.folder;
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) {
    const bool is_refused = errno == EACCES;
    return LostAlternate{alternate, is_refused ? AlternateFlaw::kRefused : AlternateFlaw::kMissing,
                         ""};
  }
  if (!S_ISDIR(status.st_mode)) return LostAlternate{alternate, AlternateFlaw::kNoFolder, ""};
  if (::access(folder.c_str(), R_OK | X_OK) != 0) {
    return LostAlternate{alternate, AlternateFlaw::kRefused, ""};
  }
  if (is_directory(join_path(folder, "pack"))) return std::nullopt;
  for (const char* inside : {"objects", ".git/objects"}) {
    std::string meant = join_path(folder, inside);
    if (is_directory(meant)) {
      return LostAlternate{alternate, AlternateFlaw::kRepository, std::move(meant)};
    }
  }
  if (names_in(folder).empty()) return LostAlternate{alternate, AlternateFlaw::kEmpty, ""};
  return std::nullopt;
}

// Whether the file names nothing any more, or is none. Git makes none that names nothing.
std::optional<AlternateFlaw> flaw_of_file(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  if (!S_ISREG(status.st_mode)) return AlternateFlaw::kNoFile;
  const auto text = read_file(file);
  const bool says_nothing = text && (trim(*text).empty() || text->find('\0') != std::string::npos);
  return says_nothing ? std::optional(AlternateFlaw::kNotSaid) : std::nullopt;
}

class LostSearch {
 public:
  std::vector<LostAlternate> run(const std::string& object_dir) && {
    look_in(object_dir, 0);
    return std::move(lost_);
  }

 private:
  void look_in(const std::string& object_dir, int depth) {
    const auto resolved = real_path(object_dir);
    if (!resolved || depth == kDeepestAlternate || !seen_.insert(*resolved).second) return;
    const std::string file = alternates_file(*resolved);
    if (const auto flaw = flaw_of_file(file)) {
      lost_.push_back({{file, 0, ""}, *flaw, ""});
      return;
    }
    for (const Alternate& alternate : alternates_of(*resolved)) {
      if (auto lost = flaw_of(alternate)) {
        lost_.push_back(*std::move(lost));
      } else {
        look_in(alternate.folder, depth + 1);
      }
    }
  }

  std::set<std::string> seen_;
  std::vector<LostAlternate> lost_;
};

}  // namespace

std::vector<Alternate> alternates_of(const std::string& object_dir) {
  std::vector<Alternate> alternates;
  const std::string file = alternates_file(object_dir);
  const std::string text = read_file(file).value_or("");
  std::string_view rest = text;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = cut_line(rest);
    if (line.empty() || line.front() == '#') continue;
    const auto quoted = line.front() == '"' ? unquoted_path(line) : std::nullopt;
    const std::string path = quoted.value_or(std::string(line));
    alternates.push_back({file, number, join_path(object_dir, path)});
  }
  return alternates;
}

std::vector<LostAlternate> find_lost_alternates(const std::string& object_dir) {
  return LostSearch().run(object_dir);
}

}  // namespace claudestep::git
