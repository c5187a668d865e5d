// Owns: what a revision names where libgit2 does not tell: it refuses commits whose author or date
// is malformed, which git reads.
// Internal to git/.
#pragma once

#include <git2/types.h>

#include <optional>
#include <string_view>

#include "git/object_id.h"
#include "git/repository.h"

namespace claudestep::git {

// The commit that is named by an id or the beginning of one, a ref or REF@{N}, with any of ~N, ^N,
// ^{} and ^{commit} behind. Nothing for every other form, and when there is no such commit.
[[nodiscard]] std::optional<ObjectId> find_commit(const Repository& repository,
                                                  git_repository* handle,
                                                  std::string_view revision);

}  // namespace claudestep::git
