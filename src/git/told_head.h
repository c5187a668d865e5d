// Owns: what a HEAD said that is lost, as far as its reflog and the refs tell. Leaves to others:
// writing it anew, which is for a person.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace claudestep::git {

// What HEAD of the git folder `git_dir`, of a repository or of a linked work tree, is to say:
// "ref: refs/heads/main", or an id. Nothing where that cannot be told. Reads files alone, since
// neither git nor we can open such a repository.
[[nodiscard]] std::optional<std::string> told_head(const std::string& git_dir);

// Whether HEAD of a git folder is a link, or a file that names a ref or an object.
[[nodiscard]] bool has_head(const std::string& git_dir);

// What is wrong, and how HEAD is written anew, where the folder of a repository or of a linked work
// tree lacks that alone, and git takes it for no repository. Nothing for any other folder.
// `is_named_git`: that it is to be a git folder is known; else it has to look like one in more.
[[nodiscard]] std::optional<Error> without_head(const std::string& git_dir, bool is_named_git);

}  // namespace claudestep::git
