// Owns: that a remote is noted here which no setting names any more.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "git/repository.h"

namespace claudestep::store {

// A ref that notes what a remote has of the branch `ref`, where there is no remote: `git remote
// remove` takes those refs away, so it was the settings that went. With several the first by name.
[[nodiscard]] Result<std::optional<std::string>> forgotten_remote(const git::Repository& repository,
                                                                  std::string_view ref);

// What is said where a claim is to count for others as well.
[[nodiscard]] Error cannot_share(const std::string& tracking, const std::string& ref);

// The commands that lead out: naming the remote again, and forgetting it.
[[nodiscard]] std::string names_remote_again(const std::string& tracking, const std::string& ref);
[[nodiscard]] std::string forgets_tracking(const std::string& tracking);

}  // namespace claudestep::store
