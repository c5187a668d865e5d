// Owns: the bytes of a commit object.
// We read and write them ourselves: reading tolerates what git tolerates, writing leaves the
// message alone. Internal to git/.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::git {

// The commit in `bytes`; `id` is left zero. A broken author line gives what can be read of it, as
// in git. Returns kCorrupt when tree or parents cannot be read.
[[nodiscard]] Result<Commit> parse_commit(std::string_view bytes);

// Returns kInvalidInput for a message with a NUL, which git would cut there.
[[nodiscard]] Result<std::string> format_commit(const NewCommit& commit);

}  // namespace claudestep::git
