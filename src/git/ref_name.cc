#include <git2.h>

#include <string>

#include "git/repository.h"

namespace claudestep::git {

bool is_valid_ref_name(std::string_view name) {
  // libgit2 reads up to a NUL; a name with one inside is none.
  if (name.find('\0') != std::string_view::npos) return false;
  int valid = 0;
  return git_reference_name_is_valid(&valid, std::string(name).c_str()) == 0 && valid == 1;
}

}  // namespace claudestep::git
