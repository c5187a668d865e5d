// Owns: turning libgit2's last error into our Error, at once and on the thread that got it.
// Internal to git/.
#pragma once

#include <string>

#include "base/result.h"

namespace claudestep::git {

// An error whose message is `what` and whose first cause is what libgit2 last said on this thread,
// if it said anything. Forgets libgit2's error, so that it is never reported twice.
[[nodiscard]] Error from_libgit2(ErrorCode code, std::string what);

// The code that fits libgit2's last error on this thread when the call alone does not tell: kIo for
// the operating system's refusals, else kGitFailed.
[[nodiscard]] ErrorCode code_of_last_error();

// Makes what the system said of a file, by its errno value, libgit2's last error on this thread.
void set_file_error(const std::string& path, int number);

// The text of errno value `number`, and an error that carries it as the cause.
[[nodiscard]] Error from_errno(std::string what, int number);

}  // namespace claudestep::git
