#include <git2.h>
#include <sys/stat.h>

#include <algorithm>
#include <string>
#include <vector>

#include "git/files.h"
#include "git/repository.h"

namespace claudestep::git {

namespace {

// Adds the files beneath the folder `name` of `common` that git takes for refs and may not be any.
void append_misnamed(const std::string& common, const std::string& name,
                     std::vector<std::string>& names) {
  for (const std::string& entry : names_in(join_path(common, name))) {
    // git passes over these.
    if (entry.starts_with('.') || entry.ends_with(".lock")) continue;
    const std::string below = name + "/" + entry;
    struct stat status {};
    if (::lstat(join_path(common, below).c_str(), &status) != 0) continue;
    if (S_ISDIR(status.st_mode)) {
      append_misnamed(common, below, names);
    } else if (!is_valid_ref_name(below)) {
      names.push_back(below);
    }
  }
}

}  // namespace

bool is_valid_ref_name(std::string_view name) {
  // libgit2 reads up to a NUL; a name with one inside is none.
  if (name.find('\0') != std::string_view::npos) return false;
  int valid = 0;
  return git_reference_name_is_valid(&valid, std::string(name).c_str()) == 0 && valid == 1;
}

std::vector<std::string> Repository::misnamed_refs() const {
  std::vector<std::string> names;
  append_misnamed(common_dir(), "refs", names);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace claudestep::git
