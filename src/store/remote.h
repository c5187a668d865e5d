// Owns: which remote the metadata branch belongs to, and where its remote-tracking ref is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::store {

// The remote of the branch `ref`: branch.<name>.remote, else remote.pushDefault, else origin, else
// the only one; nothing when there is none or no way to choose.
[[nodiscard]] Result<std::optional<std::string>> remote_of(const git::Repository& repository,
                                                           std::string_view ref);

// The full name that `ref` has as a remote-tracking ref of its remote; nothing for a ref outside
// refs/heads/. The ref itself need not exist.
[[nodiscard]] Result<std::optional<std::string>> tracking_ref_of(const git::Repository& repository,
                                                                 std::string_view ref);

// Whether `ref` is the default branch of its remote (refs/remotes/<remote>/HEAD), where code lives.
[[nodiscard]] Result<bool> is_remote_default(const git::Repository& repository,
                                             std::string_view ref);

}  // namespace claudestep::store
